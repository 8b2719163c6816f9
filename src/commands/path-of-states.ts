/** The states that the files went through in one run of repairs, so that none comes back unseen. Reads and writes nothing. */
import type { FindingId } from '../diagnosis/judge.ts';
import type { Plan } from '../patches/plan.ts';

export interface Move {
  readonly finding: FindingId;
  /** Id of its journal entry. */
  readonly entry: string;
}

export interface PathOfStates {
  /** The moves that this plan would take back, oldest first; none where it leads to a state that was not there before. */
  readonly undoneBy: (plan: Plan) => readonly Move[];
  readonly goOn: (plan: Plan, move: Move) => void;
  /** The last move was taken back. */
  readonly goBack: () => void;
}

/** Hashes by the real name of the file; `''`: there is no such file. */
type State = ReadonlyMap<string, string>;

export function createPathOfStates(): PathOfStates {
  const moves: { readonly move: Move; readonly from: State; readonly to: State }[] = [];
  const now = (file: string): string | undefined => moves.findLast(({ to }) => to.has(file))?.to.get(file);
  return {
    undoneBy: (plan) => {
      const { to } = stepOf(plan);
      const after = (file: string): string | undefined => to.get(file) ?? now(file);
      // Backwards: what every touched file held before each move.
      const earlier = new Map<string, string>();
      for (let index = moves.length - 1; index >= 0; index--) {
        for (const [file, hash] of moves[index]?.from ?? []) earlier.set(file, hash);
        const touched = new Set([...earlier.keys(), ...to.keys()]);
        if ([...touched].every((file) => earlier.has(file) && after(file) === earlier.get(file))) {
          return moves.slice(index).map(({ move }) => move);
        }
      }
      return [];
    },
    goOn: (plan, move) => moves.push({ move, ...stepOf(plan) }),
    goBack: () => moves.pop(),
  };
}

function stepOf({ files }: Plan): { readonly from: State; readonly to: State } {
  return {
    from: new Map(files.map(({ target }) => [target.real, target.kind === 'existing' ? target.hash : ''])),
    to: new Map(files.map(({ target, after }) => [target.real, after.hash])),
  };
}
