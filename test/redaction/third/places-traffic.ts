/** Third set: requests and responses, on a command line, in logs of clients and servers, in recordings. */
import type { Place } from './kind.ts';
import { base64, camel, json, json2, pascal, shell, single, train, url } from './words.ts';

const HEADER = /[^ -~]/;
/** RFC 6750 §2.1, and what libraries send in spite of it. */
const BEARER = /[^!-~]|["'\\]/;

export const trafficPlaces: readonly Place[] = [
  {
    name: 'curl, form',
    takesBlocks: true,
    write: (f, v) =>
      `curl -X POST https://acme.scalekit.com/oauth/token \\\n  -d grant_type=client_credentials \\\n  -d client_id=skc_12 \\\n  -d ${f}=${url(v)}`,
  },
  {
    name: 'curl, --data-urlencode',
    never: /\n/,
    write: (f, v) =>
      `curl https://acme.scalekit.com/oauth/token --data-urlencode ${shell(`${f}=${v}`)} --data-urlencode 'page=2'`,
  },
  {
    name: 'curl, JSON',
    takesBlocks: true,
    write: (f, v) =>
      `curl -sS -H 'content-type: application/json' --data-raw ${shell(`{"${f}":${json(v)},"n":1}`)} https://acme.dev/api`,
  },
  {
    name: 'curl, bearer',
    never: BEARER,
    write: (_f, v) => `curl -H ${shell(`Authorization: Bearer ${v}`)} https://acme.dev/api/v1/me`,
  },
  { name: 'curl, user', never: /[^!-~]/, write: (_f, v) => `curl -su ${shell(`skc_1234567890:${v}`)} https://acme.dev/api` },
  {
    name: 'curl, long user',
    never: /[^!-~]/,
    write: (_f, v) => `curl --user ${shell(`admin:${v}`)} -o out https://acme.dev/api`,
  },
  {
    name: 'curl, own header',
    never: HEADER,
    write: (f, v) => `curl --header ${shell(`X-${train(f)}: ${v}`)} https://acme.dev/api`,
  },
  { name: 'curl, cookie', never: /[^!-~]|[;,]/, write: (f, v) => `curl -b ${shell(`${f}=${v}; theme=dark`)} https://acme.dev/` },
  {
    name: 'curl -v',
    never: HEADER,
    write: (f, v) =>
      `* Connected to acme.dev (10.0.0.4) port 443\n> GET /api HTTP/1.1\n> Host: acme.dev\n> X-${train(f)}: ${v}\n>\n< HTTP/1.1 200 OK`,
  },
  { name: 'httpie', never: HEADER, write: (f, v) => `http POST acme.dev/login ${f}=${shell(v)} page==2` },
  {
    name: 'wget',
    never: BEARER,
    write: (_f, v) => `wget --header=${shell(`Authorization: Bearer ${v}`)} https://acme.dev/report.csv`,
  },
  {
    name: 'PowerShell request',
    never: /[\n']/,
    write: (f, v) => `Invoke-RestMethod -Uri https://acme.dev -Headers @{ '${pascal(f)}' = '${v}'; Accept = 'json' }`,
  },
  {
    name: 'fetch call',
    never: BEARER,
    write: (_f, v) => `await fetch('https://acme.dev', { headers: { Authorization: ${json(`Bearer ${v}`)}, accept: 'json' } });`,
  },
  {
    name: 'raw request',
    never: BEARER,
    write: (_f, v) => `GET /api/v1/orgs HTTP/1.1\r\nHost: acme.dev\r\nAuthorization: Bearer ${v}\r\nAccept: */*\r\n\r\n`,
  },
  {
    name: 'raw request, token scheme',
    never: BEARER,
    write: (_f, v) => `GET / HTTP/1.1\nAuthorization: token ${v}\nHost: git.acme.dev\n`,
  },
  {
    name: 'raw Basic',
    takesBlocks: true,
    write: (_f, v) =>
      `POST /oauth/token HTTP/1.1\nAuthorization: Basic ${base64(`skc_1234567890:${url(v)}`)}\nContent-Length: 29\n`,
  },
  {
    name: 'raw form body',
    takesBlocks: true,
    write: (f, v) =>
      `POST /oauth/token HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&${f}=${url(v)}&scope=openid`,
  },
  {
    name: 'multipart',
    takesBlocks: true,
    write: (f, v) =>
      `------WebKitFormBoundary7MA4\r\nContent-Disposition: form-data; name="${f}"\r\n\r\n${v}\r\n------WebKitFormBoundary7MA4--`,
  },
  {
    name: 'Set-Cookie',
    never: /[^!-~]|[;,]/,
    write: (f, v) => `HTTP/2 302\nset-cookie: ${f}=${v}; Path=/; HttpOnly; Secure; SameSite=Lax\nlocation: /home\n`,
  },
  { name: 'Cookie', never: /[^!-~]|[;,]/, write: (f, v) => `cookie: theme=dark; __Host-${camel(f)}=${v}; lang=en` },
  { name: 'query string', takesBlocks: true, write: (f, v) => `https://app.acme.dev/callback?page=2&${f}=${url(v)}&lang=en` },
  {
    name: 'fragment',
    takesBlocks: true,
    write: (f, v) => `Redirected to https://app.acme.dev/#${f}=${url(v)}&token_type=bearer&expires_in=300`,
  },
  {
    name: 'query string, twice encoded',
    takesBlocks: true,
    write: (f, v) => `/login?next=${url(`/oauth/cb?${f}=${url(v)}&page=2`)}`,
  },
  {
    name: 'access log',
    takesBlocks: true,
    write: (f, v) =>
      `10.2.3.4 - - [11/Feb/2026:10:00:01 +0000] "GET /cb?${f}=${url(v)} HTTP/1.1" 302 0 "https://acme.dev/" "Mozilla/5.0"`,
  },
  {
    name: 'HAR header',
    never: BEARER,
    write: (_f, v) =>
      `{"headers":[{"name":"accept","value":"*/*"},{"name":"Authorization","value":${json(`Bearer ${v}`)}}],"queryString":[]}`,
  },
  {
    name: 'HAR cookie',
    takesBlocks: true,
    write: (f, v) =>
      `"cookies": [\n  {\n    "name": "${f}",\n    "value": ${json(v)},\n    "path": "/",\n    "httpOnly": true\n  }\n]`,
  },
  {
    name: 'HAR query string',
    takesBlocks: true,
    write: (f, v) => `"queryString":[{"name":"page","value":"2"},{"name":"${f}","value":${json(v)}}]`,
  },
  {
    name: 'HAR postData',
    takesBlocks: true,
    write: (f, v) =>
      `"postData":{"mimeType":"application/x-www-form-urlencoded","params":[],"text":${json(`grant_type=refresh_token&${f}=${url(v)}&a=b`)}}`,
  },
  {
    name: 'HAR response',
    takesBlocks: true,
    write: (f, v) =>
      `"content":{"size":912,"mimeType":"application/json","text":${json(JSON.stringify({ [f]: v, expires_in: 300 }))}}`,
  },
  {
    name: 'token response',
    takesBlocks: true,
    write: (f, v) => `{"${f}":${json(v)},"token_type":"Bearer","expires_in":86399,"scope":"openid"}`,
  },
  {
    name: 'JSON, pretty',
    takesBlocks: true,
    write: (f, v) => `{\n  "user": "usr_123",\n  "${camel(f)}": ${json(v)},\n  "roles": ["admin"]\n}`,
  },
  {
    name: 'JSON in JSON',
    takesBlocks: true,
    write: (f, v) => `{"level":"error","msg":"failed","body":"{\\"user\\":\\"usr_1\\",\\"${f}\\":${json2(v)}}"}`,
  },
  {
    name: 'JSON in JSON in JSON',
    takesBlocks: true,
    write: (f, v) => JSON.stringify({ log: JSON.stringify({ message: JSON.stringify({ [f]: v, page: 2 }) }) }),
  },
  { name: 'JSON array', takesBlocks: true, write: (f, v) => `{"${f}s":[${json(v)},null],"page":2}` },
  {
    name: 'axios error, data',
    takesBlocks: true,
    write: (f, v) =>
      `AxiosError: Request failed with status code 401\n  config: {\n    method: 'post',\n    data: ${single(`grant_type=client_credentials&${f}=${url(v)}`)}\n  }`,
  },
  {
    name: 'axios error, headers',
    never: BEARER,
    write: (_f, v) =>
      `    headers: Object [AxiosHeaders] {\n      Accept: 'application/json',\n      Authorization: ${single(`Bearer ${v}`)},\n      'User-Agent': 'axios/1.7.2'\n    },`,
  },
  {
    name: 'axios error, _header',
    never: BEARER,
    write: (_f, v) =>
      `    _header: 'GET /api HTTP/1.1\\r\\n' +\n      'Host: acme.dev\\r\\n' +\n      'Authorization: Bearer ${v.replace(/['\\]/g, '\\$&')}\\r\\n' +\n      'Connection: close\\r\\n',`,
  },
  { name: 'axios JSON data', takesBlocks: true, write: (f, v) => `  data: ${single(`{"${f}":${json(v)},"page":2}`)},` },
  {
    name: 'Python requests log',
    takesBlocks: true,
    write: (f, v) => `DEBUG:urllib3.connectionpool:https://acme.dev:443 "GET /v1?${f}=${url(v)} HTTP/1.1" 401 34`,
  },
  {
    name: 'http.client debug',
    never: BEARER,
    write: (_f, v) =>
      `send: b'GET / HTTP/1.1\\r\\nHost: acme.dev\\r\\nAuthorization: Bearer ${v.replace(/['\\]/g, '\\$&')}\\r\\n\\r\\n'`,
  },
  {
    name: 'gRPC metadata',
    never: BEARER,
    write: (_f, v) => `Metadata { internalRepr: Map(1) { 'authorization' => [ ${single(`Bearer ${v}`)} ] } }`,
  },
  {
    name: 'Rails log',
    takesBlocks: true,
    write: (f, v) => `Started GET "/cb?${f}=${url(v)}" for 10.2.3.4 at 2026-02-11 10:00:01 +0000`,
  },
  {
    name: 'Envoy header dump',
    never: HEADER,
    write: (f, v) => `':path', '/api'\n'x-${f.replace(/_/g, '-')}', '${v}'\n'user-agent', 'curl/8'`,
  },
  {
    name: 'HTML input',
    takesBlocks: true,
    write: (f, v) =>
      `<form method="post"><input type="hidden" name="${f}" value="${v.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"><input name="page" value="2"></form>`,
  },
  {
    name: 'HTML meta',
    takesBlocks: true,
    write: (f, v) => `<meta name="${f.replace(/_/g, '-')}" content="${v.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}" />`,
  },
  {
    name: 'connection URL',
    never: /\n/,
    write: (_f, v) => `DATABASE_URL=postgresql://web:${url(v)}@db.acme.internal:5432/orders?sslmode=require`,
  },
  {
    name: 'connection URL in a log',
    never: /\n/,
    write: (_f, v) => `could not connect to mongodb+srv://web:${url(v)}@cluster0.ab1cd.mongodb.net/prod: timed out`,
  },
  {
    name: 'Redis URL',
    never: /\n/,
    write: (_f, v) => `redis client connecting url=rediss://:${url(v)}@cache.acme.dev:6380/0 db=0`,
  },
  { name: 'AMQP URL', never: /\n/, write: (_f, v) => `"broker": "amqps://svc:${url(v)}@mq.acme.dev/vhost"` },
  {
    name: 'git remote',
    never: /\n/,
    write: (_f, v) => `origin\thttps://x-access-token:${url(v)}@github.com/acme/web.git (fetch)`,
  },
  {
    name: 'JDBC',
    never: /[\n;&"{}]/,
    write: (_f, v) => `jdbc:sqlserver://db.acme.dev:1433;databaseName=orders;user=web;password=${v};encrypt=true`,
  },
  {
    name: 'JDBC, query',
    takesBlocks: true,
    write: (_f, v) => `spring.datasource.url=jdbc:mysql://db:3306/orders?user=web&password=${url(v)}&useSSL=true`,
  },
  {
    name: 'ADO.NET',
    never: /[\n;"']/,
    write: (_f, v) => `Server=tcp:db.acme.dev,1433;Initial Catalog=orders;User ID=web;Password=${v};Encrypt=True;`,
  },
  { name: 'libpq', never: /[\s'\\]/, write: (_f, v) => `host=db port=5432 user=web password=${v} dbname=orders sslmode=require` },
  {
    name: 'Azure storage connection',
    never: /[\n;"']/,
    write: (_f, v) => `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${v};EndpointSuffix=core.windows.net`,
  },
];
