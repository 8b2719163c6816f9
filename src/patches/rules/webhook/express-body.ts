/** Express: `express.raw` on the route, or the JSON parser keeps the bytes beside what it makes of them. Pure. */
import { descendants, field, namedChildren } from '../../../project/syntax/nodes.ts';
import { insertion, parameterNames } from '../rule.ts';
import { written } from '../style.ts';
import type { RawBodyInput } from './raw-body.ts';

export function expressBody({ handler, shop }: RawBodyInput): string | undefined {
  const [request] = parameterNames(handler.node);
  if (request === undefined) return undefined;
  const bench = shop.bench(handler.module);
  const raw = handler.before.find(({ name }) => /(?:^|\.)(?:raw|text)$/.test(name));
  const json = handler.before.find(({ name }) => /(?:^|\.)json$/.test(name));
  const text = `${request}.body.toString('utf8')`;
  if (raw && !json) return text;
  // Everything else that reads the parsed body stays as it is.
  if (json) {
    const list = json.node.type === 'call_expression' ? field(json.node, 'arguments') : undefined;
    const [options, ...more] = list ? namedChildren(list) : [];
    if (!list || more.length > 0 || (options && (options.type !== 'object' || /\bverify\b/.test(options.text)))) return undefined;
    const { style, add } = shop.bench(json.module);
    const indent =
      /^[ \t]*/.exec(json.module.file.text.slice(json.module.file.text.lastIndexOf('\n', list.startIndex) + 1))?.[0] ?? '';
    const kept = style.isTypeScript ? '(req as typeof req & { rawBody?: Buffer }).rawBody' : 'req.rawBody';
    const lines = ['verify: (req, _res, buffer) => {', `  ${kept} = buffer;`, '},'];
    const [first] = options ? namedChildren(options) : [];
    if (!options || !first) {
      const object = written(['{', ...lines.map((line) => `  ${line}`), '}'], style, indent);
      add({ start: list.startIndex + 1, end: list.endIndex - 1, text: object });
    } else if (options.text.includes('\n')) {
      add(insertion(first.startIndex, `${written(lines, style, indent + style.indent)}${style.end}${indent}${style.indent}`));
    } else {
      const inner = namedChildren(options).map(({ text: part }) => `  ${part.replaceAll("'", '\u{E000}')},`);
      add({
        start: options.startIndex,
        end: options.endIndex,
        text: written(['{', ...inner, ...lines.map((line) => `  ${line}`), '}'], style, indent),
      });
    }
    return bench.style.isTypeScript
      ? `(${request} as typeof ${request} & { rawBody?: Buffer }).rawBody?.toString('utf8') ?? ''`
      : `${request}.rawBody.toString('utf8')`;
  }
  const { module } = handler;
  const express = [...module.imports].find(
    ([, { specifier, name }]) => specifier === 'express' && /^(?:default|\*)$/.test(name),
  )?.[0];
  const raws = express === undefined ? bench.use({ specifier: 'express', name: 'raw' }) : `${express}.raw`;
  const call = [...descendants(module.root, 'call_expression')].find(
    ({ startIndex, endIndex }) => startIndex === handler.at.start && endIndex === handler.at.end,
  );
  const [path] = call ? namedChildren(field(call, 'arguments') ?? call) : [];
  if (!path || raws === undefined || handler.at.file !== module.file) return undefined;
  bench.add(insertion(path.endIndex, written([`, ${raws}({ type: 'application/json' })`], bench.style, '')));
  return text;
}
