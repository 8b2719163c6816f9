/** Comparisons and courses of time as lines: narrow, without colour, readable aloud. */
import { describe, expect, it } from 'vitest';
import { durationWords, exhibitLines } from '../../src/report/exhibits.ts';

describe('a comparison', () => {
  it('writes out what differs and folds what is the same', () => {
    const lines = exhibitLines({
      kind: 'table',
      title: 'What the three say',
      columns: ['Setting', 'Scalekit', 'Metadata', 'Response'],
      rows: [
        { cells: ['Issuer', 'https://idp.example', 'https://idp.example', 'https://idp.example'], differs: false },
        { cells: ['Audience', 'https://acme.scalekit.com/sp', '', 'https://other.example'], differs: true },
        { cells: ['NameID', '', '', ''], differs: false },
      ],
    });
    expect(lines.map(({ text }) => text)).toEqual([
      'What the three say',
      '= the same  Issuer: https://idp.example',
      '✖ differs   Audience',
      '    Scalekit  https://acme.scalekit.com/sp',
      '    Metadata  (says nothing)',
      '    Response  https://other.example',
    ]);
  });
});

describe('a course of time', () => {
  it('draws each span to scale, says its end in words and which one ends the session', () => {
    const lines = exhibitLines({
      kind: 'timeline',
      title: 'One session',
      until: 3_600,
      spans: [
        { label: 'Access token', from: 0, to: 300, note: 'renewed', decides: false },
        { label: 'Cookie', from: 0, to: 1_800, decides: true },
        { label: 'Absolute', from: 0, to: 86_400, decides: false },
      ],
    });
    expect(lines.map(({ text }) => text)).toEqual([
      'One session',
      'Access token ██······················ 5 min, renewed',
      'Cookie       ████████████············ 30 min, ◀ ends the session',
      'Absolute     ████████████████████████ more than 1 h',
    ]);
  });

  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [300, '5 min'],
    [5_400, '1 h 30 min'],
    [86_400, '1 day'],
    [2_592_000, '30 days'],
  ])('%i seconds are %s', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });
});
