/** What every cause of the registry rules itself out by: something that was observed, never the absence of a fact. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactSheet } from '../../src/diagnosis/fact-sheet.ts';
import { judgeCause } from '../../src/diagnosis/judge.ts';
import { unknown } from '../../src/diagnosis/outcome.ts';
import { problems } from '../../src/problems/index.ts';
import { diagnose, startApp, type TestApp } from './app.ts';

let app: TestApp;
let sheet: FactSheet;
const causes = problems.flatMap((problem) => problem.causes.map((cause) => ({ id: `${problem.id}/${cause.id}`, cause })));

beforeAll(async () => {
  app = await startApp();
  ({ sheet } = await diagnose(app.folder));
}, 60_000);
afterAll(() => app.close());

/** The sheet with these facts as if nobody could have seen them. */
function without(ids: readonly string[]): FactSheet {
  const states = new Map(sheet.states);
  const outcome = unknown('It could not be seen.', 'Look again.');
  for (const id of ids) states.set(id, { phase: 'settled', outcome, durationMs: 0 });
  return { ...sheet, states };
}

/** Where every fact that a cause merely wants is missing, these are ruled out all the same: what they need speaks against them, by a value. */
const ruledOutByNeeds = [
  'redirect-uri-mismatch/template-variables',
  'invalid-client/wrong-id',
  'invalid-client/secret-expired',
  'invalid-client/secret-inactive',
  'invalid-client/application-inactive',
  'invalid-client/wrong-secret',
  'invalid-client/api-access-disallowed',
  'saml-validation-failed/certificate-weak',
  'idp-initiated-login/url-not-registered',
  'expires-too-quickly/cookie-max-age',
  'expires-too-quickly/cookie-domain',
  'expires-too-quickly/refresh-raced',
  'signature-verification/secret-of-other-kind',
  'hard-coded-secret/in-source',
  'state-missing/not-sent',
  'state-missing/predictable',
];

describe('every cause that is ruled out', () => {
  it('names what was observed', () => {
    const bare = causes.flatMap(({ id, cause }) => {
      const verdict = judgeCause(cause, sheet);
      return verdict.kind === 'ruled-out' && verdict.evidence.length === 0 ? [id] : [];
    });
    expect(bare).toEqual([]);
  });

  it('is ruled out without a fact that it wants only by one that it needs', () => {
    const left = causes.flatMap(({ id, cause }) => {
      const wanted = Object.values(cause.wants).map((fact) => fact.id);
      if (wanted.length === 0) return [];
      const verdict = judgeCause(cause, without(wanted));
      return verdict.kind === 'ruled-out' ? [id] : [];
    });
    expect(left).toEqual(ruledOutByNeeds);
  });

  it('says of no absence that it speaks against it', () => {
    const said = causes.flatMap(({ cause }) => {
      const verdict = judgeCause(cause, sheet);
      return verdict.kind === 'ruled-out' && /nothing says|, or |told by itself|told elsewhere/i.test(verdict.because)
        ? [verdict.because]
        : [];
    });
    expect(said).toEqual([]);
  });
});
