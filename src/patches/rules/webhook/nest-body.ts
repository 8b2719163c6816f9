/** NestJS: the app is created with `rawBody`, and the handler takes a RawBodyRequest. Pure. */
import type { CodeModule } from '../../../project/code/types.ts';
import { descendants, field, memberPath, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import type { Bench, Workshop } from '../bench.ts';
import { insertion } from '../rule.ts';
import type { RawBodyInput } from './raw-body.ts';

export function nestBody({ handler, shop, modules }: RawBodyInput): string | undefined {
  if (!createsWithRawBody(shop, modules)) return undefined;
  const bench = shop.bench(handler.module);
  const request = requestOf(handler.node, bench);
  return request && `${request}.rawBody?.toString('utf8') ?? ''`;
}

/** The one place where the app is created gets `{ rawBody: true }`; false where that is not clear. */
export function createsWithRawBody(shop: Workshop, modules: readonly CodeModule[]): boolean {
  const calls = modules.flatMap((module) =>
    [...descendants(module.root, 'call_expression')].flatMap((call) =>
      memberPath(field(call, 'function') ?? call)?.join('.') === 'NestFactory.create' ? [{ call, module }] : [],
    ),
  );
  const [only] = calls;
  if (!only || calls.length > 1) return false;
  const { add, module } = shop.bench(only.module);
  const list = field(only.call, 'arguments');
  const args = list ? namedChildren(list) : [];
  const last = args.at(-1);
  if (!last) return false;
  if (last.type === 'object') {
    if (namedChildren(last).some((part) => propertyName(field(part, 'key')) === 'rawBody'))
      return /rawBody\s*:\s*true/.test(last.text);
    const [first] = namedChildren(last);
    const lead = first ? module.file.text.slice(last.startIndex + 1, first.startIndex) : '';
    if (first) add(insertion(first.startIndex, `rawBody: true,${/[\r\n]/.test(lead) ? lead : ' '}`));
    else add({ start: last.startIndex, end: last.endIndex, text: '{ rawBody: true }' });
    return true;
  }
  // Behind the module, or behind an adapter.
  if (args.length > 1 && last.type !== 'new_expression') return false;
  add(insertion(last.endIndex, ', { rawBody: true }'));
  return true;
}

/** The name of the request, whose type becomes RawBodyRequest. */
function requestOf(method: SyntaxNode, bench: Bench): string | undefined {
  const list = field(method, 'parameters');
  const parameters = list ? namedChildren(list) : [];
  const known = parameters.find((parameter) => namedChildren(parameter).some(({ text }) => /^@Req(?:uest)?\(/.test(text)));
  const { isTypeScript } = bench.style;
  if (isTypeScript && bench.use({ specifier: '@nestjs/common', name: 'RawBodyRequest', type: true }) === undefined)
    return undefined;
  if (known) {
    const annotation = field(known, 'type');
    const type = annotation ? namedChildren(annotation)[0] : undefined;
    if (type && !/^RawBodyRequest\b|^any$/.test(type.text))
      bench.add({ start: type.startIndex, end: type.endIndex, text: `RawBodyRequest<${type.text}>` });
    return field(known, 'pattern')?.text;
  }
  const last = parameters.at(-1);
  if (!list || bench.use({ specifier: '@nestjs/common', name: 'Req' }) === undefined) return undefined;
  if (parameters.some((parameter) => field(parameter, 'pattern')?.text === 'request')) return undefined;
  if (isTypeScript && bench.use({ specifier: 'express', name: 'Request', type: true }) === undefined) return undefined;
  const parameter = `@Req() request${isTypeScript ? ': RawBodyRequest<Request>' : ''}`;
  // In front: parameters that may be left out stay last.
  const [first] = parameters;
  bench.add(insertion(first?.startIndex ?? list.startIndex + 1, last ? `${parameter}, ` : parameter));
  return 'request';
}
