/** What the verdict says of that for which the user came, and the exit code that follows from it. */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/diagnosis/cause.ts';
import type { Judgement } from '../../src/diagnosis/judge.ts';
import { chosenSymptom, noSymptom, type Symptom } from '../../src/diagnosis/symptom.ts';
import { confirmed, likely, ruledOut, undecided, type Verdict } from '../../src/diagnosis/verdict.ts';
import { exitCodeOf } from '../../src/exit-codes.ts';
import { answerTo, isUnexplained } from '../../src/report/answer.ts';

const names = [
  { id: 'asked', title: 'The water is cold', docs: 'https://docs.example/cold' },
  { id: 'other', title: 'The roof leaks', docs: 'https://docs.example/roof' },
];
const seen = { label: 'Pressure', actual: '1 bar' };

function judged(problem: string, cause: string, verdict: Verdict): Judgement<never> {
  const named = { id: problem, title: problem, causes: [] } as unknown as Problem<never>;
  const of = { id: cause, title: cause, severity: 'error' } as unknown as Judgement<never>['cause'];
  return { id: `${problem}/${cause}`, problem: named, cause: of, explains: [problem], verdict };
}

const pasted = (strength: 'complaint' | 'document'): Symptom => ({
  from: 'text',
  problems: ['asked'],
  read: ['Error e_cold'],
  complaints: strength === 'complaint' ? [{ problem: 'asked', because: 'e_cold: the water stays cold.' }] : [],
});

const found = judged('asked', 'valve', confirmed('The valve is shut.', { evidence: [seen] }));
const perhaps = judged('asked', 'valve', likely('The valve seems shut.', { evidence: [seen] }));
const sound = judged('asked', 'valve', ruledOut('The valve is open.', seen));
const unseen = judged('asked', 'valve', undecided('The cellar is locked.', 'Unlock it.'));
const roof = judged('other', 'tile', confirmed('A tile is missing.', { evidence: [seen] }));

describe('the answer to a symptom', () => {
  it.each([
    [
      'a text whose cause is confirmed',
      pasted('complaint'),
      [found, roof],
      'explained',
      '“The water is cold”: one cause confirmed; one other problem.',
    ],
    [
      'a text whose cause is likely',
      pasted('complaint'),
      [perhaps],
      'likely',
      '“The water is cold”: nothing is confirmed, one cause is likely.',
    ],
    [
      'a text that nothing explains',
      pasted('complaint'),
      [sound, roof],
      'unexplained',
      'Not explained by what could be seen here: e_cold: the water stays cold. One other problem was found.',
    ],
    [
      'a document in which nothing failed',
      pasted('document'),
      [sound],
      'nothing-to-explain',
      'What was read says of nothing that it failed, and one cause of “The water is cold” is ruled out.',
    ],
    [
      'a document that could not be judged',
      pasted('document'),
      [unseen],
      'nothing-to-explain',
      'What was read says of nothing that it failed; one cause of “The water is cold” could not be judged.',
    ],
    [
      'a problem from the list with a cause',
      chosenSymptom(['asked']),
      [found],
      'explained',
      '“The water is cold”: one cause confirmed.',
    ],
    [
      'a problem from the list without one',
      chosenSymptom(['asked']),
      [sound, roof],
      'unexplained',
      '“The water is cold”: no cause found; one other problem.',
    ],
  ] as const)('says of %s what it comes to', (_what, symptom, judgements, answer, sentence) => {
    expect(answerTo(symptom, [...judgements], names)).toMatchObject({ answer, sentence });
  });

  it('says what comes next: what stood in the way, else the page of the problem', () => {
    expect(answerTo(pasted('complaint'), [unseen], names)?.next).toBe('The cellar is locked. Unlock it.');
    expect(answerTo(pasted('complaint'), [sound], names)?.next).toContain('https://docs.example/cold');
  });

  it('is none where nothing was named', () => {
    expect(answerTo(noSymptom, [found], names)).toBeUndefined();
    expect(answerTo(chosenSymptom([]), [found], names)).toBeUndefined();
  });

  it('leaves a text unexplained until a cause of it is confirmed, and no question from the list', () => {
    const of = (symptom: Symptom, judgement: Judgement<never>) => isUnexplained(answerTo(symptom, [judgement], names));
    expect(of(pasted('complaint'), sound)).toBe(true);
    expect(of(pasted('complaint'), perhaps)).toBe(true);
    expect(of(pasted('complaint'), found)).toBe(false);
    expect(of(pasted('document'), sound)).toBe(false);
    expect(of(chosenSymptom(['asked']), sound)).toBe(false);
  });
});

describe('the exit code', () => {
  const sane = { errors: 0, warnings: 0, unexplained: false, checked: true, strict: false };
  it.each([
    ['all is well', {}, 0],
    ['an error is left', { errors: 1 }, 1],
    ['an error is left and nothing could be checked', { errors: 1, checked: false }, 1],
    ['warnings are left', { warnings: 3 }, 0],
    ['warnings are left and --strict was given', { warnings: 3, strict: true }, 1],
    ['--strict was given and nothing is left', { strict: true }, 0],
    ['something pasted is left unexplained', { unexplained: true }, 1],
    ['nothing was found and the credentials were not checked', { checked: false }, 3],
    ['warnings are left and the credentials were not checked', { warnings: 1, checked: false }, 3],
  ])('where %s', (_what, change, code) => {
    expect(exitCodeOf({ ...sane, ...change })).toBe(code);
  });
});

describe('an error of the identity provider', () => {
  const complaint = { problem: 'asked', because: 'e_idp: refused there.', side: 'idp', next: 'Open its console.' } as const;
  const text: Symptom = { from: 'text', problems: ['asked'], read: ['Error e_idp'], complaints: [complaint] };
  const inApp: Judgement<never> = { ...found, cause: { ...found.cause, side: 'app' } };
  const atIdp: Judgement<never> = { ...found, cause: { ...found.cause, side: 'idp' } };

  it('is not explained by a cause in the app, and says what to do there', () => {
    expect(answerTo(text, [inApp], names)).toMatchObject({ answer: 'unexplained', findings: [], next: 'Open its console.' });
  });

  it('is explained by a cause on its own side', () => {
    expect(answerTo(text, [atIdp], names)).toMatchObject({ answer: 'explained', findings: [atIdp.id] });
  });
});
