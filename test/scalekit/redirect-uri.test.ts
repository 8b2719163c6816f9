import { describe, expect, it } from 'vitest';
import { matchRegistered, nearMisses, redirectUriRuleBreaks } from '../../src/scalekit/redirect-uri.ts';

describe('the rules of a redirect URI', () => {
  it.each([
    ['https://app.acme.com/cb', 'production', []],
    ['myapp://callback', 'production', []],
    ['http://localhost:3000/cb', 'development', []],
    ['http://localhost:3000/cb', 'production', ['localhost-in-production']],
    ['https://127.0.0.1/cb', 'production', ['localhost-in-production']],
    ['http://app.acme.com/cb', 'production', ['http-in-production']],
    ['https://app.acme.com/cb?next=1', 'development', ['query']],
    ['https://app.acme.com/cb#x', 'development', ['fragment']],
    ['/cb', 'development', ['not-absolute']],
    ['undefined/cb', 'development', ['not-absolute']],
    ['https://*.acme.com/cb', 'development', []],
    ['https://auth-*.acme.com/cb', 'development', []],
    ['https://*.com/cb', 'development', ['wildcard']],
    ['https://a.*.com/cb', 'development', ['wildcard']],
    ['https://*.acme.com/*', 'development', ['wildcard']],
    ['https://*.acme.com/cb', 'production', ['wildcard']],
    [`https://app.acme.com/${'a'.repeat(250)}`, 'development', ['too-long']],
  ] as const)('%s in %s breaks %j', (uri, tier, kinds) => {
    expect(redirectUriRuleBreaks(uri, tier).map((rule) => rule.kind)).toEqual(kinds);
  });
});

describe('matching with the registered ones', () => {
  it.each([
    ['https://a.com/cb', ['https://a.com/cb'], 'exact'],
    ['https://a.com/cb/', ['https://a.com/cb'], 'none'],
    ['https://a.com/CB', ['https://a.com/cb'], 'none'],
    ['https://x.acme.com/cb', ['https://*.acme.com/cb'], 'wildcard'],
    ['https://x.y.acme.com/cb', ['https://*.acme.com/cb'], 'none'],
    ['https://.acme.com/cb', ['https://*.acme.com/cb'], 'none'],
    ['https://auth-7.acme.com/cb', ['https://auth-*.acme.com/cb'], 'wildcard'],
    ['https://team.acme.com/cb', ['https://{{org_slug}}.acme.com/cb'], 'template'],
    ['https://a.b.example/cb', ['https://{{domain}}/cb'], 'template'],
    ['https://a.b.example.evil.com/x', ['https://{{domain}}/cb'], 'none'],
  ] as const)('%s against %j: %s', (uri, registered, kind) => {
    expect(matchRegistered(uri, registered).kind).toBe(kind);
  });
});

describe('near misses', () => {
  it.each([
    ['http://localhost:3000/cb', 'https://localhost:3000/cb', ['scheme']],
    ['http://localhost:3000/cb', 'http://localhost:3001/cb', ['port']],
    ['http://localhost:3000/cb', 'http://localhost:3000/cb/', ['trailing-slash']],
    ['http://localhost:3000/cb', 'http://localhost:3000/Cb', ['path-case']],
    ['http://localhost:3000/cb', 'http://localhost:3000/auth/cb', ['path']],
    ['http://localhost:3000/cb', 'http://127.0.0.1:3000/cb', ['loopback-name']],
    ['https://acme.com/cb', 'https://www.acme.com/cb', ['www']],
    ['https://acme.com/cb', 'https://other.com/cb', ['host']],
  ] as const)('%s and %s differ in %j', (uri, registered, differences) => {
    expect(nearMisses(uri, [registered])).toEqual([{ registered, differences }]);
  });

  it('puts the nearest first and leaves out what is far', () => {
    const found = nearMisses('http://localhost:3000/cb', [
      'https://prod.example.com/auth/cb',
      'http://localhost:3000/auth',
      'http://localhost:3000/cb/',
    ]);
    expect(found.map((miss) => miss.registered)).toEqual(['http://localhost:3000/cb/', 'http://localhost:3000/auth']);
  });
});
