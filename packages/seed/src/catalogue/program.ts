import type { ProgramFact } from '../facts/loyalty.ts';

const pointWorth = (points: number, amountMinor: number, currency: 'USD' | 'EUR' | 'JPY') => ({
  points,
  money: { amountMinor, currency },
});

/** Ten feathers a dollar or euro; two feathers pay one cent. */
export const program: ProgramFact = {
  code: 'default',
  name: 'Larkfield Rewards',
  pointsName: 'Feathers',
  wallet: { code: 'points', name: 'Feathers', legacyWalletCode: 1 },
  tiers: [
    { code: 'nest', name: 'Nest', rank: 1, qualifyingPointsThreshold: 0, earnMultiplierPercent: 100 },
    { code: 'perch', name: 'Perch', rank: 2, qualifyingPointsThreshold: 400, earnMultiplierPercent: 110 },
    { code: 'soar', name: 'Soar', rank: 3, qualifyingPointsThreshold: 900, earnMultiplierPercent: 125 },
    { code: 'summit', name: 'Summit', rank: 4, qualifyingPointsThreshold: 1900, earnMultiplierPercent: 150 },
  ],
  earnRates: [pointWorth(10, 100, 'USD'), pointWorth(10, 100, 'EUR'), pointWorth(10, 150, 'JPY')],
  tenderRates: [pointWorth(2, 1, 'USD'), pointWorth(2, 1, 'EUR'), pointWorth(4, 3, 'JPY')],
  pointsLifeDays: 365,
  qualificationDays: 365,
};
