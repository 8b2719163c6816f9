/** Whether a typed word is a known one with a slip of the finger. */

/** Real words that lie within a slip of ours and mean something else. */
const lookalikes = new Set(
  (
    'contrato contratos contrat contrats evening evenings seven eleven prevent prevents intent about above taken toxin collection collections correction corrections direct direction directions indirect precision section sections mission version versions even ever every evens ' +
    'stage stages stale start starts slate claim claims cooking rookie silent logic march watch catch words world falls fairs tails lever newer nerve house houses horse review reviews ' +
    'alive crate remain chance stars rules rolls files fills filed field fields error terror group grout greet users uses used sight single singe signal site sites side connect contact contract contracts ' +
    'invoice invite invited valued values value directly director directors correct collect content context request requests require required report reports return returns retire ' +
    'session passion mood model models body booking looking backing taking making token-ring marched refund refunds reuse reject project object subject protect province provide provided provides ' +
    'expect expects expense expensive export exports expert experts explain assign assist account accounts amount accept except exact minute minutes domain domains demand driver driven never server servers service services ' +
    'cancel change charge changes charges string strong stuck stack track truck trouble double doubled missing mixing kissing wishing fishing dress address access success event vent point points print prints paint ' +
    'lange langen langer lang langsam mittel mitten alles allem immer nutzen karte warte weder leder lager gruppe truppe meldung melden falten fallen faellt gehen sehen stehen verbindung verbindlich sitzen setzen'
  ).split(' '),
);

/** Slips allowed for a word of that length. */
export function slipsFor(length: number, shortest = 5): number {
  return length < shortest ? 0 : length < 8 ? 1 : 2;
}

export function isLookalike(word: string): boolean {
  return lookalikes.has(word);
}

export function isNear(word: string, known: string, shortest = 5): boolean {
  const slips = slipsFor(Math.min(word.length, known.length), shortest);
  if (slips === 0 || Math.abs(word.length - known.length) > slips) return false;
  // Fingers slip inside a word; its first letter is nearly always right, or swapped with the second.
  if (word[0] !== known[0] && !(word[0] === known[1] && word[1] === known[0])) return false;
  return distance(word, known, slips) <= slips;
}

/** Damerau–Levenshtein (adjacent swaps), given up beyond `limit`. */
function distance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return best;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
