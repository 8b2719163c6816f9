/** What people write for a time. */
import { describe, expect, it } from 'vitest';
import { fitsDuration, readDuration } from '../../src/probes/expires-after.ts';

describe('a time in the user’s own words', () => {
  it.each([
    ['5 min', 300],
    ['about 2 hours', 7_200],
    ['1h 30m', 5_400],
    ['half an hour', 1_800],
    ['an hour', 3_600],
    ['7 days', 604_800],
    ['one week', 604_800],
    ['after 0.5 h', 1_800],
  ])('%s', (text, seconds) => {
    expect(readDuration(text)).toMatchObject({ kind: 'seconds', seconds });
  });

  it.each([
    ['at once', 'at-once'],
    ['immediately after login', 'at-once'],
    ['when I close the browser', 'browser'],
  ])('%s', (text, kind) => {
    expect(readDuration(text)?.kind).toBe(kind);
  });

  it.each(['', 'soon', '5', '5 bananas'])('is none: “%s”', (text) => {
    expect(readDuration(text)).toBeUndefined();
  });

  it('fits a time that it rounds, and no other', () => {
    const told = readDuration('8 hours');
    expect(fitsDuration(told, 8 * 3_600)).toBe(true);
    expect(fitsDuration(told, 7.5 * 3_600)).toBe(true);
    expect(fitsDuration(told, 5 * 3_600)).toBe(false);
    expect(fitsDuration(readDuration('at once'), 300)).toBe(false);
  });
});
