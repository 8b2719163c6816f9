/** Every code in every wrapping, the explanations, and what must not be taken for a code. */
import { describe, expect, it } from 'vitest';
import { codeEntries } from '../../src/intake/codes/table.ts';
import { explainCode, recognise } from '../../src/intake/index.ts';
import { codesOfFacts, messagesOfFacts } from './codes-table.ts';

const percent = (text: string): string => text.replaceAll('_', '%5F');
const halves = (code: string): readonly [string, string] => {
  const middle = code.indexOf('_', 4) + 1;
  return [code.slice(0, middle), code.slice(middle)];
};

const wrappings: Readonly<Record<string, (code: string) => string>> = {
  alone: (code) => code,
  'upper case': (code) => code.toUpperCase(),
  'a log line': (code) => `2026-03-01T10:00:00Z ERROR [auth] login failed: ${code} (request 4711)`,
  JSON: (code) => JSON.stringify({ error: code, error_description: 'no' }),
  'JSON in JSON': (code) => JSON.stringify({ body: JSON.stringify({ body: JSON.stringify({ error: code }) }) }),
  'a callback URL': (code) => `https://app.acme.test/auth/callback?error=${code}&error_description=no+luck&state=1`,
  'an encoded URL': (code) => `https://a.test/?next=%2Fcb%3Ferror%3D${percent(code)}%26state%3D1`,
  'a doubly encoded URL': (code) => `https://a.test/?next=%252Fcb%253Ferror%253D${code.replaceAll('_', '%255F')}`,
  'a line break after an underscore': (code) => halves(code).join('\n'),
  'a line break inside a word': (code) => `${code.slice(0, -3)}\n${code.slice(-3)}`,
  'a box on a screenshot': (code) => `│ ${halves(code)[0]}  │\n│ ${halves(code)[1]} │`,
  'a quoted mail': (code) => `> it said ${halves(code)[0]}\n> ${halves(code)[1]} yesterday`,
  colours: (code) => `\u001b[1m\u001b[31m${halves(code)[0]}\u001b[0m${halves(code)[1]}\u001b[39m`,
  'zero-width characters': (code) => [...code].join('\u200b'),
  'HTML entities': (code) => `<p>Error: &quot;${code.replaceAll('_', '&#95;')}&quot;</p>`,
  'HTML tags': (code) => `<div><code>${halves(code)[0]}<wbr>${halves(code)[1]}</code></div>`,
  'unicode escapes': (code) => `{"error":"${code.replaceAll('_', '\\u005f')}"}`,
  'quoted-printable mail': (code) =>
    `Content-Transfer-Encoding: quoted-printable\n\nthe error is ${halves(code)[0]}=\n${halves(code)[1]} =3D bad`,
  'full-width letters': (code) => [...code].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join(''),
  UTF16: (code) => [...code].join('\0'),
  'an exception': (code) =>
    `${code
      .split('_')
      .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`)
      .join('')}Error: no`,
  'Japanese around it': (code) => `ログインすると${code}というエラーが出ます`,
};

describe('codes', () => {
  for (const [wrapping, wrap] of Object.entries(wrappings)) {
    it(`are found in ${wrapping}`, () => {
      const wrong = codesOfFacts
        .filter(([code]) => !(wrapping === 'an exception' && code.startsWith('ERR')))
        .map(([code, problem]) => [code, problem, recognise(wrap(code)).pointers.map((pointer) => pointer.problem)] as const)
        .filter(([, problem, found]) => found[0] !== problem);
      expect(wrong).toEqual([]);
    });
  }

  it.each(messagesOfFacts)('“%s” points to %s', (text, problem) => {
    expect(recognise(text).pointers[0]?.problem).toBe(problem);
  });

  it.each([...codesOfFacts, ...messagesOfFacts.slice(0, 4)])('%s is explained', (code, problem) => {
    const explained = explainCode(code);
    expect(explained?.problem).toBe(problem);
    expect(explained?.meaning.length).toBeGreaterThan(40);
    expect(explained?.docs).toMatch(/^https:\/\//);
  });

  it('are each known once', () => {
    const codes = codeEntries().map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are explained in any spelling and nothing else is', () => {
    expect(explainCode('InvalidGrantError')?.code).toBe('invalid_grant');
    expect(explainCode('INVALID-GRANT')?.code).toBe('invalid_grant');
    expect(explainCode('no_such_code')).toBeUndefined();
  });

  it('of several kinds in one paste are all kept', () => {
    const { pointers, artefacts } = recognise(
      'first invalid_grant, then WebhookVerificationError: Invalid Signature\nlater redirect_uri_mismatch and no_active_connections',
    );
    expect(pointers.map(({ problem }) => problem).sort()).toEqual([
      'cannot-refresh',
      'connection-not-found',
      'redirect-uri-mismatch',
      'signature-verification',
    ]);
    expect(pointers.every(({ strength }) => strength === 'likely')).toBe(true);
    expect(artefacts.filter(({ kind }) => kind === 'error-code')).toHaveLength(4);
  });

  it.each([
    'const invalidToken = 1;',
    'my_invalid_client_handler()',
    'invalid_client_name is a column',
    'the service is unavailable',
    'not found',
    'error: internal',
    'code: unknown',
  ])('are not seen in “%s”', (text) => {
    expect(recognise(text).pointers).toEqual([]);
  });

  it('tell their place in what was pasted', () => {
    const text = 'oh &quot;invalid&#95;grant&quot; no';
    const code = recognise(text).artefacts.find(({ kind }) => kind === 'error-code');
    expect(text.slice(code?.range.start, code?.range.end)).toBe('invalid&#95;grant');
  });

  it('of the registry are found too', () => {
    const registrySymptoms = [
      { id: 'passkey-refused', symptoms: { codes: ['passkey_refused'], phrases: ['passkey is not accepted'] } },
    ];
    expect(recognise('error=passkey_refused', { registrySymptoms }).pointers[0]).toMatchObject({
      problem: 'passkey-refused',
      strength: 'likely',
    });
    expect(recognise('My passkey is not accepted', { registrySymptoms }).pointers.map(({ problem }) => problem)).toContain(
      'passkey-refused',
    );
  });
});
