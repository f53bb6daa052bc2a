import { spawn } from 'node:child_process';

/**
 * Keeps a core from going to sleep, with work that gives way to all other. A core that sleeps within a virtual machine has
 * to be woken by the host, now and then only after 20 ms, which would be taken for latency of whoever is measured.
 */
export const keepAwake = (core: number): void => {
  const child = spawn('chrt', ['--idle', '0', 'taskset', '-c', String(core), process.execPath, '-e', 'for (;;);'], {
    stdio: 'ignore',
  });
  // It runs for ever, and must not keep this process from ending.
  child.unref();
  process.once('exit', () => child.kill('SIGKILL'));
};

/**
 * Has this process ask for events all the time instead of being woken by them, until the function that it gives is called.
 * Whoever writes to a process that sleeps pays for waking it, by a call to the host where that is on another core: a
 * gateway would be charged for the moments in which the load had nothing to do, a quick one most of all.
 */
export const keepPolling = (): (() => void) => {
  let polling = setImmediate(function poll() {
    polling = setImmediate(poll);
  });
  return () => clearImmediate(polling);
};
