import fc from 'fast-check';

/** Property tests draw the same cases in every run: a fault is found again. `PROPERTY_SEED` has them draw others. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_123) });
