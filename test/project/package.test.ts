/** What manifests, lock files and installed packages tell of a project. */
import { describe, expect, it } from 'vitest';
import { deploymentMentions } from '../../src/project/deployment.ts';
import { lockedVersion } from '../../src/project/lock-files.ts';
import { packageOf } from '../../src/project/manifests.ts';
import { describeProject, frameworkOf } from '../../src/project/package.ts';
import { readStartCommand } from '../../src/project/start-scripts.ts';
import { type Files, makeFolder, makeProject, open } from './folder.ts';

async function shape(files: Files) {
  return describeProject(await makeProject(files));
}

function manifest(...names: string[]): string {
  return JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '^1.0.0'])) });
}

describe('frameworks', () => {
  it.each([
    ['nextjs', ['next', 'react']],
    ['nestjs', ['@nestjs/core', 'express']],
    ['fastify', ['fastify']],
    ['express', ['express', 'vite']],
    ['hono', ['hono']],
    ['koa', ['koa']],
    ['remix', ['@remix-run/node', 'express', 'vite']],
    ['sveltekit', ['@sveltejs/kit', 'vite']],
    ['nuxt', ['nuxt']],
    ['vite', ['vite']],
    ['node', []],
  ])('%s is known by %j', async (id, names) => {
    expect((await shape({ 'package.json': manifest(...names) })).frameworks).toMatchObject([{ id, folder: '' }]);
  });

  it.each([
    ['flask', { 'requirements.txt': 'Flask==3.0.2\nscalekit-sdk-python>=2\n' }, '3.0.2'],
    ['fastapi', { 'pyproject.toml': '[project]\ndependencies = ["fastapi[standard]>=0.110", "uvicorn"]\n' }, '0.110'],
    ['django', { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "^5.0"\n' }, '5.0'],
    ['python', { 'requirements.txt': 'flask-cors==1\nrequests\n' }, undefined],
    ['gin', { 'go.mod': 'module x\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.9.1\n)\n' }, 'v1.9.1'],
    ['go', { 'go.mod': 'module x\n' }, undefined],
    ['spring', { 'pom.xml': '<groupId>org.springframework.boot</groupId>' }, undefined],
    ['spring', { 'build.gradle.kts': 'plugins { id("org.springframework.boot") version "3.2.0" }' }, undefined],
    ['java', { 'build.gradle': '' }, undefined],
  ] as const)('%s is known by %j', async (id, files, version) => {
    expect((await shape(files)).frameworks).toMatchObject([{ id, version }]);
  });

  it('tells the routers of Next.js and TypeScript by their files', async () => {
    const { frameworks, languages } = await shape({
      'package.json': manifest('next'),
      'src/app/page.tsx': '',
      'pages/api/x.js': '',
      'tsconfig.json': '{}',
    });
    expect(frameworks).toMatchObject([{ id: 'nextjs', routers: ['app', 'pages'], language: 'typescript' }]);
    expect(languages[0]).toBe('typescript');
  });

  it('finds every app of a workspace, and the one a file belongs to', async () => {
    const { frameworks, packages } = await shape({
      'package.json': '{"workspaces":["apps/*"]}',
      'apps/web/package.json': manifest('next'),
      'apps/api/package.json': manifest('express'),
      'ml/requirements.txt': 'flask',
    });
    expect(frameworks.map(({ id, folder }) => `${folder} ${id}`).sort()).toEqual([
      'apps/api express',
      'apps/web nextjs',
      'ml flask',
    ]);
    expect(packageOf(packages, 'apps/api/src/a.ts')?.path).toBe('apps/api/package.json');
    expect(packageOf(packages, 'apps/apix.ts')?.path).toBe('package.json');
    expect(frameworkOf(frameworks, 'apps/web/a.ts')?.id).toBe('nextjs');
    expect(frameworkOf(frameworks, 'apps/webx/a.ts')).toBeUndefined();
  });

  it.each([
    ['{ "dependencies": ', /not valid JSON/],
    ['[]', /does not hold a JSON object/],
    ['null', /does not hold a JSON object/],
    [Buffer.from([0, 1]), /not a text file/],
  ])('lives with a broken package.json: %j', async (text, note) => {
    const { notes, packages } = await shape({ 'package.json': text, 'src/a.ts': '' });
    expect(notes).toEqual([expect.stringMatching(note)]);
    expect(packages[0]?.dependencies.size).toBe(0);
  });

  it('takes odd fields, a byte-order mark and hostile names for what they are', async () => {
    const { packages, notes } = await shape({
      'package.json': '\uFEFF{"name":5,"dependencies":{"__proto__":"1","next":{"a":1},"express":"4"},"scripts":["x"]}',
    });
    expect(notes).toEqual([]);
    expect([...(packages[0]?.dependencies ?? [])]).toEqual([
      ['__proto__', '1'],
      ['express', '4'],
    ]);
  });
});

describe('the Scalekit SDK', () => {
  const asks = '{"dependencies":{"@scalekit-sdk/node":"^2.1.0"}}';

  it('is read from what is installed, then from the lock file, then from the range', async () => {
    const installed = { 'node_modules/@scalekit-sdk/node/package.json': '{"version":"2.11.0"}' };
    const lock = { 'package-lock.json': '{"packages":{"node_modules/@scalekit-sdk/node":{"version":"2.3.4","resolved":"x"}}}' };
    const files = { 'package.json': asks };
    expect((await shape({ ...files, ...lock, ...installed })).sdks).toMatchObject([
      { version: '2.11.0', certainty: 'installed' },
    ]);
    expect((await shape({ ...files, ...lock })).sdks).toMatchObject([
      { version: '2.3.4', certainty: 'locked', source: 'package-lock.json' },
    ]);
    expect((await shape(files)).sdks).toMatchObject([{ version: '^2.1.0', certainty: 'asked', source: 'package.json' }]);
    expect((await shape({ ...files, 'node_modules/@scalekit-sdk/node/package.json': '{' })).sdks).toMatchObject([
      { certainty: 'asked' },
    ]);
    expect((await shape({ 'package.json': '{}' })).sdks).toEqual([]);
  });

  it('is found where a monorepo hoisted it, also above the folder that is looked at', async () => {
    const root = makeFolder({
      'node_modules/@scalekit-sdk/node/package.json': '{"version":"2.9.0"}',
      'apps/web/package.json': asks,
    });
    const { sdks } = await describeProject(await open(`${root}/apps/web`));
    expect(sdks).toMatchObject([{ version: '2.9.0', source: '../../node_modules/@scalekit-sdk/node/package.json' }]);
    const whole = await describeProject(await open(root));
    expect(whole.sdks).toMatchObject([{ version: '2.9.0', folder: 'apps/web' }]);
  });

  it.each([
    ['npm', '{"packages":{"node_modules/@scalekit-sdk/node":{\n"version":"2.0.1"}}}'],
    ['npm', '{"dependencies":{"@scalekit-sdk/node":{\n"version":"2.0.1"}}}'],
    ['pnpm', "dependencies:\n      '@scalekit-sdk/node':\n        specifier: ^2.0.0\n        version: 2.0.1(react@19)\n"],
    ['pnpm', 'packages:\n  /@scalekit-sdk/node@2.0.1:\n    resolution: {}\n'],
    ['yarn', '"@scalekit-sdk/node@^2.0.0":\n  version "2.0.1"\n'],
    ['yarn', '"@scalekit-sdk/node@npm:^2.0.0":\n  version: 2.0.1\n  resolution: "x"\n'],
    ['bun', '{"packages":{"@scalekit-sdk/node": ["@scalekit-sdk/node@2.0.1", "", {}, "sha512-x"]}}'],
  ] as const)('in a lock file of %s: %j', (kind, text) => {
    expect(lockedVersion(kind, text, '@scalekit-sdk/node')).toBe('2.0.1');
    expect(lockedVersion(kind, text, '@scalekit-sdk/nod')).toBeUndefined();
  });

  it.each([
    ['python', { 'requirements.txt': 'scalekit-sdk-python==2.10.0\n' }, '2.10.0', 'locked'],
    ['python', { 'requirements.txt': 'Scalekit_SDK_Python>=2.4\n' }, '2.4', 'asked'],
    [
      'python',
      {
        'pyproject.toml': 'dependencies = ["scalekit-sdk-python"]',
        'uv.lock': '[[package]]\nname = "scalekit-sdk-python"\nversion = "2.8.1"\n',
      },
      '2.8.1',
      'locked',
    ],
    [
      'python',
      {
        'requirements.txt': 'scalekit-sdk-python',
        '.venv/lib/python3.12/site-packages/scalekit_sdk_python-2.9.9.dist-info/METADATA': '',
      },
      '2.9.9',
      'installed',
    ],
    ['go', { 'go.mod': 'require github.com/scalekit-inc/scalekit-sdk-go/v2 v2.1.0\n' }, '2.1.0', 'locked'],
    [
      'java',
      {
        'pom.xml':
          '<properties><sk.version>2.0.3</sk.version></properties><groupId>com.scalekit</groupId>\n<artifactId>scalekit-sdk-java</artifactId><version>${sk.version}</version>',
      },
      '2.0.3',
      'locked',
    ],
    ['java', { 'build.gradle': "implementation 'com.scalekit:scalekit-sdk-java:2.0.1'" }, '2.0.1', 'locked'],
  ] as const)('in %s: %j', async (language, files, version, certainty) => {
    expect((await shape(files)).sdks).toMatchObject([{ language, version, certainty }]);
  });
});

describe('scripts and deployment files', () => {
  it.each([
    ['node server.js', [], false],
    ['node --env-file=.env.local server.js', ['.env.local'], false],
    ['node --env-file-if-exists .env --watch a.js', ['.env'], false],
    ['dotenv -e .env.dev -- next dev', ['.env.dev'], false],
    ['dotenv -- next dev', [], true],
    ['node -r dotenv/config a.js', [], true],
    ['node --import dotenv/config a.js', [], true],
    ['node -r dotenv/config a.js dotenv_config_path=.env.x', ['.env.x'], false],
    ['env-cmd -f .env.q node a.js', ['.env.q'], false],
    ['env-cmd node a.js', [], true],
  ])('%s loads %j', (command, envFiles, loadsDefaultEnvFile) => {
    expect(readStartCommand(command)).toMatchObject({ envFiles, loadsDefaultEnvFile });
  });

  it('names the variables a command sets, never their values', () => {
    const read = readStartCommand('cross-env PORT=3000 SCALEKIT_CLIENT_SECRET=abc node a.js --x=1');
    expect(read.sets).toEqual(['PORT', 'SCALEKIT_CLIENT_SECRET']);
  });

  it('knows the package manager', async () => {
    expect((await shape({ 'package.json': '{}', 'pnpm-lock.yaml': '' })).packageManager).toBe('pnpm');
    expect((await shape({ 'package.json': '{"packageManager":"yarn@4.1.0"}', 'package-lock.json': '' })).packageManager).toBe(
      'yarn',
    );
    expect((await shape({ 'go.mod': '' })).packageManager).toBe('go');
    expect((await shape({})).packageManager).toBeUndefined();
  });

  it('finds where deployment files name the variables', async () => {
    const project = await makeProject({
      'docker-compose.yml':
        'services:\n  web:\n    environment:\n      - SCALEKIT_CLIENT_ID=skc_1\n      SCALEKIT_CLIENT_SECRET: ${SCALEKIT_CLIENT_SECRET}\n',
      'src/a.ts': 'process.env.SCALEKIT_CLIENT_ID',
    });
    expect(await deploymentMentions(project)).toMatchObject([
      { name: 'SCALEKIT_CLIENT_ID', hasValue: true, location: { file: 'docker-compose.yml', line: 4, column: 9 } },
      { name: 'SCALEKIT_CLIENT_SECRET', hasValue: false },
      { name: 'SCALEKIT_CLIENT_SECRET', hasValue: false },
    ]);
  });
});
