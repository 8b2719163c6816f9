/** Verifies the assertion of an IdP-initiated login where it is only decoded. Pure. */
import { decodings } from '../../project/code/token-leaks.ts';
import type { CodeModule, Handler } from '../../project/code/types.ts';
import { descendants, field } from '../../project/syntax/nodes.ts';
import type { RuleResult } from './rule.ts';
import { verifyToken } from './verify-token.ts';

/** Undefined where the handler decodes none, or something else as well. */
export function verifyAssertion(handler: Handler, modules: readonly CodeModule[]): readonly RuleResult[] | undefined {
  for (const { node, module } of handler.reached) {
    const inside = (at: number): boolean => node.startIndex <= at && node.endIndex >= at;
    const found = decodesIn(module).filter(({ at }) => inside(at.start));
    const [only] = found;
    const result = only && found.length === 1 ? verifyToken(only, 'getIdpInitiatedLoginClaims', modules) : undefined;
    // The SDK's refusal ends in an error page, as a broken assertion did before.
    if (result) return [{ ...result, sure: true }];
  }
  return undefined;
}

const decoders = /^(?:jwt\.decode|jwtDecode|jwt_decode|decodeJwt|jose\.decodeJwt|jsonwebtoken\.decode)$/;

/** Under whatever name the assertion goes. */
function decodesIn(module: CodeModule) {
  const named = decodings(module, () => false);
  const others = [...descendants(module.root, 'call_expression')].flatMap((call) => {
    const name = field(call, 'function')?.text ?? '';
    const token = decoders.test(name) ? field(call, 'arguments')?.namedChildren[0]?.text : splitText(call.text, name);
    const at = {
      file: module.file,
      start: call.startIndex,
      end: call.endIndex,
      location: module.file.locationAt(call.startIndex),
    };
    return token === undefined || named.some((one) => one.at.start === call.startIndex) ? [] : [{ at, token }];
  });
  return [...named, ...others];
}

/** `Buffer.from(assertion.split('.')[1], 'base64url')`. */
function splitText(text: string, name: string): string | undefined {
  return /^(?:Buffer\.from|atob)$/.test(name) ? /\(\s*([\w.]+)\.split\(\s*['"]\.['"]\s*\)\[1\]/.exec(text)?.[1] : undefined;
}
