/** The states that the files go through in one run of repairs: which plan leads back to an earlier one. */
import { expect, it } from 'vitest';
import { createPathOfStates } from '../../src/commands/path-of-states.ts';
import type { Plan } from '../../src/patches/plan.ts';

type Step = Readonly<Record<string, readonly [before: string, after: string]>>;

function planOf(step: Step): Plan {
  const files = Object.entries(step).map(([file, [before, after]]) => ({
    file,
    target: before === '' ? { kind: 'new', real: `/app/${file}` } : { kind: 'existing', real: `/app/${file}`, hash: before },
    after: { hash: after },
  }));
  return { kind: 'plan', root: '/app', files, uncommitted: [] } as unknown as Plan;
}

/** The findings of the moves that the last step would take back. */
function undoneBy(...steps: readonly Step[]): string[] {
  const path = createPathOfStates();
  const last = steps.at(-1) ?? {};
  for (const [index, step] of steps.slice(0, -1).entries()) path.goOn(planOf(step), { finding: `p/${index}`, entry: `${index}` });
  return path.undoneBy(planOf(last)).map(({ finding }) => finding);
}

it.each<[string, readonly Step[], readonly string[]]>([
  ['a first step', [{ a: ['1', '2'] }], []],
  ['a step onwards', [{ a: ['1', '2'] }, { a: ['2', '3'] }], []],
  ['a step back', [{ a: ['1', '2'] }, { a: ['2', '1'] }], ['p/0']],
  ['a step back over two', [{ a: ['1', '2'] }, { a: ['2', '3'] }, { a: ['3', '1'] }], ['p/0', 'p/1']],
  ['a step back to the middle', [{ a: ['1', '2'] }, { a: ['2', '3'] }, { a: ['3', '2'] }], ['p/1']],
  ['half of a step back', [{ a: ['1', '2'], b: ['1', '2'] }, { a: ['2', '1'] }], []],
  ['the other half of it', [{ a: ['1', '2'], b: ['1', '2'] }, { a: ['2', '1'] }, { b: ['2', '1'] }], ['p/0', 'p/1']],
  ['a step back of one file while another has moved on', [{ a: ['1', '2'] }, { b: ['1', '2'] }, { a: ['2', '1'] }], []],
  ['a step back that changes a file besides', [{ a: ['1', '2'] }, { a: ['2', '1'], b: ['1', '2'] }], []],
  ['a file that is made', [{ a: ['', '1'] }, { a: ['1', '2'] }], []],
])('%s', (_name, steps, expected) => {
  expect(undoneBy(...steps)).toEqual(expected);
});

it('forgets a move that was taken back', () => {
  const path = createPathOfStates();
  path.goOn(planOf({ a: ['1', '2'] }), { finding: 'p/0', entry: '0' });
  path.goBack();
  expect(path.undoneBy(planOf({ a: ['2', '1'] }))).toEqual([]);
});
