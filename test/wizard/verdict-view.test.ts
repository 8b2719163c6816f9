/** What the verdict says of the symptom itself. */
import { describe, expect, it } from 'vitest';
import { emptySheet } from '../../src/diagnosis/fact-sheet.ts';
import { skipped } from '../../src/diagnosis/outcome.ts';
import { chosenSymptom, noSymptom } from '../../src/diagnosis/symptom.ts';
import { answerOf } from '../../src/wizard/judged.ts';
import { verdictScreen } from '../../src/wizard/views/verdict.ts';
import { verdictSession } from './stages.ts';

describe('a symptom none of whose causes could be judged', () => {
  it('is said to be one, with what stood in the way', async () => {
    const session = await verdictSession(4);
    const verdict = { kind: 'verdict', selected: 0 } as const;
    const settled = (id: string) => [id, { phase: 'settled', outcome: skipped('There is no water.'), durationMs: 1 }] as const;
    const blind = {
      ...session,
      symptom: chosenSymptom(['cold-water']),
      registry: session.registry.map((problem) => ({ ...problem, causes: problem.causes.slice(0, 1) })),
      sheet: { ...emptySheet, states: new Map([settled('pressure'), settled('valve')]) },
    };
    const shown = (lines = verdictScreen(blind, verdict).lines) => lines.map(({ text }) => text).join('\n');
    expect(shown()).toContain('“The water is cold” could not be looked into: There is no water.');
    expect(shown(verdictScreen({ ...blind, symptom: noSymptom }, verdict).lines)).not.toContain('could not be looked into');
    expect(shown(verdictScreen({ ...session, symptom: chosenSymptom(['cold-water']) }, verdict).lines)).not.toContain(
      'could not be looked into',
    );
  });
});

describe('a symptom that was chosen', () => {
  const verdict = { kind: 'verdict', selected: 0 } as const;

  it('is answered first where no cause of it is found, whatever else is wrong', async () => {
    const session = await verdictSession(4);
    const [cold] = session.registry;
    if (!cold) throw new Error('There is no problem to choose.');
    const asked = { ...cold, id: 'asked', title: 'The roof leaks', causes: [] };
    const chosen = { ...session, registry: [...session.registry, asked], symptom: chosenSymptom(['asked']) };
    expect(verdictScreen(chosen, verdict).title).toBe('“The roof leaks”: no cause found; one other problem');
  });

  it('is counted by its own causes', async () => {
    const session = await verdictSession(4);
    expect(verdictScreen({ ...session, symptom: chosenSymptom(['cold-water']) }, verdict).title).toBe('1 cause confirmed');
  });

  it.each([
    [true, 'repaired and proved gone'],
    [false, 'changed, and not yet seen to work'],
  ])('is not called unexplained once its cause was repaired (seen: %s)', async (seen, words) => {
    const session = await verdictSession(4);
    const [cold, other] = session.registry;
    const [mended] = cold?.causes ?? [];
    if (!cold || !mended) throw new Error('There is no cause to repair.');
    const asked = { ...cold, id: 'asked', title: 'The roof leaks', causes: [mended] };
    const repaired = {
      finding: `asked/${mended.id}`,
      title: mended.title,
      before: '',
      how: 'edits',
      done: 'Changed .env.',
      seen,
    } as const;
    const answer = {
      from: 'list',
      problems: ['asked'],
      read: [],
      answer: 'unexplained',
      findings: [],
      sentence: 'No cause found.',
      next: 'Read the page.',
    } as const;
    const chosen = {
      ...session,
      registry: [...(other ? [other] : []), asked],
      symptom: chosenSymptom(['asked']),
      repaired: [repaired],
      standing: { conclusive: false, unread: [], ...session.standing, answer },
    };
    const told = answerOf(chosen);
    expect(told).toMatchObject({ answer: 'explained', sentence: expect.stringContaining(words) });
    expect(told).not.toHaveProperty('next');
  });
});
