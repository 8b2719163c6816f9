/** Sends the browser on to Scalekit's logout endpoint at the end of the app's own logout. Pure. */
import type { CodeModule, Handler, SdkCall } from '../../project/code/types.ts';
import { bare, descendants, field, memberPath, namedChildren, propertyName, stringValue } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { type Bench, workshop } from './bench.ts';
import { clientName } from './client-name.ts';
import { dialectOf } from './dialect/index.ts';
import { fetchesOf } from './logout/fetches.ts';
import { answerOf, goToAnswer } from './logout/hand-back-address.ts';
import { keptIdToken } from './logout/kept-id-token.ts';
import { relativeSpecifier } from './module-path.ts';
import type { RuleResult } from './rule.ts';
import { own } from './style.ts';

export interface LogoutRule {
  readonly handler: Handler;
  /** Calls of getAuthorizationUrl: their redirect URI says where the app is. */
  readonly logins: readonly SdkCall[];
  readonly modules: readonly CodeModule[];
  /** Post-logout redirect URIs on the app's own address that the client allows, one at least; undefined where that is not known. */
  readonly allowed: readonly [string, ...string[]] | undefined;
}

/** Undefined where it is not plain where people go afterwards. */
export function endSessionToo(rule: LogoutRule): readonly RuleResult[] | undefined {
  const { handler, modules } = rule;
  const shop = workshop();
  const bench = shop.bench(handler.module);
  const client = clientName(bench, handler.node, modules);
  if (client === undefined) return undefined;
  const fetches = fetchesOf(handler.path, modules);
  const answer = fetches.length > 0 ? answerOf(handler) : undefined;
  const pages = fetches.map((fetch) => goToAnswer(fetch, shop));
  const targets = fetches.length > 0 ? [answer?.target ?? pages[0]] : redirectTargets(handler.node);
  const [target] = targets;
  // A redirect to Scalekit is no answer to a script: then both sides change, or none.
  if (!target || targets.length > 1 || (fetches.length > 0 && (!answer || pages.includes(undefined)))) return undefined;
  const back = backTo(target, rule, bench);
  if (back === undefined) return undefined;
  const hint = keptIdToken(handler, answer?.node ?? target, dialectOf(handler, modules, bench), modules);
  const options = [
    ...(hint === undefined ? [] : [hint === 'idTokenHint' ? hint : `idTokenHint: ${hint}`]),
    `postLogoutRedirectUri: ${back}`,
  ];
  const code = `${own(client)}.getLogoutUrl({ ${options.join(', ')} })`;
  if (answer) {
    answer.write(bench, code);
    return shop.results();
  }
  const lines = code.length < 90 ? [code] : [`${own(client)}.getLogoutUrl({`, ...options.map((option) => `  ${option},`), '})'];
  bench.replace(target, lines);
  return shop.results();
}

/** The URLs of redirects: the last argument of `redirect`, the Location of a head that is written. */
function redirectTargets(fn: SyntaxNode): SyntaxNode[] {
  const calls = [...descendants(fn, 'call_expression')].flatMap((call) => {
    const callee = field(call, 'function');
    const name = callee ? (callee.type === 'identifier' ? callee.text : propertyName(field(callee, 'property'))) : undefined;
    const list = field(call, 'arguments');
    const args = list ? namedChildren(list) : [];
    if (name !== 'redirect') return [];
    const target = args.find((argument) => isAddress(argument));
    return target ? [target] : [];
  });
  const heads = [...descendants(fn, 'pair')].flatMap((pair) => {
    const value = field(pair, 'value');
    return /^location$/i.test(propertyName(field(pair, 'key')) ?? '') && value ? [value] : [];
  });
  return [...calls, ...heads];
}

/** `'/'`, `new URL('/', request.url)`, `process.env.APP_URL`; neither a status nor the response. */
function isAddress(node: SyntaxNode): boolean {
  const plain = bare(node);
  return (
    /^(?:string|template_string|new_expression|binary_expression)$/.test(plain.type) ||
    /^process\.env\.|_?ur[il]s?$/i.test(plain.text)
  );
}

/** Code for the absolute address that people come back to. */
function backTo(target: SyntaxNode, rule: LogoutRule, bench: Bench): string | undefined {
  const plain = bare(target);
  const text = stringValue(plain);
  if (rule.allowed) return registered(text, rule.allowed, rule, bench);
  // Nobody registers a URI with the query of a page.
  if (/[?#]/.test(plain.text)) return undefined;
  if (text === undefined) {
    if (plain.type === 'new_expression') return `${own(plain.text)}.href`;
    return own(plain.text);
  }
  if (/^https?:\/\//.test(text)) return own(plain.text);
  if (!text.startsWith('/')) return undefined;
  const base = baseCode(rule, bench);
  return base && `new URL('${text}', ${base}).href`;
}

/** The page of the app's own choice where the client allows it, else the first that it allows: by the login's address where that can be said. */
function registered(text: string | undefined, allowed: readonly [string, ...string[]], rule: LogoutRule, bench: Bench): string {
  const wanted = text?.replace(/[?#].*$/s, '').replace(/^https?:\/\/[^/]*/, '');
  const uri = allowed.find((one) => URL.canParse(one) && new URL(one).pathname === (wanted === '' ? '/' : wanted)) ?? allowed[0];
  const { pathname, href } = new URL(uri);
  const base = href === uri ? baseCode(rule, bench) : undefined;
  return base === undefined ? JSON.stringify(uri).replaceAll('"', "'") : `new URL('${pathname}', ${base}).href`;
}

/** The redirect URI of the login as this module can say it: from the environment, a literal, or an exported constant. */
function baseCode({ logins, modules }: LogoutRule, bench: Bench): string | undefined {
  for (const { argNodes, module, byHand } of logins) {
    const [uri] = byHand?.holder === argNodes[0] ? [] : argNodes;
    const plain = uri ? bare(uri) : undefined;
    if (!plain) continue;
    const suffix = bench.style.isTypeScript && uri?.type !== 'non_null_expression' ? '!' : '';
    if (/^process\.env\.\w+$/.test(plain.text)) return `${plain.text}${suffix}`;
    if (stringValue(plain) !== undefined) return own(plain.text);
    if (memberPath(plain)?.[0] === 'this') {
      if (module === bench.module) return plain.text;
      continue;
    }
    if (plain.type !== 'identifier') continue;
    const from = module.imports.get(plain.text);
    if (module === bench.module && (from || isAtTop(module.root, plain.text))) return plain.text;
    const known = [...bench.module.imports].find(([, { path, name }]) => path === from?.path && name === from?.name)?.[0];
    if (known !== undefined && from) return known;
    const source = modules.find(({ file }) => file.path === (from?.path ?? module.file.path));
    if (!source?.exports.has(from?.name ?? plain.text)) continue;
    const specifier = relativeSpecifier(bench.module, source);
    const local = bench.use({ specifier, name: from?.name ?? plain.text });
    if (local !== undefined) return local;
  }
  return undefined;
}

function isAtTop(root: SyntaxNode, name: string): boolean {
  return namedChildren(root).some((statement) =>
    namedChildren(statement.type === 'export_statement' ? (field(statement, 'declaration') ?? statement) : statement).some(
      (declarator) => declarator.type === 'variable_declarator' && field(declarator, 'name')?.text === name,
    ),
  );
}
