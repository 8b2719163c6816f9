/** Where the code lets tokens go astray. Derived; only in a project whose code concerns Scalekit. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { checkedOnTheWay } from '../project/code/token-checks.ts';
import { type Decoding, decodings, putInUrls, storedInBrowser, type TokenPlace } from '../project/code/token-leaks.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

export interface TokenLeaks {
  readonly stored: readonly TokenPlace[];
  readonly inUrls: readonly TokenPlace[];
  readonly decoded: readonly Decoding[];
}

export const tokenLeaks = probe({
  id: 'token-leaks',
  title: 'Where tokens go',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<TokenLeaks> => {
    if (!code.concernsScalekit) return skipped('The code does not concern Scalekit.');
    // Without a login of Scalekit's that gives tokens, what is decoded is some other token.
    const hasTokens =
      code.validations.length > 0 ||
      code.calls.some(({ method }) => method === 'authenticateWithCode' || method === 'refreshAccessToken') ||
      code.modules.some(({ file }) => /\/oauth\/token\b|openid-client|\bid_?token\b/i.test(file.text));
    const checks = code.validations.map(({ node }) => node.id);
    const decoded = (hasTokens ? code.modules : []).flatMap((module) =>
      decodings(
        module,
        (scope) => scope.descendantsOfType('call_expression').some((call) => call && checks.includes(call.id)),
        code.modules,
      ),
    );
    const value: TokenLeaks = {
      stored: code.modules.flatMap(storedInBrowser),
      inUrls: code.modules.flatMap(putInUrls),
      decoded: decoded.map((decoding) => checkedOnTheWay(decoding, decoded, code)),
    };
    const all = [...value.stored, ...value.inUrls, ...value.decoded];
    return ok(value, ...all.map(({ at, how }) => ({ label: how, location: at.location })));
  },
});
