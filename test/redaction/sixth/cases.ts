/** Pairs of the sixth set where only a part of the value is secret. */
import { seeded } from '../corpus/random.ts';
import type { Place } from '../third/kind.ts';
import type { Case } from '../third/measure.ts';
import type { SixthKind } from './kinds.ts';

const OTHER = 'Zz';

/** `every`: of so many pairs of kind and place one, another for another seed. */
export function* sixthCases(kinds: readonly SixthKind[], places: readonly Place[], seed: number, every = 1): Generator<Case> {
  const random = seeded(seed);
  let turn = seed;
  for (const kind of kinds) {
    for (const place of places) {
      const field = random.pick(kind.fields);
      const whole = kind.make(random);
      if (!fits(kind, place, whole) || turn++ % every !== 0) continue;
      const value = kind.secretOf?.(whole) ?? whole;
      const around = place.write(
        field,
        whole.replace(value, () => OTHER),
      );
      yield { name: `${place.name} × ${kind.name}`, text: place.write(field, whole), value, around };
    }
  }
}

const fits = (kind: SixthKind, { takesBlocks, isNameless, never }: Place, value: string): boolean =>
  !(kind.isBlock === true && takesBlocks !== true) &&
  !(kind.isNamedOnly === true && isNameless === true) &&
  never?.test(value) !== true;
