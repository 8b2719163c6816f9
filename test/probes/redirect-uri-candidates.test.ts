import { expect, it } from 'vitest';
import { redirectUriCandidates } from '../../src/probes/redirect-uri-candidates.ts';

it('asks first about what env files hold, then about what the app answers, then about the slips made most', () => {
  expect(
    redirectUriCandidates(
      'http://localhost:3000/callback',
      ['/', '/login', '/auth/:id', '/auth/callback'],
      ['https://app.example.com/cb'],
    ),
  ).toEqual([
    'https://app.example.com/cb',
    'http://localhost:3000/auth/callback',
    'http://localhost:3000/callback/',
    'https://localhost:3000/callback',
    'http://127.0.0.1:3000/callback',
  ]);
});

it('never asks about the one that was refused, nor about more than six', () => {
  const routes = ['/auth/a', '/auth/b', '/auth/c', '/auth/callback', '/callback'];
  const asked = redirectUriCandidates('https://app.example.com/callback/', routes, [
    'https://app.example.com/callback/',
    'https://b.example.com',
  ]);
  expect(asked).not.toContain('https://app.example.com/callback/');
  expect(asked).toContain('https://app.example.com/callback');
  expect(asked.length).toBeLessThanOrEqual(6);
});

it.each(['myapp://callback', 'not a URI', ''])('of “%s” it knows nothing but what is written', (uri) => {
  expect(redirectUriCandidates(uri, ['/auth/callback'], ['https://app.example.com/cb'])).toEqual(['https://app.example.com/cb']);
});
