/** The one scan for all literals finds what a search for each of them finds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hitsIn, trigger } from '../../src/redaction/triggers.ts';

const exact = ['ab', 'abab', 'bA', 'b', 'aabab', '@x', 'x@'];
const folded = ['token', 'key', 'monkey', 'en', 'a'];
const triggers = [
  ...exact.map((text) => ({ text, ignoreCase: false, trigger: trigger([text]) })),
  ...folded.map((text) => ({ text, ignoreCase: true, trigger: trigger([text], { ignoreCase: true }) })),
];
const piece = fc.oneof(fc.constantFrom(...exact, ...folded, 'tok', 'TOKEN', 'mon', 'Key', 'B', ' '), fc.string({ maxLength: 2 }));
const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join(''), 'latin1').toString('latin1'));

function searched(text: string, literal: string, ignoreCase: boolean): number[] {
  const whole = ignoreCase ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text;
  const starts: number[] = [];
  for (let at = whole.indexOf(literal); at >= 0; at = whole.indexOf(literal, at + 1)) starts.push(at);
  return starts;
}

it('finds every literal wherever it stands, one inside the other', () => {
  fc.assert(
    fc.property(texts, fc.nat(60), (text, until) => {
      const bytes = Buffer.from(text, 'latin1');
      const all = hitsIn({ bytes, text });
      const some = hitsIn({ bytes, text, until: Math.min(until, text.length) });
      for (const { text: literal, ignoreCase, trigger: own } of triggers) {
        const expected = searched(text, literal, ignoreCase);
        expect(all.of(own)).toEqual(expected);
        expect(some.of(own)).toEqual(expected.filter((start) => start < until));
      }
    }),
  );
});

it('tells several literals of one trigger in one list', () => {
  const both = trigger(['<<', '>>']);
  const text = 'a << b >> c <<';
  expect(hitsIn({ bytes: Buffer.from(text), text }).of(both)).toEqual([2, 7, 12]);
});
