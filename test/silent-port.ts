/** A port of this machine that belongs to the test and gives no answer: an app that does not run, whoever else listens here. */
import { createServer } from 'node:net';

export interface SilentPort {
  readonly port: number;
  readonly close: () => Promise<void>;
}

export async function silentPort(): Promise<SilentPort> {
  const server = createServer((socket) => socket.destroy());
  // Without a host both address families are taken, as `localhost` may be either.
  await new Promise<void>((resolve) => server.listen(0, resolve));
  server.unref();
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The port was not given.');
  return { port: address.port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
