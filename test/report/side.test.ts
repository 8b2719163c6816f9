/** On whose side a finding lies, beside the remedy that is shown with it. */
import { expect, it } from 'vitest';
import { sideOf } from '../../src/report/document.ts';

it.each([
  ['scalekit', 'edits', 'app'],
  ['scalekit', 'change', 'scalekit'],
  ['scalekit', 'steps', 'scalekit'],
  ['idp', 'edits', 'idp'],
  ['app', 'edits', 'app'],
] as const)('%s, mended by %s, is on the side of %s', (side, kind, expected) => {
  expect(sideOf(side, { kind })).toBe(expected);
});
