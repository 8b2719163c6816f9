/** An opened exchange shows what was said, and no secret of it: headers and bodies as tables. */
import { describe, expect, it } from 'vitest';
import { mark } from '../../src/rehearsal/marks.ts';
import { createSeenSecrets, type Headers, masked, messageOf } from '../../src/rehearsal/messages.ts';

const token = 'rt_9Vd2kQ7mX4sB1nLw';
const session = 's:7Hq2mZ9xK4vT1bNc8RwY.u5Gd3JkP0aQe';

function shown(headers: Headers, body?: string, before: readonly string[] = []): string {
  const secrets = createSeenSecrets();
  for (const value of before) secrets.add(value);
  const { headers: rows, body: text } = masked(messageOf(headers, body, secrets), secrets);
  return [...rows.map(({ name, value }) => `${name}: ${value}`), ...(text === undefined ? [] : [text])].join('\n');
}

describe('headers', () => {
  it.each([
    ['cookie', `sid=${session}; theme=dark`, `cookie: sid=${mark(session)}; theme=${mark('dark')}`],
    ['Set-Cookie', `sid=${session}; Path=/; HttpOnly`, `set-cookie: sid=${mark(session)}; Path=/; HttpOnly`],
    ['authorization', `Bearer ${token}`, `authorization: Bearer ${mark(token)}`],
    ['location', `/auth/callback?code=${token}&error=x`, `location: /auth/callback?code=${mark(token)}&error=x`],
    ['x-csrf-token', token, `x-csrf-token: ${mark(token)}`],
    ['content-type', 'text/html', 'content-type: text/html'],
  ])('%s', (name, value, wanted) => {
    expect(shown({ [name]: value })).toBe(wanted);
  });

  it('that come more than once are told one by one', () => {
    expect(shown({ 'set-cookie': ['a=11111111', 'b=22222222'] })).toBe(
      `set-cookie: a=${mark('11111111')}\nset-cookie: b=${mark('22222222')}`,
    );
  });
});

describe('a body', () => {
  const json = { 'content-type': 'application/json' };
  it.each([
    [
      'fields of JSON',
      json,
      JSON.stringify({ refresh_token: token, scope: 'openid' }),
      `{"refresh_token":"${mark(token)}","scope":"openid"}`,
    ],
    [
      'fields of a form',
      { 'content-type': 'application/x-www-form-urlencoded' },
      `grant_type=refresh_token&refresh_token=${token}`,
      `grant_type=refresh_token&refresh_token=${mark(token)}`,
    ],
    [
      'a JSON Web Token anywhere',
      { 'content-type': 'text/html' },
      '<p>eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2ln</p>',
      `<p>${mark('eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2ln')}</p>`,
    ],
  ])('hides %s', (_what, headers, body, wanted) => {
    expect(shown(headers, body)).toContain(wanted);
    expect(shown(headers, body)).not.toContain(token);
  });

  it('hides what stood in a cookie before, in every spelling', () => {
    const page = `<a href="/x?s=${encodeURIComponent(session)}">${session.slice(2, 22)}</a> ${token}`;
    const text = shown({ 'content-type': 'text/html' }, page, [session, token]);
    for (const part of [token, '7Hq2mZ9xK4vT1bNc8RwY']) expect(text).not.toContain(part);
  });

  it('that is no text is left out, and a long one is cut', () => {
    expect(shown({ 'content-type': 'application/grpc' }, '\u0000\u0001')).toBe('content-type: application/grpc');
    expect(shown({ 'content-type': 'text/plain' }, 'a '.repeat(9_000)).length).toBeLessThan(2_100);
  });
});
