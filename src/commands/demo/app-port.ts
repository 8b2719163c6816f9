/** The port of the demo app: its own, or a free one where another program already answers there. Asks this machine only. */
import { createServer } from 'node:net';

/** The port that the demo app's files name. */
export const OWN_PORT = 3000;

/** A stranger on the app's port would answer in its place, and what it says would be told as the demo's. */
export async function appPort(): Promise<number> {
  return (await portIfFree(OWN_PORT)) ?? (await portIfFree(0)) ?? OWN_PORT;
}

/** `0` asks for any port. Without a host both address families are tried, as `localhost` may be either. */
function portIfFree(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(wanted, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
