import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/cli/nearest.ts';

describe('the distance of two words', () => {
  it.each([
    ['check', 'check', 0],
    ['chekc', 'check', 1],
    ['chck', 'check', 1],
    ['cheeck', 'check', 1],
    ['chack', 'check', 1],
    ['', 'fix', 3],
    ['abcd', 'wxyz', 4],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same both ways, zero for equals only, and never more than the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('the nearest word', () => {
  it('is the closest one within reach', () => {
    expect(nearest('bundel', ['undo', 'bundle'], 2)).toBe('bundle');
  });
  it('is none when all are too far', () => {
    expect(nearest('redirect', ['undo', 'bundle'], 2)).toBeUndefined();
  });
});
