/**
 * The eighth set, written before anything was changed for the seventh and measured after: the right problem first for 127 of 137 (93 %; 125
 * before), and 7 of 60 foreign texts claimed, all of them written to sound like ours. Rules and words were widened once more for what it showed.
 */
import { describe, expect, it } from 'vitest';
import { claimedOf, missedOf, rowsOf } from '../judged.ts';
import { eighthEnglish, eighthForeign, eighthLanguages } from './words.ts';

describe('the eighth held-out set', () => {
  it.each([
    ['English', rowsOf(eighthEnglish), 0.96],
    ['four other languages', rowsOf(eighthLanguages), 0.97],
  ] as const)('has the right problem first in %s', (_, rows, least) => {
    const missed = missedOf(rows);
    expect({ enough: 1 - missed.length / rows.length >= least, missed }).toMatchObject({ enough: true });
  });

  it('claims nothing of other people’s troubles', () => {
    expect(claimedOf(eighthForeign)).toEqual([]);
  });
});
