/** Where an answer came from, by reading: the handler of the route, and what it calls of the provider's on the way. Pure. */
import type { Location } from '../../diagnosis/evidence.ts';
import { literal } from '../../project/literal.ts';
import { folderOf } from '../../project/manifests.ts';
import { readGo } from './go.ts';
import { readJava } from './java.ts';
import { readPython } from './python.ts';
import type { SourceFacts, SourceFunction, SourceRoute } from './source.ts';

export type ProviderCall = 'authorize' | 'exchange' | 'refresh' | 'logout' | 'webhook' | 'assertion';

export interface ReadPlaces {
  /** The handler of the route; with a call, the line in it that leads there, then the call itself. */
  readonly handlerOf: (method: string, path: string, call?: ProviderCall) => readonly Location[];
  /** Where the project makes this call: few places, or none where there are many. */
  readonly callsOf: (call: ProviderCall) => readonly Location[];
  /** Where a cookie of this name is set. */
  readonly cookieAt: (name: string) => readonly Location[];
}

/** SDK, OAuth libraries, and requests by hand. */
export const CALLS: Readonly<Record<ProviderCall, RegExp>> = {
  authorize:
    /\b[gG]et_?[aA]uthorization_?[uU]rl\(|\bauthorize_redirect\(|\bcreate_authorization_url\(|\bAuthCodeURL\(|oauth\/authorize/,
  exchange:
    /\b[aA]uthenticate_?[wW]ith_?[cC]ode\(|\bauthorize_access_token\(|\bfetch_token\(|\.Exchange\(|"authorization_code"|oauth\/token/,
  refresh: /\b[rR]efresh_?[aA]ccess_?[tT]oken\(|\.TokenSource\(|(?<!\[)"refresh_token"(?!\])|\.refreshToken\(/,
  logout: /\b[gG]et_?[lL]ogout_?[uU]rl\(|oidc\/logout|end_session/,
  webhook: /\b[vV]erify_?[wW]ebhook_?[pP]ayload\(|hmac\.(?:New|Equal|new|compare_digest)\(|HmacSHA256/,
  assertion: /\b[gG]et_?[iI]dp_?[iI]nitiated_?[lL]ogin_?[cC]laims\(|idp_initiated_login/,
};
const MOST_PLACES = 3;
const MOST_DEPTH = 4;

export function readPlaces(texts: ReadonlyMap<string, string>): ReadPlaces {
  let known: SourceFacts | undefined;
  // Most runs ask for no place.
  const factsOf = (): SourceFacts => {
    known ??= sourceFacts(texts);
    return known;
  };
  return {
    handlerOf: (method, path, call) => {
      const facts = factsOf();
      const handler = handlerOf(facts, method, path);
      if (!handler) return [];
      const way = call === undefined ? undefined : wayTo(facts, handler, CALLS[call], MOST_DEPTH);
      return (way ?? [at(handler.file, handler.from)]).slice(0, MOST_PLACES);
    },
    callsOf: (call) => few(linesWith(texts, CALLS[call])),
    cookieAt: (name) => {
      const direct = few(settersOf(texts, name));
      return direct.length > 0 ? direct : throughHelper(factsOf(), texts, name);
    },
  };
}

function sourceFacts(texts: ReadonlyMap<string, string>): SourceFacts {
  const read = [readGo(texts), readJava(texts), readPython(texts)];
  return { functions: read.flatMap(({ functions }) => functions), routes: read.flatMap(({ routes }) => routes) };
}

function at(file: string, line: number): Location {
  return { file, line, column: 1 };
}

const SETS =
  /[cC]ookie\s*\{|[sS]et_?[cC]ookie\(|\.Cookie\(&|addCookie\(|new Cookie\(|ResponseCookie|sessions?\.(?:Sessions|New|Default)\(|\.(?:Get|New)\(\w+, /;
const DELETES = /MaxAge:\s*-|MaxAge\s*=\s*-|setMaxAge\(0\)|maxAge\(0\)|"",\s*-1/;

/** Under its name or a constant of that name: where it is given a value rather than deleted. */
function settersOf(texts: ReadonlyMap<string, string>, name: string): Line[] {
  const quoted = new RegExp(`["\`]${literal(name)}["\`]`);
  const named = linesWith(texts, quoted);
  const constants = named.flatMap(
    ({ text }) =>
      /^\s*(?:const\s+|var\s+|(?:private|public)?\s*static\s+final\s+String\s+)?(\w+)(?:\s+string)?\s*=\s*["`]/.exec(text)?.[1] ??
      [],
  );
  const used = constants.flatMap((constant) => linesWith(texts, new RegExp(`\\b${constant}\\b`)));
  const setting = [...named, ...used].filter(({ near }) => SETS.test(near));
  const giving = setting.filter(({ near }) => !DELETES.test(near));
  return giving.length > 0 ? giving : setting;
}

/** The project's own function that is given the name, where it makes the cookie. */
function throughHelper({ functions }: SourceFacts, texts: ReadonlyMap<string, string>, name: string): Location[] {
  const called = linesWith(texts, new RegExp(`["\`]${literal(name)}["\`]`)).flatMap(({ text }) =>
    [...text.matchAll(/\b(\w+)\(/g)].flatMap(([, one = '']) => functions.filter((candidate) => candidate.name === one)),
  );
  const places = new Map<string, Location>();
  for (const { file, from, lines } of called) {
    const index = lines.findIndex((line) => SETS.test(line));
    if (index !== -1) places.set(`${file}:${from}`, at(file, from + index));
  }
  return places.size > MOST_PLACES ? [] : [...places.values()];
}

interface Line extends Location {
  readonly text: string;
  readonly near: string;
}

function linesWith(texts: ReadonlyMap<string, string>, expression: RegExp): Line[] {
  return [...texts].flatMap(([file, text]) => {
    if (!/\.(?:go|java|kt|py)$/.test(file) || !expression.test(text)) return [];
    const lines = text.split('\n');
    return lines.flatMap((line, index) =>
      expression.test(line) && !/^\s*(?:\/\/|\*|#|(?:import|from)\b)/.test(line)
        ? [{ ...at(file, index + 1), text: line, near: lines.slice(Math.max(0, index - 3), index + 2).join('\n') }]
        : [],
    );
  });
}

function few(lines: readonly Line[]): Location[] {
  return lines.length > MOST_PLACES ? [] : lines.map(({ file, line }) => at(file, line));
}

type Body = Pick<SourceFunction, 'file' | 'from' | 'lines' | 'owner'> & { readonly name?: string };

function handlerOf(facts: SourceFacts, method: string, path: string): Body | undefined {
  const fitting = facts.routes
    .filter((route) => (route.method === undefined || route.method === method) && fits(route.path, path))
    .sort((a, b) => b.path.length - a.path.length || Number(b.method === method) - Number(a.method === method));
  for (const route of fitting) {
    const body = bodyOf(facts, route);
    if (body) return body;
  }
  return undefined;
}

/** A route under a prefix has the end of the path. */
function fits(route: string, path: string): boolean {
  const bare = (route.startsWith('/') ? route : `/${route}`).replace(/\/$/, '');
  const expression = bare.replace(/[.+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]*\}|:\w+|\*\w*/g, '[^/]+');
  return new RegExp(`${bare === '' ? '^' : ''}${expression}$`).test(path.replace(/\/$/, ''));
}

function bodyOf({ functions }: SourceFacts, { file, names, inline }: SourceRoute): Body | undefined {
  if (inline) {
    const around = functions.find((one) => one.file === file && one.from <= inline.from && inline.to <= one.to);
    const lines = around?.lines.slice(inline.from - around.from, inline.to - around.from + 1) ?? [];
    return { file, from: inline.from, lines, owner: around?.owner ?? '' };
  }
  const written = names.flatMap((name) => chosen(functions, name, file));
  const handlers = written.filter(({ handles, wraps }) => handles && !wraps);
  return handlers.at(-1) ?? written.filter(({ handles }) => handles).at(-1);
}

/** Of functions with one name the one whose type is named like the variable, else the one beside it, else none. */
function chosen(functions: readonly SourceFunction[], written: string, file: string): SourceFunction[] {
  const [name = '', before = ''] = written.split('.').reverse();
  const all = functions.filter((one) => one.name === name);
  if (all.length < 2) return all;
  const named = all.filter(({ owner }) => owner !== '' && before !== '' && related(owner.toLowerCase(), before.toLowerCase()));
  if (named.length === 1) return named;
  const inPackage = all.filter((one) => one.owner === '' && folderOf(one.file).endsWith(before));
  if (before !== '' && inPackage.length === 1) return inPackage;
  const beside = all.filter((one) => folderOf(one.file) === folderOf(file));
  return beside.length === 1 ? beside : [];
}

function related(owner: string, variable: string): boolean {
  const bare = (text: string): string => text.replace(/handlers?$|controllers?$|svc$|service$/, '');
  return owner === variable || (bare(owner) !== '' && bare(owner) === bare(variable));
}

/** The line of this function that leads to the call, then those behind it. */
function wayTo(facts: SourceFacts, body: Body, call: RegExp, depth: number, seen = new Set<string>()): Location[] | undefined {
  const own = body.lines.findIndex((line) => call.test(line) && !/^\s*(?:\/\/|\*|#)/.test(line));
  if (own !== -1) return [at(body.file, body.from + own)];
  if (depth === 0) return undefined;
  for (const [index, line] of body.lines.entries()) {
    if (index === 0 || /^\s*\/\//.test(line)) continue;
    for (const [, name = ''] of line.matchAll(/\b((?:\w+\.)*\w+)\(/g)) {
      const bare = name.split('.').at(-1) ?? '';
      const key = `${body.file} ${name}`;
      if (bare === body.name || seen.has(key)) continue;
      seen.add(key);
      for (const next of implementations(facts, name, body)) {
        const way = wayTo(facts, next, call, depth - 1, seen);
        if (way) return [at(body.file, body.from + index), ...way];
      }
    }
  }
  return undefined;
}

/** Behind an interface any of them may stand. */
function implementations({ functions }: SourceFacts, name: string, { file }: Body): readonly SourceFunction[] {
  const one = chosen(functions, name, file);
  if (one.length > 0) return one;
  const bare = name.split('.').at(-1) ?? '';
  return functions.filter((candidate) => candidate.name === bare).slice(0, MOST_PLACES);
}

/** The text of a route's handler and of what it calls within the project. */
export function reachOf(facts: SourceFacts, route: SourceRoute): string {
  const body = bodyOf(facts, route);
  if (!body) return '';
  const seen = new Set<string>();
  const open: { readonly body: Body; readonly depth: number }[] = [{ body, depth: MOST_DEPTH }];
  const all: string[] = [];
  for (let next = open.shift(); next; next = open.shift()) {
    const key = `${next.body.file}:${next.body.from}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const text = next.body.lines.filter((line) => !/^\s*\/\//.test(line)).join('\n');
    all.push(text);
    if (next.depth === 0) continue;
    for (const [, name = ''] of text.matchAll(/\b((?:\w+\.)*\w+)\(/g))
      for (const called of implementations(facts, name, next.body)) open.push({ body: called, depth: next.depth - 1 });
  }
  return all.join('\n');
}
