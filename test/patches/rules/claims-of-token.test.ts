/** A guard that took the yes or no for an object: patched, it lets a good token in and a bad one not. Each is run. */
import { describe, expect, it } from 'vitest';
import { claimsOfToken } from '../../../src/patches/rules/claims/claims-of-token.ts';
import { applyTextEdits } from '../../../src/patches/text-edits.ts';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';
import { syntaxErrors } from '../remedies/harness.ts';

async function patched(code: string, path = 'guard.js') {
  const head = "import { Scalekit } from '@scalekit-sdk/node';\nconst scalekit = new Scalekit('u', 'i', 's');\n";
  const file = sourceFromText(path, head + code);
  const { clientUses } = await analyseCode({ files: [file], aliases: [] });
  const use = clientUses.find((candidate) => candidate.path.join('.') === 'validateAccessToken');
  const result = use && claimsOfToken(use);
  if (!result) return undefined;
  const text = applyTextEdits(file.text, result.edits);
  expect(await syntaxErrors(path, text)).toEqual([]);
  return { text: text.slice(head.length), sure: result.sure };
}

type Guard = (scalekit: unknown, token: string) => Promise<unknown>;

/** The client of the SDK: one method throws, the other never does. */
const scalekit = {
  validateToken: (token: string) =>
    token === 'good' ? Promise.resolve({ sub: 'usr_1', email: 'a@b.example' }) : Promise.reject(new Error('bad')),
  validateAccessToken: (token: string) => Promise.resolve(token === 'good'),
};

/** `in` or what the guard hands out for a good token; a bad one must give `out`. */
const guards: readonly (readonly [what: string, code: string, good: unknown])[] = [
  ['a flag alone', 'const r = await scalekit.validateAccessToken(token); if (!r.valid) return "out"; return "in";', 'in'],
  ['a flag of the call itself', 'return (await scalekit.validateAccessToken(token)).valid ? "in" : "out";', 'in'],
  [
    'a flag by another name',
    'const r = await scalekit.validateAccessToken(token); return r?.isValid === true ? "in" : "out";',
    'in',
  ],
  ['a flag taken out', 'const { valid } = await scalekit.validateAccessToken(token); return valid ? "in" : "out";', 'in'],
  [
    'a flag taken out under another name',
    'const { valid: ok } = await scalekit.validateAccessToken(token)\nreturn ok ? "in" : "out"',
    'in',
  ],
  [
    'a flag and the user in a try block',
    'let ok = false; let user = null; try { const r = await scalekit.validateAccessToken(token); ok = r?.valid === true; user = r?.user ?? null; } catch (e) { ok = false; } if (!ok) return "out"; return user.sub;',
    'usr_1',
  ],
  [
    'a flag negated',
    'const r = await scalekit.validateAccessToken(token); if (!r.valid) { return "out"; } return r.user.sub;',
    'usr_1',
  ],
  [
    'a flag held against false',
    'const r = await scalekit.validateAccessToken(token); if (r.valid === false) return "out"; return r.claims.email;',
    'a@b.example',
  ],
  [
    'a flag held against true',
    'const r = await scalekit.validateAccessToken(token); if (r.valid !== true) return "out"; return r.sub;',
    'usr_1',
  ],
  [
    'a flag with a default',
    'const r = await scalekit.validateAccessToken(token); const ok = r.valid ?? false; return ok ? r.sub : "out";',
    'usr_1',
  ],
  [
    'a flag twice negated',
    'const r = await scalekit.validateAccessToken(token); const ok = !!r.valid; return ok ? r.sub : "out";',
    'usr_1',
  ],
  [
    'a flag among conditions',
    'const r = await scalekit.validateAccessToken(token); if (token && r.valid && r.sub) return r.sub; return "out";',
    'usr_1',
  ],
  ['a ternary', 'const r = await scalekit.validateAccessToken(token); return r.valid ? r.payload.sub : "out";', 'usr_1'],
  [
    'the claims read in front of the question',
    'const r = await scalekit.validateAccessToken(token); const sub = r.sub; const user = r.user.email; if (!r.valid) return "out"; return sub + user;',
    'usr_1a@b.example',
  ],
  [
    'the answer itself is asked',
    'const claims = await scalekit.validateAccessToken(token); if (!claims) return "out"; return claims.sub;',
    'usr_1',
  ],
  [
    'the answer held against true',
    'const claims = await scalekit.validateAccessToken(token); if (claims !== true) return "out"; return claims.sub;',
    'usr_1',
  ],
  [
    'the user is asked',
    'const r = await scalekit.validateAccessToken(token); if (!r.user) return "out"; return r.user.sub;',
    'usr_1',
  ],
  [
    'no question, caught',
    'try { const { sub } = await scalekit.validateAccessToken(token); return sub; } catch { return "out"; }',
    'usr_1',
  ],
  [
    'the user without a question, caught',
    'try { const { user } = await scalekit.validateAccessToken(token); return user.sub; } catch { return "out"; }',
    'usr_1',
  ],
  [
    'flag and user taken out',
    'const { valid, user } = await scalekit.validateAccessToken(token);\n  if (!valid) return "out";\n  return user.sub;',
    'usr_1',
  ],
  [
    'flag and claims taken out',
    'const { isValid: fine, sub, email: mail } = await scalekit.validateAccessToken(token);\n  return fine ? sub + mail : "out";',
    'usr_1a@b.example',
  ],
  [
    'the user taken out and asked',
    'const { user } = await scalekit.validateAccessToken(token);\n  if (!user) return "out";\n  return user.sub;',
    'usr_1',
  ],
  [
    'a claim taken out and asked',
    'const { sub } = await scalekit.validateAccessToken(token);\n  return sub ? sub : "out";',
    'usr_1',
  ],
  [
    'a variable that is assigned',
    'let r; try { r = await scalekit.validateAccessToken(token); } catch { return "out"; } return r.valid ? r.user.sub : "out";',
    'usr_1',
  ],
  [
    'a variable with a first value',
    'let r = null; try { r = await scalekit.validateAccessToken(token); } catch { return "out"; } if (!r || !r.valid) return "out"; return r.sub;',
    'usr_1',
  ],
];

describe('a guard in JavaScript', () => {
  it.each(guards)('%s', async (_what, code, good) => {
    const mended = await patched(`async function guard(token) {\n  ${code}\n}\n`);
    expect(mended).toBeDefined();
    const guard = new Function('scalekit', 'token', `${mended?.text}\nreturn guard(token);`) as Guard;
    expect([await guard(scalekit, 'good'), await guard(scalekit, 'bad'), mended?.sure]).toEqual([good, 'out', true]);
  });
});

describe('what is not sure', () => {
  it.each([
    [
      'nothing catches and nothing asks: a bad token ends in an error now',
      'const r = await scalekit.validateAccessToken(token); return r.sub;',
    ],
    [
      'the try block is around another function',
      'try { return run(async () => { const r = await scalekit.validateAccessToken(token); return r.sub; }); } catch { return "out"; }',
    ],
    ['the answer is handed on', 'const r = await scalekit.validateAccessToken(token); if (!r.valid) return r; return r.sub;'],
  ])('%s', async (_what, code) => {
    expect((await patched(`async function guard(token) {\n  ${code}\n}\n`))?.sure).toBe(false);
  });
});

describe('what is left to the steps', () => {
  it.each([
    [
      'why a token was refused',
      'const r = await scalekit.validateAccessToken(token); if (!r.valid) throw new Error(r.error); return r.sub;',
    ],
    [
      'a default in a pattern',
      'const { valid, user = {} } = await scalekit.validateAccessToken(token); return valid ? user : "out";',
    ],
    [
      'a variable with two answers',
      'let r = await scalekit.validateAccessToken(token); r = await other(token); return r.valid ? r.sub : "out";',
    ],
  ])('%s', async (_what, code) => {
    expect(await patched(`async function guard(token) {\n  ${code}\n}\n`)).toBeUndefined();
  });

  it('a type that says what the result is', async () => {
    const code =
      'async function guard(token: string) {\n  const r = (await scalekit.validateAccessToken(token)) as unknown as { valid: boolean; sub: string };\n  return r.valid ? r.sub : null;\n}\n';
    expect(await patched(code, 'guard.ts')).toBeUndefined();
  });
});
