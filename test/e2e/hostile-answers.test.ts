/** `check` of the built program against every hostile answer: it ends in time and in bounds with its own sentence, and no credential shows or leaves. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attacks } from '../hostile/attacks.ts';
import { CLIENT, observe, SECRET, type Seen } from '../hostile/observe.ts';
import { STACK_TRACE } from './program.ts';

const MOST_MEGABYTES = 200;
const seen = new Map<string, Seen>();
/** Some answers are waited for to the end of the run: so several at once, and outside of the tests, which run one by one. */
const AT_ONCE = 3;

beforeAll(async () => {
  const waiting = [...attacks];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) seen.set(next.name, await observe(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}, 600_000);

afterAll(() => {
  for (const { folder } of seen.values()) rmSync(folder, { recursive: true, force: true });
});

interface Report {
  readonly findings: readonly { readonly id: string; readonly verdict: string }[];
  readonly probes: readonly { readonly id: string; readonly status: string }[];
}

const basic = Buffer.from(`${CLIENT}:${SECRET}`).toString('base64');

describe('a server that answers with', () => {
  it.each(attacks)('$name', ({ name, probe, says, code, finds, seconds }) => {
    const run = seen.get(name) ?? expect.fail('It was not run.');
    const { findings, probes } = JSON.parse(run.stdout) as Report;
    const spoken = probes.find(({ id }) => id === probe);
    expect(JSON.stringify(spoken)).toMatch(says);
    expect(findings.filter(({ verdict }) => /confirmed|likely/.test(verdict)).map(({ id }) => id)).toEqual(finds ? [finds] : []);
    expect(run.code).toBe(code);
    expect(probes.filter(({ status }) => status === 'crashed')).toEqual([]);

    const said = run.stdout + run.stderr;
    expect(said).not.toMatch(STACK_TRACE);
    expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u200b\u202e]/);
    const elsewhere = JSON.stringify(run.elsewhere);
    for (const secret of [SECRET, basic]) {
      expect(said).not.toContain(secret);
      expect(elsewhere).not.toContain(secret);
    }
    expect(elsewhere).not.toContain('client_secret');
    // Escapes and numbers would be other forms of the same characters.
    expect(JSON.stringify(JSON.parse(run.stdout))).not.toMatch(/\\u001b|\u001b|\u202e|\u200b/);
    expect(run.peakMegabytes).toBeLessThan(MOST_MEGABYTES);
    expect(run.seconds).toBeLessThan(seconds + 15);
  });

  it('401 is asked with the secret once and never again', () => {
    const run = seen.get('an echo of the secret') ?? expect.fail('It was not run.');
    expect(run.requests.filter(({ raw }) => raw.includes(SECRET))).toHaveLength(1);
  });

  it('503 is asked three times, and no more', () => {
    const run = seen.get('503 for ever at the token endpoint') ?? expect.fail('It was not run.');
    expect(run.requests.filter(({ raw }) => raw.includes(SECRET))).toHaveLength(3);
  });
});
