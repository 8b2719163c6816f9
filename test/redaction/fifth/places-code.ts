/** Fifth set: source code that is pasted, and what it prints of itself. */
import type { Place } from '../third/kind.ts';
import { camel, json, pascal, single, upper } from '../third/words.ts';

const LINE = /\n/;

export const codePlaces: readonly Place[] = [
  {
    name: 'Laravel config',
    takesBlocks: true,
    write: (f, v) =>
      `<?php\nreturn [\n    'scalekit' => [\n        'url' => 'https://acme.scalekit.dev',\n        '${f}' => ${single(v)},\n    ],\n];\n`,
  },
  {
    name: 'WordPress constant',
    takesBlocks: true,
    write: (f, v) => `define( '${upper(f)}', ${single(v)} );\ndefine( 'WP_DEBUG', true );\n`,
  },
  {
    name: 'Laravel dd()',
    takesBlocks: true,
    write: (f, v) => `array:2 [▼\n  "url" => "https://acme.dev"\n  "${f}" => ${json(v)}\n]\n`,
  },
  {
    name: 'PHP var_export object',
    takesBlocks: true,
    write: (f, v) => `\\App\\Config::__set_state(array(\n   '${camel(f)}' => ${single(v)},\n   'port' => 80,\n))`,
  },
  {
    name: 'PHP __construct trace',
    takesBlocks: true,
    write: (f, v) => `#2 /app/Auth.php(31): App\\Auth->set('${camel(f)}', ${single(v)})\n`,
  },
  { name: 'C# constant', takesBlocks: true, write: (f, v) => `private const string ${pascal(f)} = ${json(v)};` },
  {
    name: 'C# configuration call',
    takesBlocks: true,
    write: (f, v) => `builder.Configuration["Scalekit:${pascal(f)}"] = ${json(v)};`,
  },
  {
    name: 'Java builder',
    takesBlocks: true,
    write: (f, v) => `return Config.builder()\n    .url("https://acme.dev")\n    .${camel(f)}(${json(v)})\n    .build();`,
  },
  { name: 'Kotlin const', never: /[\n$]/, write: (f, v) => `companion object {\n    const val ${upper(f)} = ${json(v)}\n}` },
  { name: 'Kotlin data class', never: /[\n,()]/, write: (f, v) => `D/Auth: Config(env=prod, ${camel(f)}=${v}, retries=3)` },
  { name: 'Swift let', takesBlocks: true, write: (f, v) => `static let ${camel(f)}: String = ${json(v)}` },
  { name: 'Swift dump', never: LINE, write: (f, v) => `▿ Acme.Config\n  - env: "prod"\n  - ${camel(f)}: ${json(v)}\n` },
  { name: 'Swift description', takesBlocks: true, write: (f, v) => `Config(env: "prod", ${camel(f)}: Optional(${json(v)}))` },
];
