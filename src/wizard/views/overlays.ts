/** What lies over a screen: the keys, the decision tree, the way out. Pure. */
import { standsOn } from '../../diagnosis/graph.ts';
import { verdictMarks, verdictWords } from '../../report/words.ts';
import { judgements } from '../judged.ts';
import { bindings } from '../keys.ts';
import type { Session } from '../session.ts';
import { type Line, line, type Screen, type Tone } from './line.ts';

export function keysScreen(session: Session): Screen {
  const under: Session = { ...session, overlays: [] };
  return {
    title: 'Keys',
    lines: bindings(under).map((binding) => line(`  ${binding.shown.padEnd(10)} ${binding.label}`, 'plain', 13)),
  };
}

export function quitScreen(): Screen {
  return { title: 'Leave?', lines: [line('There is nothing further back. Enter leaves, Esc stays.')] };
}

/** Category → problem → cause, what is ruled in or out, and by which facts. */
export function treeScreen(session: Session): Screen {
  const all = judgements(session);
  const lines: Line[] = [];
  const categories = [...new Set(session.registry.map(({ category }) => category))];
  for (const category of categories) {
    lines.push(line(category, 'bold'));
    for (const problem of session.registry.filter((candidate) => candidate.category === category)) {
      lines.push(line(`└ ${problem.title}${session.focus.includes(problem.id) ? '  ← your symptom' : ''}`, 'plain', 2));
      for (const cause of problem.causes) {
        const judgement = all.find(({ id }) => id === `${problem.id}/${cause.id}`);
        const verdict = judgement?.verdict ?? { kind: 'pending' as const };
        const because = 'because' in verdict ? `: ${verdict.because}` : '';
        lines.push(
          line(
            `  └ ${verdictMarks[verdict.kind]} ${verdictWords[verdict.kind]}  ${cause.title}${because}`,
            tones[verdict.kind],
            6,
          ),
        );
        lines.push(line(`      by ${standsOn(cause).slice(0, 4).join(', ') || 'no fact'}`, 'dim', 6));
      }
    }
  }
  return { title: 'Decision tree', lines };
}

const tones: Readonly<Record<keyof typeof verdictMarks, Tone>> = {
  confirmed: 'bad',
  likely: 'warn',
  possible: 'warn',
  unknown: 'plain',
  pending: 'dim',
  'ruled-out': 'good',
  'not-applicable': 'dim',
};
