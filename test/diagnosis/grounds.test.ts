/** Ruled out is what an observation speaks against: the absence of a fact never is. */
import { describe, expect, it } from 'vitest';
import { causeWith, probeWith } from '../../src/diagnosis/define.ts';
import { emptySheet, type FactSheet } from '../../src/diagnosis/fact-sheet.ts';
import { judgeCause } from '../../src/diagnosis/judge.ts';
import { crashed, leftOut, type Outcome, ok, skipped, unknown } from '../../src/diagnosis/outcome.ts';
import { ruledOut } from '../../src/diagnosis/verdict.ts';

const probe = probeWith<object>();
const cause = causeWith<object>();
const files = probe({ id: 'files', title: 'The files', reach: 'files', observe: () => ok(1) });
const settings = probe({ id: 'settings', title: 'Settings of the client', reach: 'network', observe: () => ok(1) });
const found = probe({ id: 'found', title: 'What the files hold', reach: 'derived', wants: { files }, observe: () => ok(1) });

function sheet(outcomes: Readonly<Record<string, Outcome<unknown>>>): FactSheet {
  const states = Object.entries(outcomes).map(
    ([id, outcome]) => [id, { phase: 'settled' as const, outcome, durationMs: 1 }] as const,
  );
  return { ...emptySheet, states: new Map(states) };
}

const judged = {
  id: 'secret-expired',
  title: 'The secret has expired',
  side: 'app',
  provedBy: 'asking',
  needs: { found },
  wants: { settings },
  remedy: () => [],
} as const;
const asksBoth = cause({
  ...judged,
  judge: ({ settings }) => ruledOut(settings ? 'It lives.' : 'Nothing says that it has expired.'),
});
const asksFiles = cause({ ...judged, judge: ({ found }) => ruledOut(`Found ${found}.`) });
const names = cause({ ...judged, judge: () => ruledOut('It lives.', { label: 'Token request', actual: 'granted' }) });
const seen = ok(1, { label: 'Files read', actual: '12' });

describe('a cause that a judge rules out', () => {
  it('carries what was observed of the facts that it asked for', () => {
    const all = sheet({ found: seen, files: seen, settings: ok(2) });
    expect(judgeCause(asksBoth, all)).toMatchObject({
      kind: 'ruled-out',
      evidence: [
        { label: 'Files read', actual: '12' },
        { label: 'Settings of the client', actual: 'looked at' },
      ],
    });
  });

  it.each([
    ['could not be seen', unknown('Nobody answered.', 'Try again.'), 'Nobody answered.'],
    ['was left out', leftOut('--offline was given.', 'Run without it.'), '--offline was given.'],
    ['broke', crashed('TypeError'), 'A probe of scalekit-fix itself broke: TypeError'],
  ])('is unknown where a fact that it asked for %s', (_what, outcome, because) => {
    expect(judgeCause(asksBoth, sheet({ found: seen, files: seen, settings: outcome }))).toMatchObject({
      kind: 'unknown',
      because,
    });
  });

  it('stays ruled out where a fact that it asked for does not apply, or that it never asked for is missing', () => {
    expect(judgeCause(asksBoth, sheet({ found: seen, files: seen, settings: skipped('No client.') })).kind).toBe('ruled-out');
    expect(judgeCause(asksFiles, sheet({ found: seen, files: seen, settings: unknown('Dark.', 'Lamp.') })).kind).toBe(
      'ruled-out',
    );
  });

  it('stays ruled out by an observation that it names itself', () => {
    expect(judgeCause(names, sheet({ found: seen, files: seen, settings: unknown('Dark.', 'Lamp.') }))).toMatchObject({
      kind: 'ruled-out',
      evidence: [{ label: 'Token request' }],
    });
  });

  it('is unknown where files could not be read that it stands on, however far below', () => {
    const dark = sheet({ found: ok(0), files: unknown('There was no time.', 'Take more.'), settings: ok(1) });
    expect(judgeCause(asksFiles, dark)).toMatchObject({ kind: 'unknown', because: 'There was no time.' });
  });
});
