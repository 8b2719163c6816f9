/** Environment URLs as people write them, and where credentials may go. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classifyEnvironmentUrl,
  isLoopbackHost,
  mayReceiveCredentials,
  type UrlIssueKind,
} from '../../src/scalekit/environment-url.ts';

describe('a URL that is fine', () => {
  it.each([
    ['https://acme.scalekit.com', 'production'],
    ['https://acme-1.scalekit.dev', 'development'],
    ['https://acme.scalekit.cloud', 'development'],
    ['https://acme.eu.scalekit.com', 'production'],
    ['https://auth.acme.io', 'custom'],
    ['https://scalekit.acme.io', 'custom'],
    ['https://login.scaleway.com', 'custom'],
    ['https://secret.acme.io', 'custom'],
    ['https://support.scalekit.dev', 'development'],
    ['https://auth.bücher.de', 'custom'],
    ['https://auth.acme.io:8443', 'custom'],
    ['http://127.0.0.1:4000', 'loopback'],
    ['http://localhost:4000', 'loopback'],
    ['https://localhost:4000', 'loopback'],
    ['http://[::1]:4000', 'loopback'],
  ])('%s is %s, and credentials may go there', (text, tier) => {
    const origin = new URL(text).origin;
    expect(classifyEnvironmentUrl(text)).toEqual({ kind: 'fine', origin, tier, issues: [] });
    expect(mayReceiveCredentials(text)).toEqual({ ok: true, origin });
  });
});

describe('a URL that wants tidying', () => {
  const cases: readonly (readonly [string, UrlIssueKind, string])[] = [
    ['https://acme.scalekit.com/', 'trailing-slash', 'https://acme.scalekit.com'],
    ['https://acme.scalekit.com//', 'path', 'https://acme.scalekit.com'],
    ['https://acme.scalekit.com/oauth/authorize', 'path', 'https://acme.scalekit.com'],
    ['https://acme.scalekit.com?env=1', 'query', 'https://acme.scalekit.com'],
    ['https://acme.scalekit.com/#', 'fragment', 'https://acme.scalekit.com'],
    ['https://acme.scalekit.com.', 'trailing-dot', 'https://acme.scalekit.com'],
    ['https://acme.scalekit.com:8443', 'port', 'https://acme.scalekit.com'],
    ['acme.scalekit.com', 'missing-scheme', 'https://acme.scalekit.com'],
    ['//acme.scalekit.com', 'missing-scheme', 'https://acme.scalekit.com'],
    ['localhost:4000', 'missing-scheme', 'http://localhost:4000'],
    ['"https://acme.scalekit.com"', 'quotes', 'https://acme.scalekit.com'],
    ['‘https://acme.scalekit.com’', 'quotes', 'https://acme.scalekit.com'],
    [' https://acme.scalekit.com\r\n', 'white-space', 'https://acme.scalekit.com'],
    ['https://acme.\u200bscalekit.com', 'invisible-characters', 'https://acme.scalekit.com'],
    ['http://127.0.0.1:4000/', 'trailing-slash', 'http://127.0.0.1:4000'],
  ];
  it.each(cases)('%j: %s, corrected to %s, and credentials may go there', (text, kind, corrected) => {
    const found = classifyEnvironmentUrl(text);
    expect(found.issues.map((issue) => issue.kind)).toContain(kind);
    expect(found).toMatchObject({ kind: 'flawed', corrected });
    expect(mayReceiveCredentials(text)).toEqual({ ok: true, origin: corrected });
  });
  it('says everything that is wrong at once', () => {
    const kinds = classifyEnvironmentUrl(' "acme.scalekit.com/x?y#z" ').issues.map((issue) => issue.kind);
    expect(kinds.sort()).toEqual(['fragment', 'missing-scheme', 'path', 'query', 'quotes', 'white-space']);
  });
});

describe('a URL that must not receive credentials', () => {
  const cases: readonly (readonly [string, UrlIssueKind])[] = [
    ['', 'empty'],
    ['   ', 'empty'],
    ['nonsense', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['https:/acme.scalekit.com', 'not-a-url'],
    ['https://acme scalekit.com', 'not-a-url'],
    [`https://${'a'.repeat(5000)}.scalekit.com`, 'not-a-url'],
    ['ftp://acme.scalekit.com', 'wrong-scheme'],
    ['file:///etc/passwd', 'wrong-scheme'],
    ['javascript:alert(1)', 'wrong-scheme'],
    ['http://acme.scalekit.com', 'not-https'],
    ['http://10.0.0.5:8080', 'not-https'],
    ['http://127.0.0.1.evil.example.io', 'not-https'],
    ['https://user:pw@acme.scalekit.com', 'user-info'],
    ['https://acme.scalekit.com@evil.io', 'user-info'],
    ['https://acme.scalekit.com:pw@evil.io/', 'user-info'],
    ['https://app.scalekit.com', 'dashboard'],
    ['https://app.scalekit.com/environments/env_1/settings', 'dashboard'],
    ['https://docs.scalekit.com/sso', 'not-an-environment'],
    ['https://www.scalekit.com', 'not-an-environment'],
    ['https://scalekit.com', 'not-an-environment'],
    ['https://acme', 'not-an-environment'],
    ['https://your-env.scalekit.com', 'placeholder'],
    ['https://yourapp.scalekit.dev', 'placeholder'],
    ['https://<your-env>.scalekit.com', 'placeholder'],
    ['https://${ENV}.scalekit.com', 'placeholder'],
    ['https://NAME.scalekit.com', 'placeholder'],
    ['https://auth.example.com', 'placeholder'],
    ['https://auth.yourcompany.com', 'placeholder'],
    ['https://your-domain.com', 'placeholder'],
    ['<SCALEKIT_ENVIRONMENT_URL>', 'placeholder'],
  ];
  it.each(cases)('%j: %s', (text, kind) => {
    const found = classifyEnvironmentUrl(text);
    expect(found.issues[0]?.kind).toBe(kind);
    expect(mayReceiveCredentials(text)).toMatchObject({ ok: false, why: found.issues[0]?.sentence });
  });
});

describe('a look-alike', () => {
  it.each([
    'https://acme.sca1ekit.com',
    'https://acme.sca1ek1t.com',
    'https://acme.scaleklt.com',
    'https://acme.5calekit.com',
    'https://acme.scalekít.com',
    'https://acme.scаlekit.com',
    'https://acme.xn--sclekit-2fg.com',
    'https://acme.scalekit.com.evil.example',
    'https://scalekit.dev.evil.io',
    'https://acme.sca1ekit.com.evil.io',
    'https://sca1ekit.acme.io',
    'https://scаlekit.acme.io',
    'https://scalekit-com.evil.io',
    'https://acme.scalekit.co',
    'https://acme.scalekit.io',
    'https://acme.scalekit.con',
    'https://acme.scalekit.com.au',
    'https://acme-scalekit.com',
    'https://scalekit-login.com',
    'https://acme.scalekits.com',
    'https://acme.scaelkit.com',
    'https://acme.scalkit.dev',
    'https://acme.skalekit.cloud',
  ])('%s gets no credential', (text) => {
    expect(classifyEnvironmentUrl(text).issues.map((issue) => issue.kind)).toContain('look-alike');
    expect(mayReceiveCredentials(text).ok).toBe(false);
  });
  it('is never corrected: what it should have been is a guess', () => {
    expect(classifyEnvironmentUrl('https://acme.sca1ekit.com/')).not.toHaveProperty('corrected');
  });
});

it('no sentence carries control codes of what was given', () => {
  const found = classifyEnvironmentUrl('ht\u001b[31mtp\u0007s://x\u202ey');
  for (const { sentence } of found.issues) expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

describe('whatever is written', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    'acme',
    '.',
    'scalekit.com',
    'sca1ekit',
    '.com',
    ':',
    '443',
    '/',
    '@',
    '?',
    '#',
    '"',
    ' ',
    'localhost',
    '127.0.0.1',
    '\\',
    '\u0430',
    '[',
    ']',
    '%',
    'xn--',
  );
  const written = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

  it('credentials go to https or this machine only, and to the very host a browser would ask', () => {
    fc.assert(
      fc.property(fc.oneof(written, fc.webUrl(), fc.string()), (text) => {
        const permission = mayReceiveCredentials(text);
        if (!permission.ok) {
          expect(permission.why).not.toBe('');
          return;
        }
        const origin = new URL(permission.origin);
        expect(permission.origin).toBe(origin.origin);
        expect(origin.protocol === 'https:' || isLoopbackHost(origin.hostname)).toBe(true);
        const bare = text.replace(/[\p{Cf}\p{Cc}"'`“”‘’\s]/gu, '');
        const asked = new URL(/^[a-z]+:\/\//i.test(bare) ? bare : `https://${bare.replace(/^\/\//, '')}`);
        expect(origin.hostname).toBe(asked.hostname.replace(/\.$/, ''));
      }),
      { numRuns: 2_000 },
    );
  });
  it('a correction is fine', () => {
    fc.assert(
      fc.property(fc.oneof(written, fc.webUrl()), (text) => {
        const found = classifyEnvironmentUrl(text);
        if (found.kind === 'flawed' && found.corrected !== undefined)
          expect(classifyEnvironmentUrl(found.corrected).kind).toBe('fine');
      }),
      { numRuns: 2_000 },
    );
  });
});
