/** Puts the raw body in the place of the parsed one that a verification is given. Pure. */
import { bare, field, namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { freeName } from '../bench.ts';
import { holds } from '../handler-body.ts';
import { statementOf } from '../rule.ts';
import { own, written } from '../style.ts';
import { bodyReads } from './pages-body.ts';
import type { Payload } from './payload.ts';
import { type RawBodyInput, rawBodyCode } from './raw-body.ts';

/** Code for the call's argument; undefined where the way to the raw body is not known. The edits are on the benches. */
export function rawInstead(payload: Payload, argument: SyntaxNode, input: RawBodyInput): string | undefined {
  switch (payload.origin.kind) {
    case 'json':
      return insteadOfJson(payload, argument, input);
    case 'parse':
      return insteadOfParse(payload, argument, input);
    case 'body':
      return insteadOfBody(payload, argument, input);
  }
}

/** `await request.json()` becomes `await request.text()`, and what was parsed is parsed from that. */
function insteadOfJson(
  { place, variable, origin, parsed }: Payload,
  argument: SyntaxNode,
  { handler, shop }: RawBodyInput,
): string | undefined {
  if (origin.kind !== 'json') return undefined;
  const { add, style } = shop.bench(handler.module);
  const awaited = origin.call.parent?.type === 'await_expression' ? origin.call.parent : undefined;
  const reading = awaited ? `await ${origin.of}.text()` : `${origin.of}.text()`;
  const read = awaited ?? origin.call;
  // (await request.json()) as Event
  const json = read.parent?.type === 'parenthesized_expression' ? read.parent : read;
  // JSON.stringify(await request.json())
  if (!parsed) {
    add({ start: place.startIndex, end: place.endIndex, text: reading });
    return variable ?? reading;
  }
  const value = field(parsed, 'value');
  const statement = statementOf(parsed);
  if (!awaited || !value || !statement || statement.type !== 'lexical_declaration' || namedChildren(statement).length !== 1)
    return undefined;
  if (variable !== undefined) {
    // const body = await request.json(); const payload = JSON.stringify(body): the two change places.
    const second = statementOf(place);
    if (!second || second.type !== 'lexical_declaration' || namedChildren(second).length !== 1) return undefined;
    const body =
      statement.text.slice(0, json.startIndex - statement.startIndex) +
      `JSON.parse(${variable})` +
      statement.text.slice(json.endIndex - statement.startIndex);
    const raw =
      second.text.slice(0, place.startIndex - second.startIndex) +
      reading +
      second.text.slice(place.endIndex - second.startIndex);
    add({ start: statement.startIndex, end: statement.endIndex, text: raw });
    add({ start: second.startIndex, end: second.endIndex, text: body });
    return variable;
  }
  const name = freeName(handler.node, ['payload', 'rawBody', 'rawPayload']);
  if (name === undefined) return undefined;
  if (!shop.bench(handler.module).before(statement, [`const ${name} = ${own(reading)};`])) return undefined;
  add({ start: json.startIndex, end: json.endIndex, text: written([`JSON.parse(${name})`], style, '') });
  return argument.id === place.id ? name : undefined;
}

/** `JSON.parse(text)`: the text is what was signed. */
function insteadOfParse(
  { place, variable, origin, parsed }: Payload,
  argument: SyntaxNode,
  { handler, shop }: RawBodyInput,
): string | undefined {
  if (origin.kind !== 'parse') return undefined;
  const bench = shop.bench(handler.module);
  const source = bare(origin.text);
  let name = source.type === 'identifier' ? source.text : undefined;
  if (name === undefined) {
    const statement = parsed ? statementOf(parsed) : undefined;
    name = freeName(handler.node, ['payload', 'rawBody', 'rawPayload']);
    if (!statement || name === undefined || !bench.before(statement, [`const ${name} = ${own(origin.text.text)};`]))
      return undefined;
    bench.add({ start: origin.text.startIndex, end: origin.text.endIndex, text: name });
  }
  if (variable === undefined) return name;
  bench.add({ start: place.startIndex, end: place.endIndex, text: name });
  return argument.text;
}

function insteadOfBody({ place, variable }: Payload, argument: SyntaxNode, input: RawBodyInput): string | undefined {
  const { handler, shop } = input;
  const bench = shop.bench(handler.module);
  const code = rawBodyCode(input);
  if (code === undefined) return undefined;
  const text = written([code], bench.style, '');
  if (handler.framework !== 'next-pages') {
    if (variable === undefined) return text;
    bench.add({ start: place.startIndex, end: place.endIndex, text });
    return argument.text;
  }
  // With the parser off, everything that read the body parses it now.
  const others = bodyReads({ handler }).filter((read) => !holds(place, read));
  const name = variable ?? freeName(handler.node, ['payload', 'rawBody', 'rawPayload']);
  const first = [...others, place].sort((a, b) => a.startIndex - b.startIndex)[0];
  const statement = variable === undefined ? statementOf(first ?? place) : undefined;
  if (name === undefined || (variable !== undefined && first?.id !== place.id)) return undefined;
  for (const read of others) bench.add({ start: read.startIndex, end: read.endIndex, text: `JSON.parse(${name})` });
  if (variable !== undefined) {
    bench.add({ start: place.startIndex, end: place.endIndex, text });
    return argument.text;
  }
  // Reads in front of the handler's own block would come too early.
  const first_ = topStatement(statement, handler.node) ?? statement;
  return first_ && bench.before(first_, [`const ${name} = ${code};`]) ? name : undefined;
}

/** The statement of the handler's own block that holds another. */
function topStatement(statement: SyntaxNode | undefined, fn: SyntaxNode): SyntaxNode | undefined {
  const body = field(fn, 'body');
  if (!statement || body?.type !== 'statement_block') return undefined;
  return namedChildren(body).find((candidate) => holds(candidate, statement));
}
