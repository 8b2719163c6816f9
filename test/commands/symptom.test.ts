/** From a text to what the verdict must answer. */
import { describe, expect, it } from 'vitest';
import { symptomOf } from '../../src/commands/symptom.ts';
import { recognise } from '../../src/intake/index.ts';
import { problems } from '../../src/problems/index.ts';
import { answerTo, isUnexplained } from '../../src/report/answer.ts';

const answered = (text: string) => answerTo(symptomOf(recognise(text), problems), [], problems);

describe('what was pasted, where nothing that was seen explains it', () => {
  it.each([
    ['a status', 'HTTP 401 Unauthorized'],
    ['an error code', 'invalid_grant'],
    ['a line of a log', '2026-11-30 12:00:01 ERROR refresh failed: invalid_grant'],
    ['an error of nothing that is known here', 'TypeError: Cannot read properties of undefined'],
    ['words that name nothing', '500 Internal'],
  ])('%s is left unexplained', (_kind, text) => {
    expect(isUnexplained(answered(text))).toBe(true);
  });

  it('asks nothing of a document in which nothing failed', () => {
    expect(isUnexplained(answered('https://app.acme.example/auth/callback?code=Jx81mQ2&state=n8Vq2LkT'))).toBe(false);
  });

  it('is not there where nothing was pasted', () => {
    expect(symptomOf(undefined, problems).from).toBe('nothing');
  });
});
