/** Puts the branch for a login that the identity provider starts in front of an Express login handler. Pure. */
import type { Handler } from '../../project/code/types.ts';
import { descendants, field, memberPath, namedChildren } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { insertion, lineEnding, parameterNames, type RuleResult, result } from './rule.ts';

/** Undefined where the handler starts no login itself: then its redirect URI and state are not in sight. */
export function addIdpInitiated(handler: Handler): RuleResult | undefined {
  const { node: fn, module, framework } = handler;
  // The types of a query are more than this rule knows.
  if (framework !== 'express' || /\.[cm]?tsx?$/.test(module.file.path)) return undefined;
  const [request, response] = parameterNames(fn);
  const body = field(fn, 'body');
  const call = [...descendants(fn, 'call_expression')].find(
    (found) => memberPath(field(found, 'function') ?? found)?.at(-1) === 'getAuthorizationUrl',
  );
  if (request === undefined || response === undefined || body?.type !== 'statement_block' || !call) return undefined;
  const list = field(call, 'arguments');
  const [redirectUri, options] = list ? namedChildren(list) : [];
  const client = field(field(call, 'function') ?? call, 'object')?.text;
  const carries = (options?.type === 'object' ? namedChildren(options) : []).filter((part) =>
    /^(?:state|scopes|nonce)\b/.test(part.text),
  );
  if (!redirectUri || client === undefined || /\bclaims\b/.test(fn.text)) return undefined;
  const statement = statementIn(body, call);
  if (!statement) return undefined;
  const { text } = module.file;
  const lineStart = text.lastIndexOf('\n', statement.startIndex) + 1;
  const indent = text.slice(lineStart, statement.startIndex);
  if (indent.trim() !== '') return undefined;
  const properties = [...carries.map((part) => part.text), 'connectionId: claims.connection_id', 'loginHint: claims.login_hint'];
  const lines = [
    `if (${request}.query.idp_initiated_login) {`,
    `  const claims = await ${client}.getIdpInitiatedLoginClaims(${request}.query.idp_initiated_login);`,
    `  ${response}.redirect(${client}.getAuthorizationUrl(${redirectUri.text}, { ${properties.join(', ')} }));`,
    '  return;',
    '}',
  ];
  const end = lineEnding(text);
  const edits = [
    insertion(statement.startIndex, lines.map((line, index) => (index === 0 ? line : indent + line)).join(end) + end + indent),
  ];
  // The claims are awaited.
  if (!/^async\b/.test(fn.text)) edits.unshift(insertion(fn.startIndex, 'async '));
  return result(module.file, edits);
}

/** The statement of the handler's own block in which the call stands. */
function statementIn(body: SyntaxNode, call: SyntaxNode): SyntaxNode | undefined {
  return namedChildren(body).find(({ startIndex, endIndex }) => startIndex <= call.startIndex && endIndex >= call.endIndex);
}
