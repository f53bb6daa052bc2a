import { spawn } from 'node:child_process';

/**
 * Keeps cores from going to sleep, with work that gives way to all other. A core that sleeps within a virtual machine has
 * to be woken by the host, now and then only after 20 ms, which would be taken for latency of whoever is measured.
 */
export const keepAwake = (cores: readonly number[]): void => {
  for (const core of cores) {
    const child = spawn('chrt', ['--idle', '0', 'taskset', '-c', String(core), process.execPath, '-e', 'for (;;);'], {
      stdio: 'ignore',
    });
    process.once('exit', () => child.kill('SIGKILL'));
  }
};
