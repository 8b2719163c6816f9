/** The wizard against hostile answers: it comes to its screen in time, leaves with the code of that screen, and no secret or control code is in the terminal's bytes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attack } from '../hostile/attack.ts';
import { attacks } from '../hostile/attacks.ts';
import { json } from '../hostile/behaviours.ts';
import { TOKEN } from '../hostile/environment.ts';
import { CLIENT, layProject, SECRET } from '../hostile/observe.ts';
import { startHostile } from '../hostile/server.ts';
import { COMPILED, PROGRAM } from './program.ts';
import { openTerminal } from './terminal.ts';

const chosen = [
  'nothing at all',
  'headers and nothing more at the token endpoint',
  'a byte a second for ever',
  'endless headers',
  'a gzip bomb',
  'a captive portal',
  'a proxy’s error page at the token endpoint',
  'another protocol',
  'a reset in the body at the token endpoint',
  '100,000 levels of JSON',
  'an error in terminal sequences at the token endpoint',
  '307 of the token request to another host',
  'an echo of the secret',
  'a certificate that has expired',
  'a certificate for another host',
  'a self-signed certificate',
  'garbage in the place of TLS',
].map((name) => attacks.find((attack) => attack.name === name) ?? expect.fail(`No attack is called ${name}.`));

/** Where the server never ends, so long is waited. */
const secondsFor = ({ says, seconds }: Attack): number => (/did not (?:answer|finish) within/.test(says.source) ? 6 : seconds);
const AT_ONCE = 3;
/** Everything fits on it, so that what is looked for is on the screen. */
const WINDOW = { cols: 140, rows: 60 };
/** What our own frames are made of is left out: colours, lines erased, the cursor moved, shown and hidden, pastes marked. */
const OWN = /\u001b\[(?:[\d;]*m|\d*[ABCDEFGJK]|\d+;\d+H|\?(?:25|2004|2026)[hl])|\r?\n|\r/g;

interface Shown {
  readonly screen: string;
  readonly raw: string;
  readonly code: number;
  readonly seconds: number;
  readonly elsewhere: string;
}

const cleanups: (() => void)[] = [];
const shown = new Map<string, Shown>();

async function walk(attack: Attack): Promise<Shown> {
  const { serve, options, url, roots } = attack;
  const other = await startHostile(json(TOKEN));
  const server = await startHostile(serve(other.origin), options);
  const folder = mkdtempSync(join(tmpdir(), 'scalekit-fix-'));
  const env = { HOME: folder, XDG_CACHE_HOME: COMPILED, ...layProject(folder, url?.(server.port) ?? server.origin, roots) };
  const args = [PROGRAM, '--timeout', String(secondsFor(attack)), 'invalid_client'];
  const terminal = openTerminal({
    command: process.execPath,
    args,
    cwd: folder,
    env,
    ...WINDOW,
    atLast: (end) => {
      cleanups.push(end, () => rmSync(folder, { recursive: true, force: true }));
    },
  });
  await terminal.waitFor('Enter look into it', 40_000);
  const started = performance.now();
  terminal.press('enter');
  await terminal.waitFor('b support bundle', 60_000);
  const seconds = (performance.now() - started) / 1000;
  const screen = terminal.screen();
  terminal.type('q');
  const code = await terminal.exitCode;
  await Promise.all([server.close(), other.close()]);
  return { screen, raw: terminal.raw(), code, seconds, elsewhere: JSON.stringify(other.requests) };
}

beforeAll(async () => {
  const waiting = [...chosen];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) shown.set(next.name, await walk(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}, 300_000);

afterAll(() => {
  for (const clean of cleanups) clean();
});

describe('the wizard, where a server answers with', () => {
  it.each(chosen)('$name', (attack) => {
    const { name, says, finds } = attack;
    const run = shown.get(name) ?? expect.fail('It was not walked.');
    expect(run.screen).toMatch(finds ? /1 cause confirmed|no cause found; one other problem/ : /no cause found$/m);
    if (finds) expect(run.screen).toContain(finds);
    // As in the document that the sentence stands in elsewhere.
    else expect(JSON.stringify(run.screen.replace(/\s+/g, ' '))).toMatch(says);
    // The code that was pasted is confirmed, or left unexplained.
    expect(run.code).toBe(1);
    expect(run.seconds).toBeLessThan(secondsFor(attack) + 15);
    const text = run.raw.replace(OWN, '');
    expect(text).not.toMatch(/\p{Cc}|\p{Cf}/u);
    for (const secret of [SECRET, Buffer.from(`${CLIENT}:${SECRET}`).toString('base64')]) {
      expect(text).not.toContain(secret);
      expect(run.elsewhere).not.toContain(secret);
    }
    expect(run.elsewhere).not.toContain('client_secret');
  });
});
