import { createServer } from 'node:net';

/** Can this port be listened on? */
export function portIsFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

const TRIES = 200;

/**
 * The wanted port, or the next free one above it.
 * @param wanted 0: any free port
 */
export async function freePort(wanted: number, host = '127.0.0.1'): Promise<number> {
  if (wanted === 0) {
    return new Promise((resolve, reject) => {
      const probe = createServer();
      probe.once('error', reject);
      probe.listen(0, host, () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
    });
  }
  for (let port = wanted; port < wanted + TRIES && port <= 65_535; port++)
    if (await portIsFree(port, host)) return port;
  throw new Error(`No free port from ${wanted} on. Maybe set another PORT.`);
}
