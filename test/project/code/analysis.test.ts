/** What is understood of code as people write it: tables of small programs. */
import { describe, expect, it } from 'vitest';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import type { CodeAnalysis, Value } from '../../../src/project/code/types.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

function analyse(files: Readonly<Record<string, string>>): Promise<CodeAnalysis> {
  return analyseCode({
    files: Object.entries(files).map(([path, text]) => sourceFromText(path, text)),
    aliases: [['@/', 'src/']],
  });
}

/** A value in short: `"text"`, `$NAME`, `$NAME|"fallback"`, `a+b`, `?`. */
function short(value: Value | undefined): string {
  switch (value?.kind) {
    case 'string':
      return JSON.stringify(value.text);
    case 'env':
      return value.fallback ? `$${value.name}|${short(value.fallback)}` : `$${value.name}`;
    case 'concat':
      return value.parts.map(short).join('+');
    case 'undefined':
      return 'undefined';
    default:
      return '?';
  }
}

const client = "import { Scalekit } from '@scalekit-sdk/node';\nconst scalekit = new Scalekit('u', 'i', 's');\n";
const login = (uri: string): string => `scalekit.getAuthorizationUrl(${uri}, {});\n`;

describe('the redirect URI that reaches the SDK', () => {
  it.each([
    ['a literal', `${client}${login("'http://a/cb'")}`, '"http://a/cb"'],
    ['a constant', `${client}const uri = 'http://a/cb';\n${login('uri')}`, '"http://a/cb"'],
    ['a variable', `${client}${login('process.env.CB')}`, '$CB'],
    ['a variable with a default', `${client}${login("process.env.CB ?? 'http://a/cb'")}`, '$CB|"http://a/cb"'],
    ['a variable or another', `${client}${login("process.env.CB || 'http://a/cb'")}`, '$CB|"http://a/cb"'],
    ['a template', `${client}${login('`${process.env.HOST}/cb`')}`, '$HOST+"/cb"'],
    [
      'a number',
      `${client}const PORT = process.env.PORT || 3000;\n${login('`http://localhost:${PORT}/cb`')}`,
      '"http://localhost:"+$PORT|"3000"+"/cb"',
    ],
    ['a sum', `${client}${login("process.env.HOST + '/cb'")}`, '$HOST+"/cb"'],
    ['a destructured variable', `${client}const { CB = 'http://a/cb' } = process.env;\n${login('CB')}`, '$CB|"http://a/cb"'],
    ['a property', `${client}const config = { auth: { uri: process.env.CB } };\n${login('config.auth.uri')}`, '$CB'],
    [
      'a spread property',
      `${client}const base = { uri: 'http://a/cb' };\nconst all = { ...base };\n${login('all.uri')}`,
      '"http://a/cb"',
    ],
    ['a function that only returns', `${client}function uri() { return process.env.CB; }\n${login('uri()')}`, '$CB'],
    ['a URL of two parts', `${client}${login("new URL('/cb', process.env.HOST).toString()")}`, '$HOST+"/cb"'],
    ['import.meta.env', `${client}${login('import.meta.env.VITE_CB')}`, '$VITE_CB'],
    [
      'a schema over process.env',
      `import { z } from 'zod';\n${client}const env = z.object({}).parse(process.env);\n${login('env.SCALEKIT_CB')}`,
      '$SCALEKIT_CB',
    ],
    [
      'something of the request',
      `${client}export const h = (req) => scalekit.getAuthorizationUrl(\`\${req.protocol}://\${req.host}/cb\`, {});\n`,
      '?+"://"+?+"/cb"',
    ],
    ['a condition', `${client}${login("prod ? 'http://a' : 'http://b'")}`, '?'],
  ])('is seen through %s', async (_what, code, expected) => {
    const { redirectUris } = await analyse({ 'app.js': code });
    expect(redirectUris.map(({ step, value }) => [step, short(value)])).toEqual([['authorize', expected]]);
  });

  it('in TypeScript, through casts and assertions', async () => {
    const { redirectUris } = await analyse({
      'app.ts': `${client}scalekit.getAuthorizationUrl(process.env.CB! as string, {} satisfies object);\n`,
    });
    expect(redirectUris.map(({ value }) => short(value))).toEqual(['$CB']);
  });

  it('through imports, re-exports and aliases, to the place where it is written', async () => {
    const { redirectUris } = await analyse({
      'src/config.ts': "export const settings = { uri: 'http://a/cb' };\nexport default settings;\n",
      'src/index.ts': "export { settings as config } from './config';\n",
      'src/client.ts':
        "import { Scalekit } from '@scalekit-sdk/node';\nlet made: Scalekit;\nexport const getScalekit = () => { made ??= new Scalekit('u', 'i', 's'); return made; };\n",
      'src/app/login/route.ts':
        "import { config } from '@/index';\nimport { getScalekit } from '@/client';\nexport function GET() { return getScalekit().getAuthorizationUrl(config.uri, {}); }\n",
    });
    expect(redirectUris).toHaveLength(1);
    expect(redirectUris[0]?.value.at.location).toEqual({ file: 'src/config.ts', line: 1, column: 32 });
    expect(redirectUris[0]?.at.location.file).toBe('src/app/login/route.ts');
  });

  it('through require, module.exports and class fields', async () => {
    const { redirectUris } = await analyse({
      'config.js': 'module.exports = { uri: process.env.CB };\n',
      'auth.js':
        "const { Scalekit } = require('@scalekit-sdk/node');\nconst { uri } = require('./config');\nclass Auth {\n  constructor() { this.scalekit = new Scalekit('u', 'i', 's'); this.uri = uri; }\n  end(code) { return this.scalekit.authenticateWithCode(code, this.uri); }\n}\n",
    });
    expect(redirectUris.map(({ step, value }) => [step, short(value)])).toEqual([['exchange', '$CB']]);
  });

  it('in NestJS, through ConfigService', async () => {
    const { redirectUris, clients } = await analyse({
      'auth.service.ts':
        "import { Scalekit } from '@scalekit-sdk/node';\nimport { ConfigService } from '@nestjs/config';\n@Injectable()\nexport class AuthService {\n  private scalekit: Scalekit;\n  constructor(private config: ConfigService) {\n    this.scalekit = new Scalekit(this.config.get('SCALEKIT_ENV_URL'), 'i', 's');\n  }\n  url() { return this.scalekit.getAuthorizationUrl(this.config.getOrThrow<string>('CALLBACK_URL'), {}); }\n}\n",
    });
    expect(redirectUris.map(({ value }) => short(value))).toEqual(['$CALLBACK_URL']);
    expect(clients.map(({ environmentUrl }) => short(environmentUrl))).toEqual(['$SCALEKIT_ENV_URL']);
  });

  it('in requests written by hand', async () => {
    const { redirectUris } = await analyse({
      'app.js':
        "const base = process.env.SCALEKIT_ENVIRONMENT_URL;\nconst q = new URLSearchParams({ response_type: 'code', redirect_uri: 'http://a/cb' });\nres.redirect(`${base}/oauth/authorize?${q}`);\nawait fetch(`${base}/oauth/token`, { body: new URLSearchParams({ grant_type: 'authorization_code', redirect_uri: 'http://b/cb' }) });\n",
    });
    expect(redirectUris.map(({ step, value }) => [step, short(value)])).toEqual([
      ['authorize', '"http://a/cb"'],
      ['exchange', '"http://b/cb"'],
    ]);
  });

  it('not in comments, strings or other libraries’ calls', async () => {
    const { redirectUris, calls } = await analyse({
      'app.js':
        "// scalekit.getAuthorizationUrl('x')\nconst text = \"scalekit.getAuthorizationUrl('y')\";\nconst google = { getAuthorizationUrl: () => 1 };\ngoogle.getAuthorizationUrl('z');\n",
    });
    expect(redirectUris).toEqual([]);
    expect(calls).toEqual([]);
  });
});

describe('the result of a call', () => {
  it.each([
    ['const { accessToken } = await scalekit.refreshAccessToken(t); use(accessToken);', ['accessToken'], false],
    [
      'const r = await scalekit.refreshAccessToken(t); s.a = r.accessToken; s.r = r.refreshToken;',
      ['accessToken', 'refreshToken'],
      false,
    ],
    ['const r = await scalekit.refreshAccessToken(t); save(r);', [], true],
    ['return scalekit.refreshAccessToken(t);', [], true],
    ['const { accessToken, ...rest } = await scalekit.refreshAccessToken(t); use(accessToken, rest);', [], true],
    ['const { accessToken, refreshToken } = await scalekit.refreshAccessToken(t); use(accessToken);', ['accessToken'], false],
    ['await scalekit.refreshAccessToken(t);', [], false],
    [
      'const r = await scalekit.refreshAccessToken(t); if (!r) return; const { accessToken } = r; use(accessToken);',
      ['accessToken'],
      false,
    ],
  ])('%s', async (body, fields, escapes) => {
    const { calls } = await analyse({ 'app.js': `${client}export async function f(t) { ${body} }\n` });
    const found = calls.find(({ method }) => method === 'refreshAccessToken');
    expect([...(found?.result.fields ?? [])].sort()).toEqual([...(escapes ? [] : fields)].sort());
    expect(found?.result.escapes).toBe(escapes);
  });
});

describe('routes', () => {
  it.each([
    ['Express', { 'app.js': "app.get('/cb', h);" }, '/cb'],
    [
      'a mounted router',
      {
        'app.js': "const auth = require('./auth');\napp.use('/auth', auth);",
        'auth.js': "router.get('/cb', h);\nmodule.exports = router;",
      },
      '/auth/cb',
    ],
    ['Next.js app router', { 'app/(web)/auth/cb/route.ts': 'export async function GET() {}' }, '/auth/cb'],
    ['Next.js pages', { 'pages/api/cb.ts': 'export default function handler() {}' }, '/api/cb'],
    ['NestJS', { 'a.ts': "@Controller('auth')\nexport class A {\n  @Get('cb')\n  cb() {}\n}" }, '/auth/cb'],
    ['a plain server', { 'a.js': "if (url.pathname === '/cb') end();" }, '/cb'],
    ['Fastify', { 'a.js': "app.route({ method: 'GET', url: '/cb', handler });" }, '/cb'],
  ])('of %s', async (_name, files, path) => {
    const { routes } = await analyse(files);
    expect(routes.map((route) => route.path)).toContain(path);
  });
});

describe('what is not Scalekit’s', () => {
  it('is another provider’s authorize URL', async () => {
    const { redirectUris } = await analyse({
      'a.js': "const q = { redirect_uri: 'http://a' };\nopen('https://github.com/login/oauth/authorize?' + q);",
    });
    expect(redirectUris).toEqual([]);
  });

  it('is the get of a client or a cache', async () => {
    const { routes } = await analyse({ 'a.js': "axios.get('/callback', { x: 1 });\ncache.get('/x', y);\nrows.get('/z');" });
    expect(routes).toEqual([]);
  });
});

describe('hostile code', () => {
  it('of one endless chain does not hide the other files', async () => {
    const { redirectUris } = await analyse({
      'long.js': `x${'.a'.repeat(20_000)};`,
      'app.js': `${client}${login("'http://a/cb'")}`,
    });
    expect(redirectUris.map(({ value }) => short(value))).toEqual(['"http://a/cb"']);
  });
});

describe('broken code', () => {
  it('is read as far as it goes', async () => {
    const { redirectUris, notes } = await analyse({ 'app.js': `${client}${login("'http://a/cb'")}function ( {{{\n` });
    expect(redirectUris.map(({ value }) => short(value))).toEqual(['"http://a/cb"']);
    expect(notes.join()).toContain('syntax error');
  });
});
