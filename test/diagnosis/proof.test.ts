/** What a repair is worth, by its own cause and by every other one: verdicts before and after, as tables. */
import { describe, expect, it } from 'vitest';
import type { ProvedBy } from '../../src/diagnosis/cause.ts';
import { causeWith, probeWith } from '../../src/diagnosis/define.ts';
import { emptySheet, type FactSheet } from '../../src/diagnosis/fact-sheet.ts';
import type { Judgement } from '../../src/diagnosis/judge.ts';
import { leftOut, type Outcome, ok, skipped, unknown } from '../../src/diagnosis/outcome.ts';
import { type Look, proofOf, proofOfRepair } from '../../src/diagnosis/proof.ts';
import { confirmed, likely, notApplicable, possible, ruledOut, undecided, type Verdict } from '../../src/diagnosis/verdict.ts';
import { boiler } from './fixtures.ts';

const cause = causeWith<never>();
const probe = probeWith<never>();
const read = probe({ id: 'read', title: 'Read', reach: 'files', observe: () => ok(1) });
const asked = probe({ id: 'asked', title: 'Asked', reach: 'network', needs: { read }, observe: () => ok(1) });

const made = (id: string, provedBy?: ProvedBy, needs = {}) =>
  cause({
    id,
    title: `Fault ${id}`,
    side: 'app',
    ...(provedBy ? { provedBy } : {}),
    needs,
    judge: () => ruledOut(''),
    remedy: () => [],
  });

function look(verdicts: Readonly<Record<string, Verdict>>, facts: Readonly<Record<string, Outcome<unknown>>> = {}): Look {
  const sheet: FactSheet = {
    ...emptySheet,
    states: new Map(Object.entries(facts).map(([id, outcome]) => [id, { phase: 'settled', outcome, durationMs: 1 } as const])),
  };
  const judgements = Object.entries(verdicts).map(
    ([id, verdict]): Judgement => ({
      id: `p/${id}`,
      problem: { ...(boiler as never as Judgement['problem']), id: 'p' },
      cause: made(id, id === 'own' ? 'reading' : undefined, id === 'other' ? { asked } : {}),
      explains: ['p'],
      verdict,
    }),
  );
  return { sheet, judgements };
}

describe('what shows that a repair works', () => {
  it('is the running app for code, unless a host is asked, the fault is not the app’s, or the cause says otherwise', () => {
    expect(made('a').provedBy).toBe('running');
    expect(made('a', 'reading').provedBy).toBe('reading');
    expect(made('a', undefined, { asked }).provedBy).toBe('asking');
    expect(
      cause({ ...made('a'), side: 'idp', provedBy: undefined as never, judge: () => ruledOut(''), remedy: () => [] }).provedBy,
    ).toBe('asking');
  });

  it('is called gone where it was seen, and changed where only the running app can show it', () => {
    const judged = (provedBy: ProvedBy): Judgement[] => {
      const [judgement] = look({ own: ruledOut('It is right.') }).judgements;
      return judgement ? [{ ...judgement, cause: made('own', provedBy) }] : [];
    };
    expect(proofOf('p/own', judged('reading'))).toMatchObject({ kind: 'gone', by: 'reading' });
    expect(proofOf('p/own', judged('asking'))).toMatchObject({ kind: 'gone', by: 'asking' });
    expect(proofOf('p/own', judged('running'))).toMatchObject({
      kind: 'changed',
      said: 'changed; not yet seen to work: scalekit-fix rehearse',
      howToFindOut: expect.stringMatching(/^Or start the app/),
    });
  });
});

describe('a repair after which another cause is at work', () => {
  const own = { own: confirmed('Wrong.') };
  const mended = { own: ruledOut('Right.') };

  it.each<[string, Verdict, Verdict, string]>([
    ['was ruled out and is confirmed', ruledOut('Fine.'), confirmed('Now wrong.'), 'worse'],
    ['was ruled out and is likely', ruledOut('Fine.'), likely('Now perhaps.'), 'worse'],
    ['did not apply and is confirmed', notApplicable('None.'), confirmed('Now wrong.'), 'worse'],
    ['was at work before', confirmed('Wrong.'), confirmed('Wrong.'), 'gone'],
    ['was likely and is confirmed', likely('Perhaps.'), confirmed('Wrong.'), 'gone'],
    ['was possible and is confirmed', possible('Perhaps.'), confirmed('Wrong.'), 'gone'],
    ['could not be judged and is confirmed', undecided('Dark.', 'Lamp.'), confirmed('Wrong.'), 'gone'],
    ['was ruled out and cannot be judged now', ruledOut('Fine.'), undecided('Dark.', 'Lamp.'), 'gone'],
  ])('%s', (_name, before, after, kind) => {
    const facts = { read: ok(1), asked: ok(1) };
    expect(
      proofOfRepair('p/own', look({ ...own, other: before }, facts), look({ ...mended, other: after }, facts)),
    ).toMatchObject({
      kind,
    });
  });

  it.each<[string, Outcome<unknown>, Outcome<unknown>, string]>([
    ['a host that was not asked, and now was', { ...ok(1) }, skipped('No credentials.'), 'gone'],
    ['a host that could not be reached, and now was', { ...ok(1) }, unknown('Dark.', 'Lamp.'), 'gone'],
    ['files that could not be read, and now were', unknown('Locked.', 'Unlock.'), ok(1), 'gone'],
    ['files that were left out, and now were not', leftOut('Left out.', 'Look.'), ok(1), 'gone'],
    ['files in which there was nothing of it', skipped('None.'), ok(1), 'worse'],
  ])('is no worse where what it stands on came to light only now: %s', (_name, readBefore, askedBefore, kind) => {
    const before = look({ ...own, other: notApplicable('…') }, { read: readBefore, asked: askedBefore });
    const after = look({ ...mended, other: confirmed('Wrong.') }, { read: ok(1), asked: ok(1) });
    expect(proofOfRepair('p/own', before, after)).toMatchObject({ kind });
  });

  it('names what it brought about', () => {
    const proof = proofOfRepair(
      'p/own',
      look({ ...own, other: ruledOut('Fine.') }),
      look({ ...mended, other: confirmed('Bad.') }),
    );
    expect(proof).toEqual({ kind: 'worse', because: 'Fault other: Bad.', instead: ['p/other'] });
  });
});
