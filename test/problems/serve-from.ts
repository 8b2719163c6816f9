/** A server that runs in a folder of its own choosing: whose answer it is, its folder tells. */
import { spawn } from 'node:child_process';
import type { RequestListener } from 'node:http';

/** @param listener uses nothing but its arguments: it runs in another process. */
export async function serveFrom(
  folder: string,
  listener: RequestListener,
  tls?: { readonly key: string; readonly cert: string },
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const code = `
    const options = ${JSON.stringify(tls ?? {})};
    const server = require(${tls ? "'node:https'" : "'node:http'"}).createServer(options, ${listener.toString()});
    server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));
  `;
  const child = spawn(process.execPath, ['-e', code], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk)));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('The server of the test ended before it listened.')));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    port,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
