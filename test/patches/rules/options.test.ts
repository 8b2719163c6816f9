/** Options of the SDK's calls under other names, and in other places: text before and after. */
import { describe, expect, it } from 'vitest';
import { addScope } from '../../../src/patches/rules/add-scope.ts';
import { gatherLogoutOptions } from '../../../src/patches/rules/mend-arguments.ts';
import type { RuleResult } from '../../../src/patches/rules/rule.ts';
import { applyTextEdits } from '../../../src/patches/text-edits.ts';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import type { CodeAnalysis } from '../../../src/project/code/types.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

const head = "import { Scalekit } from '@scalekit-sdk/node';\nconst scalekit = new Scalekit('u', 'i', 's');\n";

async function patched(code: string, rule: (analysis: CodeAnalysis) => RuleResult | undefined): Promise<string | undefined> {
  const file = sourceFromText('app.ts', head + code);
  const result = rule(await analyseCode({ files: [file], aliases: [] }));
  return result && applyTextEdits(file.text, result.edits).slice(head.length);
}

describe('scopes under the name `scope`', () => {
  const rule = ({ calls }: CodeAnalysis) => {
    const call = calls.find(({ method }) => method === 'getAuthorizationUrl');
    return call && addScope(call, 'offline_access');
  };
  it.each([
    [
      "scalekit.getAuthorizationUrl(u, { scope: ['openid', 'offline_access'], state });",
      "scalekit.getAuthorizationUrl(u, { scopes: ['openid', 'offline_access'], state });",
    ],
    [
      "scalekit.getAuthorizationUrl(u, { state, scope: ['openid'] });",
      "scalekit.getAuthorizationUrl(u, { state, scopes: ['openid', 'offline_access'] });",
    ],
    [
      "scalekit.getAuthorizationUrl(u, { scope: 'openid email' });",
      "scalekit.getAuthorizationUrl(u, { scopes: ['openid', 'email', 'offline_access'] });",
    ],
    [
      "scalekit.getAuthorizationUrl(u, { scope: ['openid', 'email'].join(' ') });",
      "scalekit.getAuthorizationUrl(u, { scopes: ['openid', 'email', 'offline_access'] });",
    ],
    [
      "const scope = 'openid offline_access';\nscalekit.getAuthorizationUrl(u, { scope });",
      "const scope = 'openid offline_access';\nscalekit.getAuthorizationUrl(u, { scopes: scope.split(' ') });",
    ],
    [
      "const wanted = ['openid'];\nscalekit.getAuthorizationUrl(u, { scope: wanted });",
      "const wanted = ['openid'];\nscalekit.getAuthorizationUrl(u, { scopes: [...wanted, 'offline_access'] });",
    ],
    ['scalekit.getAuthorizationUrl(u, { scope: scopesFor(user) });', undefined],
  ])('%s', async (before, after) => {
    expect(await patched(before, rule)).toBe(after);
  });
});

describe('the logout URL with arguments in a row', () => {
  const rule = ({ clientUses }: CodeAnalysis) => {
    const use = clientUses.find(({ path }) => path.join('.') === 'getLogoutUrl');
    return use && gatherLogoutOptions(use);
  };
  it.each([
    [
      'scalekit.getLogoutUrl(idToken, AFTER_LOGOUT);',
      'scalekit.getLogoutUrl({ idTokenHint: idToken, postLogoutRedirectUri: AFTER_LOGOUT });',
    ],
    [
      'scalekit.getLogoutUrl(session.id_token!, `${base}/bye`);',
      'scalekit.getLogoutUrl({ idTokenHint: session.id_token!, postLogoutRedirectUri: `${base}/bye` });',
    ],
    [
      "scalekit.getLogoutUrl('https://app.example.com/');",
      "scalekit.getLogoutUrl({ postLogoutRedirectUri: 'https://app.example.com/' });",
    ],
    [
      'scalekit.getLogoutUrl(idTokenHint, postLogoutRedirectUri);',
      'scalekit.getLogoutUrl({ idTokenHint, postLogoutRedirectUri });',
    ],
    ['scalekit.getLogoutUrl(a, b);', undefined],
  ])('%s', async (before, after) => {
    expect(await patched(before, rule)).toBe(after);
  });
});
