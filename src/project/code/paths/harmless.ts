/** Calls that look at nothing they are given on anybody's behalf: the language's own, the answer's, the log's, the framework's. Pure. */
import { bare, calledName, field } from '../../syntax/nodes.ts';
import type { SyntaxNode } from '../../syntax/parser.ts';
import { isLogCall } from '../log-call.ts';
import { declarationOf } from '../scope.ts';
import type { CodeModule } from '../types.ts';

const globals =
  /^(?:JSON|Object|Array|String|Number|Boolean|BigInt|Math|Date|Promise|Symbol|Reflect|Buffer|process|performance|Map|Set|WeakMap|FormData|Blob|AbortController|URL|URLSearchParams|Response|Request|Headers|NextResponse|TextEncoder|TextDecoder|Uint8Array|atob|btoa|parseInt|parseFloat|isNaN|encodeURIComponent|decodeURIComponent|encodeURI|decodeURI|escape|unescape|structuredClone|setTimeout|setInterval|setImmediate|clearTimeout|queueMicrotask|require|import|Error|TypeError|RegExp)$/;
/** Of texts, lists, maps, promises and streams. */
const ofTheLanguage =
  /^(?:split|map|flatMap|filter|trim|trimStart|trimEnd|toLowerCase|toUpperCase|startsWith|endsWith|includes|indexOf|lastIndexOf|join|slice|substring|substr|replace|replaceAll|push|unshift|pop|shift|forEach|reduce|find|findIndex|some|every|then|catch|finally|toString|toISOString|valueOf|match|matchAll|test|exec|padStart|padEnd|sort|concat|flat|keys|values|entries|at|charAt|charCodeAt|equals|subarray|fill|reverse|normalize|decode|encode|bind|localeCompare|toJSON)$/;
/** Of requests, answers and their cookies, where they are called on one that the handler was given. */
const ofTheDoor =
  /^(?:status|sendStatus|json|send|end|redirect|cookie|clearCookie|setCookie|set|setHeader|setHeaders|header|headers|type|code|write|writeHead|html|text|body|render|throw|assert|notFound|callNotFound|newResponse|attachment|vary|append|location|links|format|flushHeaders|hijack|arrayBuffer|blob|formData|bytes|clone|get|getAll|has|delete|query|param|queries|parseBody|is|accepts|on|once|pipe|setEncoding|resume|destroy|next|log|switchToHttp|getRequest|getResponse|getNext|getHandler|getClass|getType|getArgs|save|regenerate|reload|touch|toObject)$/;
/** Packages whose functions give what they are asked for, refuse, or answer. */
const packages =
  /^(?:node:.*|crypto|fs|path|util|url|querystring|buffer|stream|os|express|fastify|fastify-plugin|hono|hono\/(?!jwt|jwk|bearer-auth|basic-auth|csrf).*|@hono\/node-server|koa|@koa\/router|koa-router|koa-compose|next\/.*|react|@nestjs\/(?:common|core|config|platform-\w+)|rxjs.*|@sveltejs\/kit|h3|nitropack.*|#imports|#app|astro.*|@remix-run\/.*|react-router.*|@react-router\/.*|elysia|http-errors|raw-body|get-raw-body|body-parser|co-body|micro|cookie|cookie-parser|cookies-next|dotenv.*|server-only|express-async-handler|express-async-errors|tiny-invariant|uuid|nanoid|ms|superjson|debug|pino|winston|bunyan)$/;
/** Nitro and h3 are there without an import. */
const autoImported =
  /^(?:read(?:Raw|Validated|Multipart)?(?:Body|FormData)|get(?:Validated)?(?:Query|Header|Headers|Cookie|RouterParams?|Method|RequestURL|RequestHeaders?|RequestIP)|parseCookies|send\w*|set(?:Header|Headers|Cookie|ResponseStatus|ResponseHeaders?)|deleteCookie|createError|useRuntimeConfig|useStorage|useSession|getUserSession|setUserSession|clearUserSession|toWebRequest|noContent|redirect)$/;
const goingOn = /^(?:next|done|resolve|reject|cb|callback)$/;

/** `isOnSent`: it is called on something that came with the request. */
export function isHarmless(call: SyntaxNode, module: CodeModule, isOnSent = false): boolean {
  const callee = field(call, 'function') ?? field(call, 'constructor');
  if (!callee || isLogCall(call)) return true;
  const first = beginningOf(callee);
  const name = call.type === 'call_expression' ? calledName(call) : '';
  if (callee.type === 'identifier' && goingOn.test(callee.text)) return true;
  if (callee.type === 'super' || callee.type === 'import') return true;
  const declared = first === '' ? undefined : declarationOf(first, callee);
  if (!declared && globals.test(first)) return true;
  if (!declared && callee.type === 'identifier' && !module.imports.has(first) && autoImported.test(first)) return true;
  // Taken out of what the handler gets: `({ cookies, redirect }) => …`.
  if (
    declared?.kind === 'parameter' &&
    callee.type === 'identifier' &&
    /^(?:redirect|rewrite|error|fail|status|render)$/.test(first)
  )
    return true;
  const specifier = declared && declared.kind !== 'value' ? undefined : module.imports.get(first)?.specifier;
  if (specifier !== undefined) return packages.test(specifier);
  if (callee.type !== 'member_expression') return false;
  if (ofTheLanguage.test(name)) return true;
  return ofTheDoor.test(name) && (isOnSent || declared?.kind === 'parameter' || isOfTheDoor(first, callee));
}

/** The name that a chain of members and calls begins with. */
function beginningOf(callee: SyntaxNode): string {
  let at: SyntaxNode | undefined = bare(callee);
  for (let steps = 0; at && steps < 60; steps += 1) {
    if (at.type === 'identifier' || at.type === 'this') return at.text;
    const inner: SyntaxNode | undefined = field(at, 'object') ?? field(at, 'function') ?? field(at, 'constructor');
    at = inner && bare(inner);
  }
  return '';
}

/** `const response = NextResponse.next()`, `const jar = await cookies()`, `const { session } = request`: by the door's usual names. */
function isOfTheDoor(first: string, callee: SyntaxNode): boolean {
  return (
    /^(?:res|reply|response|ctx|c|context|event|req|request|cookies|cookieStore|jar|headers|session|url|searchParams|query|set)$/i.test(
      first,
    ) || /\.(?:headers|searchParams|query|cookies|session)$/i.test(field(callee, 'object')?.text ?? '')
  );
}
