/** `check` of the built program with credentials for a hostile server beside a host that must hear nothing: what was said, sent and used. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, PROGRAM } from '../e2e/program.ts';
import { json } from './behaviours.ts';
import { TOKEN } from './environment.ts';
import { type Behaviour, type HostileOptions, type SeenRequest, startHostile } from './server.ts';

export const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';
export const CLIENT = 'skc_87104652398129153';

export interface Seen {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly requests: readonly SeenRequest[];
  /** What the other host was asked. */
  readonly elsewhere: readonly SeenRequest[];
  /** To be removed when all is looked at. */
  readonly folder: string;
}

export interface Observed {
  readonly serve: (other: string) => Behaviour;
  readonly options?: HostileOptions | undefined;
  /** How the server is spoken to, where it is not by its own origin. */
  readonly url?: ((port: number) => string) | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** For `--timeout`. */
  readonly seconds: number;
}

/** Writes the peak of the resident memory, in kilobytes, as the last thing the program does. */
const PEAK =
  "process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));";

export async function observe({ serve, options, url, env, seconds: most }: Observed): Promise<Seen> {
  const other = await startHostile(json(TOKEN));
  const server = await startHostile(serve(other.origin), options);
  const folder = mkdtempSync(join(tmpdir(), 'scalekit-fix-'));
  const origin = url?.(server.port) ?? server.origin;
  writeFileSync(
    join(folder, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=${origin}\nSCALEKIT_CLIENT_ID=${CLIENT}\nSCALEKIT_CLIENT_SECRET=${SECRET}\n`,
  );
  writeFileSync(join(folder, 'peak.cjs'), PEAK);
  const peakFile = join(folder, 'peak.txt');
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'check', '--json', '--timeout', String(most), '--cwd', folder], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      LANG: 'C.UTF-8',
      NODE_OPTIONS: `--require=${join(folder, 'peak.cjs')}`,
      PEAK_FILE: peakFile,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result = await ended(child);
  const seconds = (performance.now() - started) / 1000;
  await Promise.all([server.close(), other.close()]);
  const peakMegabytes = Number(readFileSync(peakFile, 'utf8')) / 1024;
  return { ...result, seconds, peakMegabytes, requests: server.requests, elsewhere: other.requests, folder };
}
