/** The nearest of a few known words to one that was mistyped. Pure. */

/** Edits (insert, remove, replace, swap two neighbours) that lead from `a` to `b`; Infinity as soon as there are more than `most`. */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = cell(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let best = Math.min(replaced, cell(previous, column) + 1, cell(current, column - 1) + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) best = Math.min(best, cell(beforePrevious, column - 2) + 1);
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  const distance = cell(previous, b.length);
  return distance > most ? Number.POSITIVE_INFINITY : distance;
}

/** The first of the nearest words, when it is at most `most` edits away; without `most`, the nearest there is. */
export function nearest(word: string, known: readonly string[], most = Number.POSITIVE_INFINITY): string | undefined {
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of known) {
    const distance = editDistance(word, candidate, Math.min(most, least));
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
