/** Where the sixth set puts what is harmless: places that say no more than the name of the value, or nothing. */
import type { Place } from '../third/kind.ts';
import { camel, escaped, json, snake, spaced, upper, xml } from './words.ts';

const ESC = '\u001b';
const BREAKS = /[\s"'#<>&,;(){}[\]\\|`]/;
const QUOTE = /['\\\n]/;

export const sixthNamedPlaces: readonly Place[] = [
  {
    name: 'pino',
    takesBlocks: true,
    write: (field, value) => `{"level":30,"time":1767225600123,"pid":4711,${json(camel(field))}:${json(value)},"msg":"ok"}`,
  },
  {
    name: 'log4j',
    never: BREAKS,
    write: (field, value) => `2026-03-01 10:22:31,004 INFO [main] c.acme.sso.Client - done ${camel(field)}=${value} status=200`,
  },
  { name: 'zap', write: (field, value) => `{"level":"info","msg":"done",${json(snake(field))}:${json(value)}}` },
  { name: 'console.log of an object', never: QUOTE, write: (field, value) => `{\n  ok: true,\n  ${camel(field)}: '${value}'\n}` },
  { name: 'coloured', never: QUOTE, write: (field, value) => `{ ${camel(field)}: ${ESC}[32m'${value}'${ESC}[39m }` },
  { name: '.env', never: /[\s"'#]/, write: (field, value) => `NODE_ENV=development\n${upper(field)}=${value}\nPORT=3000` },
  { name: '.env, double quotes', never: /["\\]/, takesBlocks: true, write: (field, value) => `${upper(field)}="${value}"` },
  { name: 'YAML', never: BREAKS, write: (field, value) => `app:\n  ${snake(field)}: ${value}\n  port: 1` },
  { name: 'YAML, quoted', takesBlocks: true, write: (field, value) => `app:\n  ${camel(field)}: ${json(value)}` },
  { name: 'JSON', takesBlocks: true, write: (field, value) => JSON.stringify({ data: { [field]: value, ok: true } }, null, 2) },
  { name: 'JSON in a string', write: (field, value) => json({ message: json({ [field]: value }) }) },
  { name: 'TOML', write: (field, value) => `[app]\n${snake(field)} = ${json(value)}` },
  { name: 'Terraform', write: (field, value) => `  ${snake(field)} = ${json(value)}` },
  { name: 'compose', never: BREAKS, write: (field, value) => `    environment:\n      - ${upper(field)}=${value}` },
  {
    name: 'docker inspect',
    write: (field, value) => JSON.stringify([{ Config: { Env: [`${upper(field)}=${value}`] } }], null, 2),
  },
  {
    name: 'query string',
    write: (field, value) => `GET /v1/items?page=2&${snake(field)}=${encodeURIComponent(value)}&sort=asc HTTP/1.1`,
  },
  { name: 'HAR answer', write: (field, value) => json({ response: { content: { text: json({ [snake(field)]: value }) } } }) },
  { name: 'XML element', write: (field, value) => `<item><${camel(field)}>${xml(value)}</${camel(field)}></item>` },
  { name: 'CSV', never: /["\n]/, write: (field, value) => `row,${snake(field)},size\n1,"${value}",12` },
  {
    name: 'Markdown table',
    never: /[|\n`]/,
    write: (field, value) => `| name | value |\n|---|---|\n| ${field} | \`${value}\` |`,
  },
  { name: 'Python dict', never: QUOTE, write: (field, value) => `{'n': 1, '${snake(field)}': '${value}'}` },
  { name: 'Go dump', never: /[\s{}[\]]/, write: (field, value) => `{N:1 ${camel(field)}:${value} Debug:true}` },
  { name: 'Java dump', never: /[,()\s]/, write: (field, value) => `Item(n=1, ${camel(field)}=${value})` },
  { name: 'JavaScript source', never: QUOTE, write: (field, value) => `const ${camel(field.replace(/\W/g, '_'))} = '${value}';` },
  { name: 'mail', never: /[\s`]/, write: (field, value) => `Hi,\nthe ${spaced(field)} is ${value} in our case.` },
  { name: 'quoted mail', never: BREAKS, write: (field, value) => `> ${snake(field)}: ${value}` },
  { name: 'Actions log', never: BREAKS, write: (field, value) => `2026-03-01T10:22:31.0041234Z   ${upper(field)}: ${value}` },
  {
    name: 'Redis monitor',
    write: (field, value) => `1767225600.123456 [0 127.0.0.1:50312] "HSET" "item:1" "${snake(field)}" ${json(value)}`,
  },
];

export const sixthLinePlaces: readonly Place[] = [
  { name: 'alone', write: (_, value) => value },
  { name: 'between lines', write: (_, value) => `--- begin ---\n${value}\n--- end ---` },
  { name: 'docker logs', write: (_, value) => `api-1  | ${value}` },
  { name: 'log line', write: (_, value) => `2026-03-01T10:22:31.004Z [api] info: ${value}` },
  { name: 'message of pino', write: (_, value) => `{"level":30,"time":1767225600123,"msg":"${escaped(value)}"}` },
  { name: 'quoted', write: (_, value) => `> ${value}\nI see the same.` },
  { name: 'diff', write: (_, value) => `@@ -1,1 +1,1 @@\n+${value}` },
  { name: 'fence', write: (_, value) => `See:\n\`\`\`\n${value}\n\`\`\`` },
  { name: 'Actions log', write: (_, value) => `2026-03-01T10:22:31.0041234Z ${value}` },
  { name: 'trace', write: (_, value) => `Error: failed\n    at run (/app/a.js:1:2)\n${value}` },
  { name: 'numbered', write: (_, value) => `  41 | }\n> 42 | ${value}\n  43 |` },
];
