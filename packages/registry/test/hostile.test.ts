import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { recordings } from './hostile/recordings.ts';
import { schemas } from './hostile/schemas.ts';
import { settings } from './hostile/settings.ts';
import { runHere } from './in-process.ts';
import { makeRepository, shop } from './support.ts';

const kinds = [
  ['recordings', recordings],
  ['settings and recordings', settings],
  ['schemas and operations', schemas],
] as const;

it.each(kinds)('says what is wrong with bad %s, and never falls over', async (_, cases) => {
  const { folder } = makeRepository();
  const here = runHere(folder);
  for (const [what, file, text, command, code, says] of cases) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    const { stdout, stderr, code: ended } = await here(...command.split(' '));
    const said = `${stderr}${stdout}`;
    expect.soft(said, `${what} in ${file}`).toContain(says);
    expect.soft(said, `${what} in ${file}`).not.toMatch(/\n {4}at |Maximum call stack/);
    expect.soft(ended, `${what} in ${file}`).toBe(code);
    if (shop[file] === undefined) rmSync(join(folder, file.split('/').slice(0, 2).join('/')), { recursive: true });
    else writeFileSync(path, shop[file]);
  }
});
