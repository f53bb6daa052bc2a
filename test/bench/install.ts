import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** True when what npm installed is what the lockfile says: npm keeps a copy of it with what it installed. */
const isInstalled = (folder: string): boolean => {
  const installed = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const { packages } = JSON.parse(readFileSync(installed, 'utf8')) as { packages: Record<string, { version: string }> };
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(dependencies).every(([name, version]) => packages[`node_modules/${name}`]?.version === version);
};

/** Installs what is others', from the lock file in the folder, once. It is no dependency of the product. */
export const installPeers = (folder: string): void => {
  if (isInstalled(folder)) return;
  process.stderr.write('Installing what we are compared with; this is done once and takes a minute.\n');
  const options = ['--workspaces=false', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['ci', ...options], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
};
