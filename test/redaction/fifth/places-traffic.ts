/** Fifth set: cookies, calls and logs of programs that run. */
import type { Place } from '../third/kind.ts';
import { camel, dotted, json, json2, kebab, pascal, shell, single, spaced, sql, train, upper, url } from '../third/words.ts';

const PLAIN = /[^!-~]|["'$\\`&*;#<>|(){}]/;
const LINE = /\n/;

export const trafficPlaces: readonly Place[] = [
  {
    name: 'Set-Cookie, several',
    never: /[^!-~]|[;,"]/,
    write: (f, v) => `HTTP/2 302\nset-cookie: ${kebab(f)}=${v}; Path=/; HttpOnly; Secure\nset-cookie: theme=dark\nlocation: /\n`,
  },
  { name: 'cookie header', never: /[^!-~]|[;,"]/, write: (f, v) => `Cookie: _ga=GA1.1.1; ${f}=${v}; theme=dark` },
  {
    name: 'Netscape cookie file',
    never: /[^!-~]|[;,"]/,
    write: (f, v) => `#HttpOnly_acme.dev\tFALSE\t/\tTRUE\t1790000000\t${f}\t${v}\n`,
  },
  {
    name: 'GraphQL body',
    takesBlocks: true,
    write: (f, v) => `{"operationName":"Login","variables":{"input":{"${camel(f)}":${json(v)}}},"query":"mutation Login { ok }"}`,
  },
  {
    name: 'GraphQL inline',
    takesBlocks: true,
    write: (f, v) => `mutation { updateProvider(id: 7, ${camel(f)}: ${json(v)}) { ok } }`,
  },
  {
    name: 'gRPC metadata, Go',
    never: /[\s[\]]/,
    write: (f, v) => `rpc error: metadata map[:authority:[acme.dev] ${kebab(f)}:[${v}] user-agent:[grpc-go/1.60]]`,
  },
  {
    name: 'Python pprint',
    takesBlocks: true,
    write: (f, v) => `{'client_id': 'skc_1',\n '${f}': ${single(v)},\n 'timeout': 30}\n`,
  },
  { name: 'Python namedtuple', takesBlocks: true, write: (f, v) => `Settings(debug=False, ${f}=${single(v)}, port=80)` },
  {
    name: 'Python SecretStr-less settings',
    takesBlocks: true,
    write: (f, v) => `INFO:app:settings loaded: env='prod' ${f}=${single(v)} port=80`,
  },
  {
    name: 'rich traceback',
    never: LINE,
    write: (f, v) => `╭───────── locals ─────────╮\n│ ${f} = ${single(v)} │\n│ port = 80 │\n╰──────────────────────────╯\n`,
  },
  { name: 'ipdb', never: LINE, write: (f, v) => `ipdb> p self.${f}\n${single(v)}\nipdb> c\n` },
  { name: 'Python f-string =', takesBlocks: true, write: (f, v) => `2026-02-11 DEBUG self.config.${f}=${single(v)}` },
  { name: 'Go %+v nested', never: /[\s{}]/, write: (f, v) => `cfg: &{Env:prod Auth:{${pascal(f)}:${v} Retries:3} Port:80}` },
  { name: 'Go test failure', takesBlocks: true, write: (f, v) => `    auth_test.go:31: ${camel(f)} = ${json(v)}, want ""\n` },
  {
    name: 'Rust {:?} nested',
    takesBlocks: true,
    write: (f, v) => `Settings { auth: Auth { ${f}: Some(${json(v)}), retries: 3 }, port: 80 }`,
  },
  { name: 'Rust dbg!', takesBlocks: true, write: (f, v) => `[src/main.rs:12:5] &config.${f} = ${json(v)}\n` },
  {
    name: 'Ruby inspect nested',
    takesBlocks: true,
    write: (f, v) => `#<Acme::Auth:0x000078e1 @env="prod", @${f}=${json(v)}, @retries=3>`,
  },
  { name: 'Ruby 3.4 hash', takesBlocks: true, write: (f, v) => `{env: "prod", ${f}: ${json(v)}, "port" => 80}` },
  {
    name: 'Rails parameters',
    takesBlocks: true,
    write: (f, v) => `Parameters: {"utf8"=>"✓", "provider"=>{"${f}"=>${json(v)}}, "commit"=>"Save"}`,
  },
  {
    name: 'Java toString nested',
    never: /[\n,(){}[\]]/,
    write: (f, v) => `AuthConfig{env='prod', inner=Inner{${camel(f)}=${v}, retries=3}}`,
  },
  {
    name: 'Spring actuator',
    takesBlocks: true,
    write: (f, v) => `{"properties":{"acme.${dotted(f)}":{"value":${json(v)},"origin":"class path"}}}`,
  },
  {
    name: 'Node util.inspect nested',
    takesBlocks: true,
    write: (f, v) => `{\n  auth: { ${camel(f)}: ${single(v)}, retries: 3 },\n  [Symbol(kind)]: 'config'\n}`,
  },
  { name: 'Node process.env dump', takesBlocks: true, write: (f, v) => `console.log(process.env.${upper(f)}) // ${json(v)}` },
  {
    name: 'Node error with config',
    takesBlocks: true,
    write: (f, v) => `AxiosError: 401\n    config: {\n      headers: { 'X-${train(f)}': ${single(v)} },\n      url: '/me'\n    }`,
  },
  { name: 'JS assignment', takesBlocks: true, write: (f, v) => `window.__ENV = {}; window.__ENV.${camel(f)} = ${json(v)};` },
  { name: 'Vite define', takesBlocks: true, write: (f, v) => `define: { 'import.meta.env.VITE_${upper(f)}': ${json(json(v))} }` },
  {
    name: 'JSON5 with comment',
    takesBlocks: true,
    write: (f, v) => `{\n  // staging\n  ${f}: ${single(v)}, // rotate in May\n  port: 0x50,\n}`,
  },
  {
    name: 'JSON in a log',
    takesBlocks: true,
    write: (f, v) => `2026-02-11 INFO request body="{\\"${f}\\":${json2(v)}}" status=401`,
  },
  {
    name: 'Lambda event',
    takesBlocks: true,
    write: (f, v) => `{"headers":{"host":"acme.dev","x-${kebab(f)}":${json(v)}},"isBase64Encoded":false}`,
  },
  { name: 'multi-value header', takesBlocks: true, write: (f, v) => `{"multiValueHeaders":{"X-${train(f)}":[${json(v)}]}}` },
  {
    name: 'Datadog JSON',
    takesBlocks: true,
    write: (f, v) => `{"attributes":[{"key":"${dotted(f)}","value":{"stringValue":${json(v)}}}]}`,
  },
  {
    name: 'NestJS log',
    never: LINE,
    write: (f, v) => `[Nest] 42  - 02/11/2026, 10:00:01 AM   DEBUG [AuthService] ${camel(f)}: ${v}`,
  },
  { name: 'Heroku logplex', never: PLAIN, write: (f, v) => `2026-02-11T10:00:01+00:00 app[web.1]: at=info ${f}=${v} status=401` },
  { name: 'Setting X to', never: LINE, write: (f, v) => `Setting ${upper(f)} to "${v}"` },
  { name: 'expected but got', never: LINE, write: (f, v) => `Error: wrong ${spaced(f)}: expected 'x', got '${v}'` },
  { name: 'redirect in a browser', takesBlocks: true, write: (f, v) => `https://acme.dev/callback?state=xyz&${f}=${url(v)}#top` },
  { name: 'Next.js log', takesBlocks: true, write: (f, v) => ` GET /api/auth/callback?${f}=${url(v)}&iss=acme 307 in 41ms` },
  {
    name: 'PR comment',
    never: /[\n`]/,
    write: (f, v) => `> \`\`\`suggestion\n> const ${camel(f)} = "${v}";\n> \`\`\`\nplease remove\n`,
  },
  { name: 'numbered steps', never: LINE, write: (f, v) => `1. Open settings\n2. Set ${spaced(f)} → ${v}\n3. Save\n` },
  { name: 'Notion table', never: /[\n\t]/, write: (f, v) => `Name\tValue\n${spaced(f)}\t${v}\nregion\teu\n` },
  {
    name: 'login as user/pass',
    never: /[\s"'`,;()[\]{}<>?]/,
    write: (_f, v) => `you can log in with jo@acme.dev / ${v} on staging`,
    isNameless: true,
  },
  {
    name: 'SOPS-free values',
    never: LINE,
    write: (f, v) => `auth:\n  existing: false\n  ${camel(f)}: ${sql(v)}\n  replicas: 2\n`,
  },
  {
    name: 'kustomize literals',
    never: LINE,
    write: (f, v) => `secretGenerator:\n- name: web\n  literals:\n  - ${kebab(f)}=${v}\n`,
  },
  {
    name: 'kubectl --from-literal',
    never: LINE,
    write: (f, v) => `kubectl create secret generic web --from-literal=${kebab(f)}=${shell(v)}`,
  },
  { name: 'alone after a comment', never: LINE, write: (f, v) => `# ${spaced(f)}\n${v}\n` },
  { name: 'bearer in prose', never: LINE, write: (_f, v) => `we send "Authorization: Bearer ${v}" to /userinfo` },
  { name: 'websocket protocol header', never: PLAIN, write: (_f, v) => `Sec-WebSocket-Protocol: bearer, ${v}`, isNameless: true },
];
