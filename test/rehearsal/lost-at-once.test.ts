/** A refresh token that the login itself used up, sent again: told from what visits in copies of the browser do. */
import { describe, expect, it } from 'vitest';
import { usedUp } from '../../src/rehearsal/acts/lost-at-once.ts';
import { runtimeError } from '../../src/rehearsal/stage/crashes.ts';
import type { SeenRequest } from '../../src/sandbox/index.ts';

const refresh = (token: string, status: number, issued?: string): SeenRequest =>
  ({
    path: '/oauth/token',
    parameters: { grant_type: 'refresh_token', refresh_token: token },
    status,
    ...(issued === undefined ? {} : { refreshToken: issued }),
  }) as unknown as SeenRequest;

describe('a refresh token that is used up', () => {
  it.each([
    ['on the way back and sent again', [refresh('a', 200, 'b')], [refresh('a', 200, 'b'), refresh('a', 400)], 'a'],
    ['by a visit in a copy of the browser', [], [refresh('a', 200, 'b'), refresh('a', 400)], undefined],
    ['and followed by the new one', [refresh('a', 200, 'b')], [refresh('a', 200, 'b'), refresh('b', 200, 'c')], undefined],
    ['never, as it does not rotate', [refresh('a', 200, 'a')], [refresh('a', 200, 'a'), refresh('a', 400)], undefined],
  ] as const)('%s', (_what, back, after, token) => {
    expect(usedUp(back, after)?.parameters['refresh_token']).toBe(token);
  });
});

describe('a page of an error', () => {
  it.each([
    [
      'runtime error: invalid memory address or nil pointer dereference',
      'runtime error: invalid memory address or nil pointer dereference',
    ],
    ['login failed', undefined],
  ])('%s', (body, said) => {
    expect(runtimeError(body)).toBe(said);
  });
});
