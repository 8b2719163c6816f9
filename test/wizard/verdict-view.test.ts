/** What the verdict says of the symptom itself. */
import { describe, expect, it } from 'vitest';
import { emptySheet } from '../../src/diagnosis/fact-sheet.ts';
import { skipped } from '../../src/diagnosis/outcome.ts';
import { chosenSymptom, noSymptom } from '../../src/diagnosis/symptom.ts';
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
});
