/** What reads the process environment, what only looks like it, and what stands in for a variable that is not set: tables of small programs. */
import { describe, expect, it } from 'vitest';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import type { Value } from '../../../src/project/code/types.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

/** `"text"`, `$NAME`, `$NAME|"fallback"`; what is unknown with its reason. */
function short(value: Value | undefined): string {
  switch (value?.kind) {
    case 'string':
      return JSON.stringify(value.text);
    case 'env':
      return value.fallback ? `$${value.name}|${short(value.fallback)}` : `$${value.name}`;
    case 'unknown':
      return /perhaps .*/.exec(value.why)?.[0] ?? '?';
    default:
      return value?.kind ?? 'nothing';
  }
}

const app = (before: string, id: string): string =>
  `import { Scalekit } from '@scalekit-sdk/node';\n${before}\nexport const sk = new Scalekit('u', ${id}, 's');\n`;

async function clientId(files: Readonly<Record<string, string>>): Promise<string> {
  const { clients } = await analyseCode({
    files: Object.entries(files).map(([path, text]) => sourceFromText(path, text)),
    aliases: [],
  });
  return short(clients[0]?.clientId);
}

describe('a read of the process environment', () => {
  it.each([
    ['a name of process.env', '', 'process.env.ID', '$ID'],
    ['an index of process.env', '', "process.env['ID']", '$ID'],
    ['a name for process.env', 'const env = process.env;', 'env.ID', '$ID'],
    ['a destructured env', 'const { env } = process;', 'env.ID', '$ID'],
    ['the env of node:process', "import { env } from 'node:process';", 'env.ID', '$ID'],
    ['SvelteKit’s static module', "import { ID } from '$env/static/private';", 'ID', '$ID'],
    ['SvelteKit’s dynamic module', "import { env } from '$env/dynamic/private';", 'env.ID', '$ID'],
    ['Astro’s module', "import { getSecret } from 'astro:env/server';", "getSecret('ID')", '$ID'],
    ['Deno', '', "Deno.env.get('ID')", '$ID'],
    ['a copy of the environment', 'const all = { ...process.env, OTHER: 1 };', 'all.ID', '$ID'],
    ['a helper', 'const need = (name) => process.env[name];', "need('MY_ID')", '$MY_ID'],
    [
      'a helper that throws',
      'function need(name) { const value = process.env[name]; if (!value) throw new Error(name); return value; }',
      "need('MY_ID')",
      '$MY_ID',
    ],
    ['a helper with a prefix', 'const own = (name) => process.env[`SCALEKIT_${name}`];', "own('ID')", '$SCALEKIT_ID'],
    [
      'a helper with a default',
      'const get = (name, other) => process.env[name] ?? other;',
      "get('MY_ID', 'skc_1')",
      '$MY_ID|"skc_1"',
    ],
    ['a helper whose default is left out', 'const get = (name, other) => process.env[name] ?? other;', "get('MY_ID')", '$MY_ID'],
    [
      'a default parameter',
      "const get = (name, other = 'skc_2') => process.env[name] || other;",
      "get('MY_ID')",
      '$MY_ID|"skc_2"',
    ],
    [
      'a helper that returns its default',
      'function get(name, other) { const value = process.env[name]; if (value) return value; return other; }',
      "get('MY_ID', 'skc_3')",
      '$MY_ID|"skc_3"',
    ],
    [
      'a helper that goes on to something else',
      'function get(name) { if (process.env[name]) return process.env[name]; return vault.read(name); }',
      "get('MY_ID')",
      '$MY_ID|?',
    ],
    [
      'a helper of a helper',
      'const raw = (n) => process.env[n];\nconst need = (name) => raw(name)?.trim();',
      "need('MY_ID')",
      '$MY_ID',
    ],
    [
      'a method',
      'class Config { get(key) { return process.env[key]; } }\nconst config = new Config();',
      "config.get('MY_ID')",
      '$MY_ID',
    ],
    ['a static method', 'class Config { static get(key) { return process.env[key]; } }', "Config.get('MY_ID')", '$MY_ID'],
    [
      'a method over a field',
      'class Config { env = process.env; get(key) { return this.env[key]; } }\nconst config = new Config();',
      "config.get('MY_ID')",
      '$MY_ID',
    ],
    [
      'a schema',
      "import { z } from 'zod';\nconst env = z.object({ MY_ID: z.string() }).parse(process.env);",
      'env.MY_ID',
      '$MY_ID',
    ],
    [
      'a schema’s data',
      "import { z } from 'zod';\nconst schema = z.object({ MY_ID: z.string().default('skc_4') });\nconst { data } = schema.safeParse(process.env);",
      'data.MY_ID',
      '$MY_ID|"skc_4"',
    ],
    [
      'a schema that lets it be left out',
      "import { z } from 'zod';\nconst schema = z.object({ MY_ID: z.string().optional() });\nconst env = schema.parse(process.env);",
      'env.MY_ID',
      '$MY_ID|?',
    ],
    [
      'envalid',
      "import { cleanEnv, str } from 'envalid';\nconst env = cleanEnv(process.env, { MY_ID: str({ default: 'skc_5' }) });",
      'env.MY_ID',
      '$MY_ID|"skc_5"',
    ],
    [
      't3-env',
      "import { createEnv } from '@t3-oss/env-nextjs';\nconst env = createEnv({ server: { MY_ID: z.string() }, runtimeEnv: { MY_ID: process.env.OTHER_ID } });",
      'env.MY_ID',
      '$OTHER_ID',
    ],
    ['env-var', "import env from 'env-var';", "env.get('MY_ID').required().asString()", '$MY_ID'],
    ['env-var’s default', "import * as env from 'env-var';", "env.get('MY_ID').default('skc_6').asString()", '$MY_ID|"skc_6"'],
    ['a chain of defaults', '', "process.env.A ?? process.env.B ?? 'skc_7'", '$A|$B|"skc_7"'],
    ['a default that is not followed', '', 'process.env.A ?? (await vault())', '$A|?'],
  ])('is seen in %s', async (_what, before, id, expected) => {
    expect(await clientId({ 'app.js': app(before, id) })).toBe(expected);
  });

  it('is followed through modules and re-exports', async () => {
    const files = {
      'env.ts':
        'export const need = (name: string): string => { const v = process.env[name]; if (!v) throw new Error(); return v; };\n',
      'config.ts': "import { need } from './env';\nexport const config = { id: need('MY_ID') };\n",
      'app.ts': app("import { config } from './config';", 'config.id'),
    };
    expect(await clientId(files)).toBe('$MY_ID');
  });
});

describe('no read of the process environment', () => {
  it.each([
    [
      'a secret store',
      "import { getSecret } from '@acme/secrets';",
      "await getSecret('MY_ID')",
      'perhaps from the variable MY_ID',
    ],
    ['a vault', '', "await vault.read('MY_ID')", 'perhaps from the variable MY_ID'],
    ['settings', "import settings from './settings.json';", "settings.get('MY_ID')", 'perhaps from the variable MY_ID'],
    ['a constant of another object', "import { routes } from 'acme-routes';", 'routes.MY_ID', 'perhaps from the variable MY_ID'],
    [
      'a helper of the project that asks a vault',
      'async function getSecret(name) { const r = await fetch(vault + name); return r.text(); }',
      "await getSecret('MY_ID')",
      'perhaps from the variable MY_ID',
    ],
    [
      'a helper that changes what it reads',
      'const secret = (name) => decrypt(process.env[name]);',
      "secret('MY_ID')",
      'perhaps from the variable MY_ID',
    ],
    [
      'a class of the project named ConfigService',
      'class ConfigService { get(k) { return this.store.find(k); } }\nconst config = new ConfigService();',
      "config.get('MY_ID')",
      'perhaps from the variable MY_ID',
    ],
    ['a map', "const ids = new Map([['MY_ID', 'skc_1']]);", "ids.get('MY_ID')", 'perhaps from the variable MY_ID'],
  ])('is %s', async (_what, before, id, expected) => {
    expect(await clientId({ 'app.js': app(before, id) })).toBe(expected);
  });

  it('is a constant of the project’s own, which is what it says', async () => {
    const files = {
      'routes.ts': "export const routes = { MY_ID: 'skc_9' } as const;\n",
      'app.ts': app("import { routes } from './routes';", 'routes.MY_ID'),
    };
    expect(await clientId(files)).toBe('"skc_9"');
  });
});
