/** What is said of variables that are not set and env files that are not loaded: only what was seen, in several languages and layouts. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../project/folder.ts';
import { judgeFiles } from './judge-files.ts';

const url = 'SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev\n';
const id = 'SCALEKIT_CLIENT_ID=skc_70215893346119937\n';
const secret = 'SCALEKIT_CLIENT_SECRET=test_J8rVkq2PzT5mWc9XbYd4NsLh7GfRa3Eu\n';
const manifest = (scripts: Readonly<Record<string, string>>, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ type: 'module', scripts, dependencies: { '@scalekit-sdk/node': '2.11.0' }, ...more });
const client = (theSecret: string, before = ''): string =>
  `import { Scalekit } from '@scalekit-sdk/node';\n${before}export const scalekit = new Scalekit(process.env.SCALEKIT_ENVIRONMENT_URL, process.env.SCALEKIT_CLIENT_ID, ${theSecret});\n`;
const server =
  "import http from 'node:http';\nimport { scalekit } from './scalekit.js';\nhttp.createServer(() => scalekit).listen(3000);\n";
const python = (line: string): Files => ({
  'requirements.txt': 'scalekit-sdk-python==2.10.0\n',
  '.env': url + id,
  'app.py': `import os\nfrom scalekit import ScalekitClient\n${line}\nclient = ScalekitClient(os.environ["SCALEKIT_ENVIRONMENT_URL"], os.environ["SCALEKIT_CLIENT_ID"], secret)\n`,
});
const go = (lines: string): Files => ({
  'go.mod': 'module a\n\nrequire github.com/scalekit-inc/scalekit-sdk-go/v2 v2.1.0\n',
  '.env': url + id,
  'main.go': `package main\n\nimport (\n\t"os"\n\t"github.com/scalekit-inc/scalekit-sdk-go/v2"\n)\n\nfunc main() {\n${lines}\n\t_ = scalekit.NewScalekitClient(os.Getenv("SCALEKIT_ENVIRONMENT_URL"), os.Getenv("SCALEKIT_CLIENT_ID"), secret)\n}\n`,
});
const started: Files = { 'package.json': manifest({ start: 'node --env-file=.env server.js' }), 'server.js': server };
const missing = 'confirmed invalid-client/variable-missing';

describe('a variable that nothing sets', () => {
  it.each<[string, Files, string[]]>([
    ['is told where process.env is read', { ...started, 'scalekit.js': client('process.env.SCALEKIT_CLIENT_SECRET') }, [missing]],
    [
      'is told where a helper of the project reads it',
      { ...started, 'scalekit.js': client("need('SCALEKIT_CLIENT_SECRET')", 'const need = (name) => process.env[name];\n') },
      [missing],
    ],
    ['is told in Python', python('secret = os.environ["SCALEKIT_CLIENT_SECRET"]'), [missing]],
    ['is told in Go', go('\tsecret := os.Getenv("SCALEKIT_CLIENT_SECRET")'), [missing]],
    [
      'is not told of a secret store',
      {
        ...started,
        'scalekit.js': client("await getSecret('SCALEKIT_CLIENT_SECRET')", "import { getSecret } from '@acme/secrets';\n"),
      },
      [],
    ],
    [
      'is not told of a vault',
      { ...started, 'scalekit.js': client("await vault.read('SCALEKIT_CLIENT_SECRET')", "import vault from '@acme/vault';\n") },
      [],
    ],
    [
      'is not told where the code sets it',
      {
        ...started,
        'scalekit.js': client('process.env.SCALEKIT_CLIENT_SECRET', 'process.env.SCALEKIT_CLIENT_SECRET ??= await vault();\n'),
      },
      [],
    ],
    [
      'is not told where something else stands in',
      { ...started, 'scalekit.js': client('process.env.SCALEKIT_CLIENT_SECRET ?? (await vault())') },
      [],
    ],
    [
      'is not told in Python where another variable stands in',
      {
        ...python("secret = os.getenv('SCALEKIT_SECRET_V2', os.getenv('SCALEKIT_CLIENT_SECRET', ''))"),
        '.env': url + id + secret,
      },
      [],
    ],
    ['is not told in Python where a vault stands in', python("secret = os.environ.get('SCALEKIT_CLIENT_SECRET') or vault()"), []],
    ['is not told in Python of a secret store', python("secret = secrets.get('SCALEKIT_CLIENT_SECRET')"), []],
    [
      'is not told in Go where the lines below give it a value',
      go('\tsecret := os.Getenv("SCALEKIT_CLIENT_SECRET")\n\tif secret == "" {\n\t\tsecret = fromVault()\n\t}'),
      [],
    ],
    [
      'is likely where the code goes on with an empty text',
      python("secret = os.getenv('SCALEKIT_CLIENT_SECRET', '')"),
      ['likely invalid-client/variable-missing'],
    ],
    [
      'is likely where a deployment names it',
      {
        ...started,
        'scalekit.js': client('process.env.SCALEKIT_CLIENT_SECRET'),
        'fly.toml': '[env]\nSCALEKIT_CLIENT_SECRET = "set by fly"\n',
      },
      ['likely invalid-client/variable-missing'],
    ],
    [
      'is not told of a script that is run by hand',
      {
        ...started,
        '.env': url + id + secret,
        'scalekit.js': client('process.env.SCALEKIT_CLIENT_SECRET'),
        'scripts/try-login.js': client('process.env.SCALEKIT_STAGING_CLIENT_SECRET'),
      },
      [],
    ],
  ])('%s', async (_what, files, expected) => {
    expect(await judgeFiles({ '.env': url + id, ...files })).toEqual(expected);
  });
});

describe('an env file that nothing loads', () => {
  const app = { '.env': url + id + secret, 'server.js': server, 'scalekit.js': client('process.env.SCALEKIT_CLIENT_SECRET') };
  const plain = manifest({ start: 'node server.js' });
  const never = 'confirmed invalid-client/env-not-loaded';
  it.each<[string, Files, string[]]>([
    ['is told of the server that the start script runs', { 'package.json': plain }, [never]],
    [
      'is told through the script that it calls',
      { 'package.json': manifest({ dev: 'npm run serve', serve: 'node server.js' }) },
      [never],
    ],
    [
      'is told of built code',
      {
        'package.json': manifest({ start: 'node dist/server.js' }),
        'server.js': '',
        'src/server.ts': server,
        'scalekit.js': '',
        'src/scalekit.ts': app['scalekit.js'],
      },
      [never],
    ],
    ['is not told where node does it', { 'package.json': manifest({ start: 'node --env-file-if-exists .env server.js' }) }, []],
    [
      'is not told where the script that it calls does it',
      { 'package.json': manifest({ dev: 'npm run serve', serve: 'node --env-file=.env server.js' }) },
      [],
    ],
    [
      'is not told where a script does it around the one that it calls',
      { 'package.json': manifest({ dev: 'dotenv -e .env -- npm run serve', serve: 'node server.js' }) },
      [],
    ],
    ['is not told where dotenvx does it', { 'package.json': manifest({ start: 'dotenvx run -- node server.js' }) }, []],
    ['is not told where env-cmd does it', { 'package.json': manifest({ start: 'env-cmd node server.js' }) }, []],
    [
      'is not told where dotenv is preloaded',
      { 'package.json': manifest({ start: 'node --import dotenv/config server.js' }) },
      [],
    ],
    [
      'is not told where a preloaded module does it',
      { 'package.json': manifest({ start: 'node --import ./env.js server.js' }), 'env.js': "import 'dotenv/config';\n" },
      [],
    ],
    ['is not told where Bun runs it', { 'package.json': manifest({ start: 'bun server.js' }) }, []],
    [
      'is not told where Compose hands it over',
      { 'package.json': plain, 'compose.yml': 'services:\n  app:\n    build: .\n    env_file: .env\n' },
      [],
    ],
    [
      'is not told where systemd hands it over',
      {
        'package.json': plain,
        'deploy/app.service': '[Service]\nEnvironmentFile=/srv/app/.env\nExecStart=/usr/bin/node server.js\n',
      },
      [],
    ],
    ['is not told where the Procfile does it', { 'package.json': plain, Procfile: 'web: node --env-file=.env server.js\n' }, []],
    [
      'is not told where PM2 does it',
      {
        'package.json': plain,
        'ecosystem.config.cjs': "module.exports = { apps: [{ script: 'server.js', node_args: '--env-file=.env' }] };\n",
      },
      [],
    ],
    ['is not told where make does it', { 'package.json': plain, Makefile: 'include .env\nexport\nrun:\n\tnode server.js\n' }, []],
    [
      'is not told where a shell script does it',
      { 'package.json': plain, 'run.sh': 'set -a; . ./.env; set +a\nnode server.js\n' },
      [],
    ],
    ['is not told where npm is configured for it', { 'package.json': plain, '.npmrc': 'node-options=--env-file=.env\n' }, []],
    [
      'is not told where Node’s own loadEnvFile does it',
      {
        'package.json': plain,
        'server.js': `import { loadEnvFile } from 'node:process';\nloadEnvFile();\nconst { scalekit } = await import('./scalekit.js');\n`,
      },
      [],
    ],
    [
      'is not told of a module that nothing loads',
      { 'package.json': plain, 'server.js': "import http from 'node:http';\nhttp.createServer(() => 1).listen(3000);\n" },
      [],
    ],
    [
      'is only possible where nothing says how the app is started',
      { 'package.json': manifest({}) },
      ['possible invalid-client/env-not-loaded'],
    ],
    [
      'is only likely where a deployment speaks of env files',
      { 'package.json': plain, Dockerfile: 'COPY .env /app/.env\nCMD ["node", "server.js"]\n' },
      ['likely invalid-client/env-not-loaded'],
    ],
  ])('%s', async (_what, files, expected) => {
    expect(await judgeFiles({ ...app, ...files })).toEqual(expected);
  });
});

describe('a package that is not the SDK', () => {
  const right = { '.env': url + id + secret };
  it.each<[string, Files, string[]]>([
    [
      'is told where it is imported',
      { 'package.json': manifest({}), 'a.js': "import { Scalekit } from '@scalekit/node';\n" },
      ['confirmed'],
    ],
    ['is likely where the manifest asks for it', { 'package.json': '{"dependencies":{"scalekit-sdk":"1.0.0"}}' }, ['likely']],
    ['is likely in requirements', { 'requirements.txt': 'flask\nscalekit-python==1.2.0\n' }, ['likely']],
    ['is likely in go.mod', { 'go.mod': 'module a\n\nrequire github.com/scalekit-inc/scalekit-sdk-go v2.1.0\n' }, ['likely']],
    [
      'is likely in a pom',
      { 'pom.xml': '<dependency><groupId>com.scalekit</groupId><artifactId>scalekit-java</artifactId></dependency>' },
      ['likely'],
    ],
    [
      'is not told of the SDK',
      {
        'requirements.txt': 'scalekit-sdk-python==2.10.0\n',
        'go.mod': 'module a\n\nrequire github.com/scalekit-inc/scalekit-sdk-go v1.0.6\n',
      },
      [],
    ],
    [
      'is not told of the project’s own name',
      { 'pyproject.toml': '[project]\nname = "scalekit"\nkeywords = ["scalekit", "sso"]\n' },
      [],
    ],
    [
      'is not told of a package that is installed',
      {
        'package.json': manifest({}),
        'a.js': "import x from 'scalekit-node';\n",
        'node_modules/scalekit-node/package.json': '{"version":"1.0.0"}',
      },
      [],
    ],
    [
      'is not told of the app’s own artifact',
      { 'pom.xml': '<project><groupId>com.scalekit</groupId><artifactId>my-app</artifactId></project>' },
      [],
    ],
  ])('%s', async (_what, files, expected) => {
    const judged = await judgeFiles({ ...right, ...files });
    expect(judged.filter((one) => one.includes('wrong-package'))).toEqual(
      expected.map((verdict) => `${verdict} unknown-sdk-call/wrong-package`),
    );
  });
});

describe('the secret of webhooks that nothing sets', () => {
  const hook = `${server}scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, request.headers, body);\n`;
  const all = {
    ...started,
    'scalekit.js': client('process.env.SCALEKIT_CLIENT_SECRET'),
    '.env': url + id + secret,
    'server.js': hook,
  };
  it.each<[string, Files, string[]]>([
    ['is told beside the other settings', {}, ['confirmed']],
    ['is likely where a deployment names it', { 'fly.toml': '[env]\nSCALEKIT_WEBHOOK_SECRET = "x"\n' }, ['likely']],
    [
      'is likely where the code asks whether it is there',
      { 'server.js': `if (!process.env.SCALEKIT_WEBHOOK_SECRET) disable();\n${hook}` },
      ['likely'],
    ],
    [
      'is not told where a store gives it',
      { 'server.js': hook.replace('process.env.SCALEKIT_WEBHOOK_SECRET', "await vault.read('SCALEKIT_WEBHOOK_SECRET')") },
      [],
    ],
    [
      'is not told where it is set',
      { '.env': `${url}${id}${secret}SCALEKIT_WEBHOOK_SECRET=whsec_b2ZmbGluZS1hcHAtc2VjcmV0LTEyMzQ1Njc4OTA=\n` },
      [],
    ],
  ])('%s', async (_what, files, expected) => {
    const judged = await judgeFiles({ ...all, ...files });
    expect(judged.filter((one) => one.includes('secret-not-set'))).toEqual(
      expected.map((verdict) => `${verdict} signature-verification/secret-not-set`),
    );
  });
});
