import { expect, it } from 'vitest';
import { shownEvidence } from '../../src/report/evidence.ts';

it('shows no piece of evidence twice, and none that says nothing', () => {
  const location = { file: 'src/a.js', line: 3, column: 1 };
  const scopes = { label: 'The scopes', actual: 'openid', location };
  expect(
    shownEvidence([scopes, { ...scopes }, { label: 'Empty' }, { label: 'Blank', actual: '' }, { label: 'Place', location }]),
  ).toEqual([scopes, { label: 'Place', location }]);
});
