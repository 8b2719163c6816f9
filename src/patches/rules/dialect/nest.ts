/** NestJS on Express: parameters by decorators, refusals by exceptions. Pure. */
import { field, namedChildren, stringValue } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import type { Bench } from '../bench.ts';
import { indentationAt } from '../rule.ts';
import { callWithOptions, fromHeader, keptOptions, readsCookies } from './cookie-code.ts';
import type { Dialect, DialectInput } from './dialect.ts';

export function inNest({ handler, bench, modules }: DialectInput): Dialect | undefined {
  const list = field(handler.node, 'parameters');
  const isOnFastify = modules.some(({ loads }) => loads.some(({ specifier }) => specifier === '@nestjs/platform-fastify'));
  if (handler.node.type !== 'method_definition' || !list || isOnFastify) return undefined;
  const parameters = namedChildren(list);
  const added = new Set<string>();
  const given = (decorator: RegExp, argument?: string): string | undefined =>
    parameters.flatMap((parameter) => nameUnder(parameter, decorator, argument) ?? [])[0];
  const taken = (name: string): boolean => parameters.some((parameter) => field(parameter, 'pattern')?.text === name);
  const add = (text: string): void => {
    if (added.has(text)) return;
    added.add(text);
    bench.set('parameters', { start: list.startIndex, end: list.endIndex, text: listWith(list, [...added], bench) });
  };
  const common = (name: string): boolean => bench.use({ specifier: '@nestjs/common', name }) !== undefined;
  const type = (name: string): string => (bench.use({ specifier: 'express', name, type: true }) === undefined ? 'any' : name);
  const request = (): string | undefined => {
    const known = given(/^Req(?:uest)?$/);
    if (known !== undefined) return known;
    if (taken('request') || !common('Req')) return undefined;
    add(`@Req() request${bench.style.isTypeScript ? `: ${type('Request')}` : ''}`);
    return 'request';
  };
  const response = (): string | undefined => {
    const known = given(/^Res(?:ponse)?$/);
    if (known !== undefined) return known;
    if (taken('response') || !common('Res')) return undefined;
    add(`@Res({ passthrough: true }) response${bench.style.isTypeScript ? `: ${type('Response')}` : ''}`);
    return 'response';
  };
  return {
    bench,
    query: (name) => {
      const known = given(/^Query$/, name);
      if (known !== undefined) return { code: known, isText: true };
      const whole = given(/^Query$/, '');
      if (whole !== undefined) return { code: `${whole}.${name}`, isText: true };
      const local = name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
      if (taken(local) || !common('Query')) return undefined;
      add(
        `@Query('${name}') ${local}${bench.style.isTypeScript ? ': string | undefined' : ''}`.replaceAll("'", bench.style.quote),
      );
      return { code: local, isText: true };
    },
    refuse: (status, object) => {
      const name = status === 400 ? 'BadRequestException' : 'UnauthorizedException';
      return common(name) ? [`throw new ${name}(${object});`] : undefined;
    },
    redirect: (url) => {
      const to = given(/^Res(?:ponse)?$/);
      return to === undefined ? undefined : [`${to}.redirect(${url});`, 'return;'];
    },
    cookies: {
      read: (name) => {
        const from = request();
        if (from === undefined) return undefined;
        return readsCookies(modules) || usesParser(modules)
          ? `${from}.cookies.${name}`
          : fromHeader(`${from}.headers.cookie`, name);
      },
      set: (name, value) => {
        const to = response();
        return to === undefined
          ? undefined
          : callWithOptions(`${to}.cookie('${name}', ${value}`, 'milliseconds', bench.module, false);
      },
      clear: (name) => {
        const to = response();
        const kept = keptOptions(bench.module);
        return to === undefined ? [] : [`${to}.clearCookie('${name}'${kept === undefined ? '' : `, ${kept}`});`];
      },
    },
  };
}

function usesParser(modules: DialectInput['modules']): boolean {
  return modules.some(({ loads }) => loads.some(({ specifier }) => specifier === 'cookie-parser'));
}

/** `@Query('code') code`: the parameter under a decorator. `argument` '' stands for none. */
function nameUnder(parameter: SyntaxNode, decorator: RegExp, argument?: string): string | undefined {
  for (const child of namedChildren(parameter)) {
    const call = child.type === 'decorator' ? namedChildren(child)[0] : undefined;
    const callee = call?.type === 'call_expression' ? field(call, 'function') : undefined;
    if (!call || !callee || !decorator.test(callee.text)) continue;
    const list = field(call, 'arguments');
    const [first] = list ? namedChildren(list) : [];
    const text = first ? (stringValue(first) ?? 'other') : '';
    if (argument !== undefined && text !== argument) continue;
    const pattern = field(parameter, 'pattern');
    return pattern?.type === 'identifier' ? pattern.text : undefined;
  }
  return undefined;
}

/** Optional parameters stay last; what gets too long for a line is spread over several. */
function listWith(list: SyntaxNode, added: readonly string[], { module, style }: Bench): string {
  const parameters = namedChildren(list);
  const isOptional = (parameter: SyntaxNode): boolean =>
    parameter.type === 'optional_parameter' || field(parameter, 'value') !== undefined;
  const first = parameters.findIndex(isOptional);
  const at = first === -1 ? parameters.length : first;
  const all = [...parameters.slice(0, at).map(({ text }) => text), ...added, ...parameters.slice(at).map(({ text }) => text)];
  const indent = indentationAt(module.file.text, list.startIndex);
  const line = all.join(', ');
  if (!list.text.includes('\n') && indent.length + line.length < 90) return `(${line})`;
  const inner = `${style.end}${indent}${style.indent}`;
  return `(${all.map((parameter) => `${inner}${parameter},`).join('')}${style.end}${indent})`;
}
