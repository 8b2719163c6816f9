/** Every place in which a secret turns up when people ask for help. `field` is a setting's name in capitals. */

export interface Context {
  readonly name: string;
  readonly write: (field: string, value: string) => string;
}

const snake = (field: string): string => field.toLowerCase();
const camel = (field: string): string => snake(field).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (field: string): string => camel(field).replace(/^./, (letter) => letter.toUpperCase());
const header = (field: string): string =>
  `X-${snake(field)
    .split('_')
    .map((word) => word.replace(/^./, (letter) => letter.toUpperCase()))
    .join('-')}`;
const url = encodeURIComponent;
const wrap = (text: string, width: number, join: string): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(join);

export const contexts: readonly Context[] = [
  { name: 'log, key=value', write: (f, v) => `2026-01-02T03:04:05.123Z INFO auth client starting ${snake(f)}=${v} timeout=30s` },
  { name: 'log, key: value', write: (f, v) => `[2026-01-02 03:04:05] DEBUG using ${snake(f)}: ${v}` },
  {
    name: 'log, JSON line',
    write: (f, v) => JSON.stringify({ level: 30, time: 1767323045123, msg: 'config', [camel(f)]: v, pid: 7 }),
  },
  { name: 'log, JSON in JSON', write: (f, v) => JSON.stringify({ msg: `body ${JSON.stringify({ [snake(f)]: v, a: 1 })}` }) },
  { name: '.env', write: (f, v) => `PORT=3000\n${f}=${v}\nNODE_ENV=production` },
  { name: '.env, quoted', write: (f, v) => `export ${f}="${v}" # from the dashboard\n` },
  { name: 'YAML', write: (f, v) => `auth:\n  url: https://acme.scalekit.dev\n  ${snake(f)}: ${v}\n  timeout: 30\n` },
  { name: 'YAML, quoted and indented', write: (f, v) => `app:\n  deep:\n    - ${camel(f)}: '${v}'\n` },
  {
    name: 'JSON',
    write: (f, v) => JSON.stringify({ url: 'https://acme.scalekit.dev', [snake(f)]: v, scopes: ['openid'] }, null, 2),
  },
  { name: 'TOML', write: (f, v) => `[auth]\n${snake(f)} = "${v}"\nttl = 300\n` },
  { name: 'ini and properties', write: (f, v) => `auth.${snake(f).replaceAll('_', '-')}=${v}\nauth.ttl=300\n` },
  {
    name: 'HAR, post data',
    write: (f, v) =>
      JSON.stringify({
        request: {
          method: 'POST',
          postData: {
            params: [
              { name: 'grant_type', value: 'client_credentials' },
              { name: snake(f), value: v },
            ],
          },
        },
      }),
  },
  {
    name: 'HAR, header',
    write: (f, v) =>
      JSON.stringify(
        {
          headers: [
            { name: 'Accept', value: '*/*' },
            { name: header(f), value: v },
          ],
        },
        null,
        1,
      ),
  },
  { name: 'query string', write: (f, v) => `GET https://api.example.com/v1/things?page=2&${snake(f)}=${url(v)}&limit=10 → 200` },
  { name: 'form body', write: (f, v) => `grant_type=client_credentials&${snake(f)}=${url(v)}&client_id=skc_123456` },
  { name: 'URL inside a URL', write: (f, v) => `https://app.example.com/login?next=${url(`/cb?${snake(f)}=${url(v)}&x=1`)}` },
  { name: 'curl, header', write: (f, v) => `curl -s -H '${header(f)}: ${v}' https://api.example.com/v1/me` },
  {
    name: 'curl, data',
    write: (f, v) => `curl https://acme.scalekit.dev/oauth/token \\\n  -d 'client_id=skc_1' \\\n  -d '${snake(f)}=${url(v)}'`,
  },
  { name: 'command line', write: (f, v) => `$ ./server --port 3000 --${snake(f).replaceAll('_', '-')} ${v}` },
  {
    name: 'stack trace',
    write: (f, v) =>
      `Error: cannot start with ${camel(f)}="${v}"\n    at start (/app/src/server.ts:12:9)\n    at main (/app/src/index.ts:3:1)`,
  },
  { name: 'Node inspect', write: (f, v) => `{\n  env: 'prod',\n  ${camel(f)}: '${v}',\n  retries: 3\n}` },
  {
    name: 'axios error',
    write: (f, v) =>
      `AxiosError: Request failed with status code 401\n  config: { url: '/oauth/token', data: 'grant_type=client_credentials&${snake(f)}=${url(v)}', headers: { Accept: 'application/json' } },\n  code: 'ERR_BAD_REQUEST'`,
  },
  { name: 'Go %+v', write: (f, v) => `config: {URL:https://acme.scalekit.dev ${pascal(f)}:${v} Timeout:30s}` },
  { name: 'Go %#v', write: (f, v) => `main.Config{URL:"https://acme.scalekit.dev", ${pascal(f)}:"${v}", Timeout:30}` },
  {
    name: 'Go spew',
    write: (f, v) => `(main.Config) {\n URL: (string) (len=3) "abc",\n ${pascal(f)}: (string) (len=${v.length}) "${v}",\n}`,
  },
  { name: 'Java toString', write: (f, v) => `AuthConfig(url=https://acme.scalekit.dev, ${camel(f)}=${v}, timeout=PT30S)` },
  { name: 'Java record', write: (f, v) => `AuthConfig[url=https://acme.scalekit.dev, ${camel(f)}=${v}]` },
  { name: 'Python dict', write: (f, v) => `{'url': 'https://acme.scalekit.dev', '${snake(f)}': '${v}', 'timeout': 30}` },
  { name: 'Python dataclass', write: (f, v) => `Config(url='https://acme.scalekit.dev', ${snake(f)}='${v}', debug=False)` },
  { name: 'source code', write: (f, v) => `const ${camel(f)} = '${v}';\nconst client = new Client(${camel(f)});` },
  { name: 'docker-compose list', write: (f, v) => `services:\n  web:\n    environment:\n      - PORT=3000\n      - ${f}=${v}\n` },
  { name: 'docker-compose map', write: (f, v) => `services:\n  web:\n    environment:\n      ${f}: "${v}"\n      PORT: 3000\n` },
  { name: 'Dockerfile', write: (f, v) => `FROM node:20\nENV ${f}=${v}\nRUN npm ci\n` },
  { name: 'Kubernetes env', write: (f, v) => `env:\n- name: PORT\n  value: "3000"\n- name: ${f}\n  value: "${v}"\n` },
  {
    name: 'Kubernetes secret',
    write: (f, v) =>
      `apiVersion: v1\nkind: Secret\ndata:\n  ${snake(f).replaceAll('_', '-')}: ${Buffer.from(v).toString('base64')}\n`,
  },
  { name: 'Kubernetes stringData', write: (f, v) => `kind: Secret\nstringData:\n  ${f}: ${v}\n` },
  {
    name: 'XML element',
    write: (f, v) => `<config><url>https://acme.scalekit.dev</url><${camel(f)}>${v}</${camel(f)}></config>`,
  },
  { name: 'XML attributes', write: (f, v) => `<add key="${pascal(f)}" value="${v}" />` },
  {
    name: 'wrapped mail',
    write: (f, v) =>
      `> Hi,\n> here is what we use, please have a look at it when you find the time:\n> ${f}=\n> ${v}\n> Thanks`.replace(
        '=\n> ',
        '=',
      ),
  },
  { name: 'mail, quoted-printable', write: (f, v) => `${f}=3D${wrap(v.replaceAll('=', '=3D'), 40, '=\n')}\nThanks` },
  {
    name: 'Authorization: Bearer',
    write: (_, v) => `POST /v1 HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer ${v}\nAccept: */*`,
  },
  {
    name: 'Authorization: Basic',
    write: (_, v) => `> Authorization: Basic ${Buffer.from(`skc_123456:${v}`).toString('base64')}\n> Accept: */*`,
  },
  { name: 'Cookie', write: (_, v) => `Cookie: theme=dark; app_session=${url(v)}; lang=en` },
  { name: 'Set-Cookie', write: (_, v) => `set-cookie: [ 'app_session=${url(v)}; Path=/; HttpOnly; SameSite=Lax' ],` },
  { name: 'connection URL', write: (_, v) => `DATABASE_URL=postgres://app:${url(v)}@db.internal:5432/app?sslmode=require` },
  { name: 'git remote', write: (_, v) => `origin\thttps://oauth2:${url(v)}@gitlab.example.com/acme/app.git (fetch)` },
  { name: 'Markdown table', write: (f, v) => `| setting | value |\n|---|---|\n| ${f} | ${v} |` },
  { name: 'prose', write: (f, v) => `our ${snake(f).replaceAll('_', ' ')} is "${v}" and it still fails` },
];
