import { once } from 'node:events';
import { createServer } from 'node:net';
import { Problem } from '../problem.ts';

/** Throws `Problem` when another process listens on the gateway's port: better told before anything has started. */
export const requireFreePort = async (port: number): Promise<void> => {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Problem(
      `gateway: port ${port} is taken by another process. Stop that one, or choose another port: PORT=${port + 100} npm start`,
    );
  } finally {
    probe.close();
  }
};
