/** Where the code sets cookies, with the attributes that decide how long they live and where they are sent. Pure. */
import { bare, descendants, field, memberPath, namedChildren, propertyName, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, Place } from './types.ts';

export type MaxAge =
  | { readonly kind: 'seconds'; readonly seconds: number }
  /** Taken from the life of the access token: `expiresIn`. */
  | { readonly kind: 'expires-in' }
  | { readonly kind: 'unknown' };

export interface CookieAttribute {
  readonly text: string;
  /** The expression behind the name. */
  readonly place: Place;
  /** The literal in it, without what TypeScript says about it: `'strict'` of `'strict' as const`. */
  readonly literal?: Place | undefined;
  /** `{ maxAge }`: the name and the value are one word. */
  readonly isShorthand?: boolean;
  /** It stands inside the text of a Set-Cookie header. */
  readonly inHeader?: boolean;
}

export interface CookieWrite {
  readonly name: string | undefined;
  /** As written: `session.id`. */
  readonly value: string;
  readonly at: Place;
  readonly module: CodeModule;
  readonly node: SyntaxNode;
  /** In which `maxAge` counts here: Express and Koa say milliseconds, the others seconds. */
  readonly unit: Unit;
  readonly maxAge: (MaxAge & Omit<CookieAttribute, 'text'>) | undefined;
  /** It ends at a set time; false only where all of its options are seen. */
  readonly hasExpires: boolean;
  readonly sameSite: CookieAttribute | undefined;
  readonly secure: CookieAttribute | undefined;
  readonly path: CookieAttribute | undefined;
  readonly domain: CookieAttribute | undefined;
}

export type Unit = 'milliseconds' | 'seconds';

interface Write {
  readonly name: SyntaxNode | undefined;
  /** What it is called where no text says its name. */
  readonly named?: string | undefined;
  readonly value: SyntaxNode | undefined;
  readonly options: SyntaxNode | undefined;
  readonly unit: Unit;
}

export function cookieWritesOf(module: CodeModule): CookieWrite[] {
  return [...descendants(module.root, 'call_expression')].flatMap((call) => {
    const write = writeOf(call);
    return write ? [cookieOf(write, call, module)] : [];
  });
}

function writeOf(call: SyntaxNode): Write | undefined {
  const callee = field(call, 'function');
  if (!callee) return undefined;
  const args = argumentsOf(call);
  const [first, second, third, fourth] = args;
  if (callee.type === 'identifier') {
    // The cookie package, Hono and h3 export functions.
    const kept = sessionOptions(callee.text, args);
    if (kept) return kept;
    if (callee.text === 'serialize' && second) return { name: first, value: second, options: third, unit: 'seconds' };
    if (callee.text === 'setCookie' && third) return { name: second, value: third, options: fourth, unit: 'seconds' };
    return undefined;
  }
  if (callee.type !== 'member_expression') return undefined;
  const method = propertyName(field(callee, 'property'));
  const object = field(callee, 'object');
  const owner = object ? bare(object) : undefined;
  // Next.js: `cookies.set({ name, value, … })`. Elysia: `session.set({ value, … })`.
  const inOne = method === 'set' && !second && first ? givenInOne(first, owner) : undefined;
  if (inOne) return inOne;
  if (!owner || !second) return undefined;
  if (method === 'cookie' && /^(?:res|response|reply|this\.res)$/.test(owner.text))
    return { name: first, value: second, options: third, unit: 'milliseconds' };
  if (method === 'setCookie') return { name: first, value: second, options: third, unit: 'seconds' };
  if (method === 'serialize' && /cookie/i.test(owner.text))
    return { name: first, value: second, options: third, unit: 'seconds' };
  if (method === 'set' && isCookieJar(owner)) {
    const koa = /^(?:ctx|context)\.cookies$/.test(owner.text);
    return { name: first, value: second, options: third, unit: koa ? 'milliseconds' : 'seconds' };
  }
  return undefined;
}

function givenInOne(options: SyntaxNode, owner: SyntaxNode | undefined): Write | undefined {
  if (!owner || bare(options).type !== 'object') return undefined;
  const given = optionNodes(options);
  const value = given.get('value');
  if (!value || !(isCookieJar(owner) || ['httpOnly', 'sameSite', 'maxAge', 'path', 'secure'].some((key) => given.has(key))))
    return undefined;
  return { name: given.get('name'), named: memberPath(owner)?.at(-1), value, options, unit: 'seconds' };
}

/** Libraries that keep a session in a cookie of their own, and where its options stand. */
const sessionMakers: ReadonlyMap<string, Unit> = new Map([
  ['session', 'milliseconds'],
  ['expressSession', 'milliseconds'],
  ['cookieSession', 'milliseconds'],
  ['createCookieSessionStorage', 'seconds'],
  ['createSessionStorage', 'seconds'],
  ['createCookie', 'seconds'],
  ['useSession', 'seconds'],
  ['getIronSession', 'seconds'],
  ['ironSession', 'seconds'],
]);

/** `session({ cookie: { sameSite } })`, `createCookie('state', { sameSite })`, `getIronSession(…, { cookieOptions })`. */
function sessionOptions(callee: string, args: readonly SyntaxNode[]): Write | undefined {
  const unit = sessionMakers.get(callee);
  const outer = unit && args.find((argument) => bare(argument).type === 'object' || optionNodes(argument).size > 0);
  if (!unit || !outer) return undefined;
  const given = optionNodes(outer);
  const inner = given.get('cookie') ?? given.get('cookieOptions');
  const [first] = args;
  const name =
    (inner ? optionNodes(inner).get('name') : undefined) ??
    given.get('name') ??
    given.get('cookieName') ??
    (first && stringValue(bare(first)) !== undefined ? first : undefined);
  return { name, named: 'session', value: undefined, options: inner ?? outer, unit };
}

/** `response.cookies`, `cookies()`, or a variable made of it. */
function isCookieJar(node: SyntaxNode): boolean {
  if (/\bcookies(?:\(\))?$/.test(node.text)) return true;
  const declared = node.type === 'identifier' ? declarationOf(node.text, node) : undefined;
  return declared?.kind === 'value' && /\bcookies\(\)$/.test(bare(declared.value).text);
}

function cookieOf({ name, named, value, options, unit }: Write, call: SyntaxNode, module: CodeModule): CookieWrite {
  const given = options ? optionNodes(options) : new Map<string, SyntaxNode>();
  const attribute = (key: string): CookieAttribute | undefined => {
    const node = given.get(key);
    return node ? { text: stringValue(bare(node)) ?? bare(node).text, ...writtenAt(node, module) } : undefined;
  };
  const age = given.get('maxAge') ?? given.get('max_age') ?? given.get('Max-Age');
  return {
    name: (name ? stringValue(bare(name)) : undefined) ?? named,
    value: value?.text ?? '',
    at: placeOf(module.file, call),
    module,
    node: call,
    unit,
    maxAge: age ? { ...maxAgeOf(age, unit), ...writtenAt(age, module) } : undefined,
    hasExpires: given.has('expires') || !(options === undefined || isSeenWhole(options)),
    sameSite: attribute('sameSite'),
    secure: attribute('secure'),
    path: attribute('path'),
    domain: attribute('domain'),
  };
}

function writtenAt(node: SyntaxNode, module: CodeModule): Omit<CookieAttribute, 'text'> {
  const plain = bare(node);
  return {
    place: placeOf(module.file, node),
    literal: /^(?:string|template_string|number|true|false)$/.test(plain.type) ? placeOf(module.file, plain) : undefined,
    isShorthand: node.type === 'shorthand_property_identifier',
  };
}

/** The options by name, through variables and spreads of the same module; what comes later counts. */
function optionNodes(expression: SyntaxNode, steps = 5): Map<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  const node = bare(expression);
  if (steps === 0) return found;
  if (node.type === 'identifier') {
    const declared = declarationOf(node.text, node);
    return declared?.kind === 'value' ? optionNodes(declared.value, steps - 1) : found;
  }
  for (const part of node.type === 'object' ? namedChildren(node) : []) {
    const [inner] = namedChildren(part);
    if (part.type === 'spread_element' && inner) for (const [key, value] of optionNodes(inner, steps - 1)) found.set(key, value);
    const key = part.type === 'pair' ? propertyName(field(part, 'key')) : undefined;
    const value = field(part, 'value');
    if (key !== undefined && value) found.set(key, value);
    if (part.type === 'shorthand_property_identifier') found.set(part.text, part);
  }
  return found;
}

/** An object literal, here or behind a name of this module, whose spreads are such ones, too. */
function isSeenWhole(expression: SyntaxNode, steps = 5): boolean {
  const node = bare(expression);
  if (steps === 0) return false;
  if (node.type === 'identifier') {
    const declared = declarationOf(node.text, node);
    return declared?.kind === 'value' && isSeenWhole(declared.value, steps - 1);
  }
  return (
    node.type === 'object' &&
    namedChildren(node).every((part) => {
      const [inner] = namedChildren(part);
      return part.type !== 'spread_element' || (inner !== undefined && isSeenWhole(inner, steps - 1));
    })
  );
}

function maxAgeOf(expression: SyntaxNode, unit: Unit): MaxAge {
  if (mentionsExpiry(expression)) return { kind: 'expires-in' };
  const number = numberOf(expression);
  return number === undefined ? { kind: 'unknown' } : { kind: 'seconds', seconds: unit === 'seconds' ? number : number / 1000 };
}

function mentionsExpiry(expression: SyntaxNode, steps = 4): boolean {
  if (/\bexpires_?in\b/i.test(expression.text)) return true;
  const node = bare(expression);
  if (node.type !== 'identifier' || steps === 0) return false;
  const declared = declarationOf(node.text, node);
  return declared?.kind === 'value'
    ? mentionsExpiry(declared.value, steps - 1)
    : declared?.kind === 'property' && /expires_?in/i.test(declared.property);
}

/** A product of numbers, as people write times. */
function numberOf(expression: SyntaxNode, steps = 8): number | undefined {
  const node = bare(expression);
  if (steps === 0) return undefined;
  if (node.type === 'number') return Number(node.text.replaceAll('_', ''));
  if (node.type === 'identifier' || node.type === 'shorthand_property_identifier') {
    const declared = declarationOf(node.text, node);
    return declared?.kind === 'value' ? numberOf(declared.value, steps - 1) : undefined;
  }
  if (node.type !== 'binary_expression') return undefined;
  const left = field(node, 'left');
  const right = field(node, 'right');
  const a = left ? numberOf(left, steps - 1) : undefined;
  const b = right ? numberOf(right, steps - 1) : undefined;
  if (a === undefined || b === undefined) return undefined;
  switch (field(node, 'operator')?.text) {
    case '*':
      return a * b;
    case '+':
      return a + b;
    case '/':
      return a / b;
    default:
      return undefined;
  }
}
