/** `check` of the built program with credentials for a hostile server beside a host that must hear nothing: what was said, sent and used. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPILED, ended, PROGRAM } from '../e2e/program.ts';
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
  /** Given the origin of a host that has no business with the credentials. */
  readonly serve: (other: string) => Behaviour;
  readonly options?: HostileOptions | undefined;
  /** How the server is spoken to, where it is not by its own origin. */
  readonly url?: ((port: number) => string) | undefined;
  /** An authority, as PEM, that the program is told to trust. */
  readonly roots?: string | undefined;
  /** For `--timeout`: the run lasts that long where the server never ends. */
  readonly seconds: number;
}

/** Writes the peak of the resident memory, in kilobytes, as the last thing the program does. */
const PEAK =
  "process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));";

/** Credentials for that environment in a folder; what the program's own environment must hold for it. */
export function layProject(folder: string, origin: string, roots?: string): Record<string, string> {
  writeFileSync(
    join(folder, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=${origin}\nSCALEKIT_CLIENT_ID=${CLIENT}\nSCALEKIT_CLIENT_SECRET=${SECRET}\n`,
  );
  if (roots === undefined) return {};
  writeFileSync(join(folder, 'roots.pem'), roots);
  return { NODE_EXTRA_CA_CERTS: join(folder, 'roots.pem') };
}

export async function observe({ serve, options, url, roots, seconds: most }: Observed): Promise<Seen> {
  const other = await startHostile(json(TOKEN));
  const server = await startHostile(serve(other.origin), options);
  const folder = mkdtempSync(join(tmpdir(), 'scalekit-fix-'));
  const env = layProject(folder, url?.(server.port) ?? server.origin, roots);
  writeFileSync(join(folder, 'peak.cjs'), PEAK);
  const peakFile = join(folder, 'peak.txt');
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'check', '--json', '--timeout', String(most), '--cwd', folder], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      XDG_CACHE_HOME: COMPILED,
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
