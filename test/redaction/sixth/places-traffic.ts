/** Requests and answers: headers, bodies, captures, command lines that send them. */
import type { Place } from '../third/kind.ts';
import { camel, encoded64, json, kebab, snake, upper, xml } from './words.ts';

const SIGNS = /[\s"'#<>&,;(){}[\]\\|$`*!?%@^]/;
/** What RFC 6750 does not let a bearer token hold. */
const NOT_BEARER = /[^A-Za-z0-9._~+/=-]/;
const QUOTE = /['\\]/;
const TOKEN_URL = 'https://acme.scalekit.dev/oauth/token';

export const sixthTrafficPlaces: readonly Place[] = [
  {
    name: 'query string',
    write: (field, value) =>
      `GET /oauth/authorize?response_type=code&${snake(field)}=${encodeURIComponent(value)}&scope=openid HTTP/1.1`,
  },
  {
    name: 'form body',
    write: (field, value) =>
      `grant_type=client_credentials&client_id=skc_123456789012345678&${snake(field)}=${encodeURIComponent(value)}`,
  },
  {
    name: 'fragment',
    write: (field, value) => `http://localhost:3000/cb#${snake(field)}=${encodeURIComponent(value)}&token_type=bearer`,
  },
  {
    name: 'query, encoded twice',
    write: (field, value) =>
      `https://acme.scalekit.dev/login?next=${encodeURIComponent(`/cb?x=1&${snake(field)}=${encodeURIComponent(value)}`)}`,
  },
  {
    name: 'multipart',
    takesBlocks: true,
    write: (field, value) => `--X-BOUND\r\nContent-Disposition: form-data; name="${snake(field)}"\r\n\r\n${value}\r\n--X-BOUND--`,
  },
  {
    name: 'Authorization: Bearer',
    never: NOT_BEARER,
    write: (_, value) =>
      `GET /api/v1/organizations HTTP/1.1\nHost: acme.scalekit.dev\nAuthorization: Bearer ${value}\nAccept: */*`,
  },
  { name: 'authorization, lower case', never: NOT_BEARER, write: (_, value) => `authorization: bearer ${value}` },
  { name: 'Authorization: token', never: NOT_BEARER, write: (_, value) => `> Authorization: token ${value}` },
  {
    name: 'Authorization: Basic',
    never: /\s/,
    write: (_, value) => `Authorization: Basic ${encoded64(`skc_123456789012345678:${value}`)}`,
  },
  { name: 'Proxy-Authorization', never: /\s/, write: (_, value) => `Proxy-Authorization: Basic ${encoded64(`proxy:${value}`)}` },
  { name: 'X-Api-Key', never: SIGNS, write: (_, value) => `POST /v1/x HTTP/2\nX-Api-Key: ${value}\nContent-Length: 12` },
  { name: 'custom header', never: SIGNS, write: (field, value) => `x-acme-${kebab(field)}: ${value}` },
  { name: 'Cookie', never: SIGNS, write: (_, value) => `Cookie: theme=dark; session=${value}; lang=de` },
  { name: 'Set-Cookie', write: (_, value) => `Set-Cookie: sid=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax` },
  {
    name: 'Set-Cookie in an object',
    never: SIGNS,
    write: (_, value) => `'set-cookie': [ '__Host-session=${value}; Path=/; Secure' ]`,
  },
  {
    name: 'HAR header',
    never: NOT_BEARER,
    write: (_, value) => `{"log":{"entries":[{"request":{"headers":[{"name":"authorization","value":"Bearer ${value}"}]}}]}}`,
  },
  {
    name: 'HAR post data',
    write: (field, value) =>
      json({
        log: {
          entries: [
            {
              request: {
                postData: {
                  mimeType: 'x',
                  text: `a=1&${snake(field)}=${encodeURIComponent(value)}`,
                  params: [{ name: snake(field), value }],
                },
              },
            },
          ],
        },
      }),
  },
  {
    name: 'HAR answer',
    takesBlocks: true,
    write: (field, value) =>
      json({ response: { content: { mimeType: 'application/json', text: json({ [snake(field)]: value, expires_in: 300 }) } } }),
  },
  { name: 'HAR cookie', write: (_, value) => json({ cookies: [{ name: 'session', value, httpOnly: true }] }) },
  {
    name: 'HAR answer in base64',
    takesBlocks: true,
    write: (field, value) => json({ content: { size: 9, encoding: 'base64', text: encoded64(json({ [snake(field)]: value })) } }),
  },
  {
    name: 'axios error',
    write: (field, value) =>
      `AxiosError: Request failed with status code 401\n  config: {\n    url: '${TOKEN_URL}',\n    data: 'grant_type=client_credentials&${snake(field)}=${encodeURIComponent(value).replace(/'/g, '%27')}',\n    method: 'post'\n  }`,
  },
  {
    name: 'axios header dump',
    never: NOT_BEARER,
    write: (_, value) =>
      `    headers: Object [AxiosHeaders] {\n      Accept: 'application/json',\n      Authorization: 'Bearer ${value}',\n      'User-Agent': 'axios/1.7.2'\n    }`,
  },
  {
    name: 'axios toJSON',
    takesBlocks: true,
    write: (field, value) =>
      json({ name: 'AxiosError', config: { data: json({ [camel(field)]: value }), headers: { Accept: '*/*' } } }),
  },
  {
    name: 'raw headers of Node',
    never: NOT_BEARER,
    write: (_, value) => `rawHeaders: [\n  'Host',\n  'localhost',\n  'Authorization',\n  'Bearer ${value}'\n]`,
  },
  { name: 'curl -u', never: QUOTE, write: (_, value) => `curl -u 'skc_123456789012345678:${value}' ${TOKEN_URL}` },
  { name: 'curl --user=', never: SIGNS, write: (_, value) => `curl -sS --user skc_123456789012345678:${value} ${TOKEN_URL}` },
  {
    name: 'curl -H',
    never: NOT_BEARER,
    write: (_, value) => `curl -H "Authorization: Bearer ${value}" https://acme.scalekit.dev/api/v1/organizations`,
  },
  {
    name: "curl -H'…'",
    never: NOT_BEARER,
    write: (_, value) => `curl -XGET -H'authorization: Bearer ${value}' -v https://x.example`,
  },
  { name: 'curl --header key', never: QUOTE, write: (_, value) => `curl --header 'x-api-key: ${value}' https://x.example` },
  {
    name: 'curl -d',
    write: (field, value) =>
      `curl -d 'grant_type=client_credentials&${snake(field)}=${encodeURIComponent(value).replace(/'/g, '%27')}' ${TOKEN_URL}`,
  },
  {
    name: 'curl -d, JSON',
    never: /'/,
    takesBlocks: true,
    write: (field, value) =>
      `curl -X POST ${TOKEN_URL} \\\n  -H 'content-type: application/json' \\\n  -d '{"${snake(field)}": "${escapedOf(value)}"}'`,
  },
  {
    name: 'curl --data-urlencode',
    never: /["\\$`!]/,
    write: (field, value) => `curl ${TOKEN_URL} --data-urlencode "${snake(field)}=${value}"`,
  },
  { name: 'curl -F', never: QUOTE, write: (field, value) => `curl -F '${snake(field)}=${value}' https://x.example/upload` },
  { name: 'curl -b', never: /[\s"'\\;,]/, write: (_, value) => `curl -b "session=${value}" https://app.acme.example/me` },
  { name: 'curl --oauth2-bearer', never: NOT_BEARER, write: (_, value) => `curl --oauth2-bearer ${value} https://x.example` },
  {
    name: 'curl -v output',
    never: NOT_BEARER,
    write: (_, value) =>
      `* Connected to acme.scalekit.dev port 443\n> GET / HTTP/2\n> authorization: Bearer ${value}\n>\n< HTTP/2 401`,
  },
  {
    name: 'curl, Windows',
    write: (field, value) => `curl ^"${TOKEN_URL}^" ^\n  --data-raw ^"${snake(field)}=${encodeURIComponent(value)}^"`,
  },
  {
    name: 'address with user info',
    write: (_, value) => `fetch failed for https://svc:${encodeURIComponent(value)}@api.acme.example/v1/users`,
  },
  {
    name: 'connection string, ADO',
    never: /[;"'\s\\]/,
    write: (_, value) => `Server=db.internal;Database=app;User Id=app;Password=${value};Encrypt=true`,
  },
  {
    name: 'JDBC address',
    write: (_, value) => `jdbc:postgresql://db.internal:5432/app?user=app&password=${encodeURIComponent(value)}`,
  },
  {
    name: 'libpq string',
    never: QUOTE,
    write: (_, value) => `host=db.internal port=5432 user=app password='${value}' dbname=app`,
  },
  {
    name: 'git remote',
    never: SIGNS,
    write: (_, value) => `origin\thttps://x-access-token:${encodeURIComponent(value)}@github.com/acme/app.git (fetch)`,
  },
  {
    name: 'git clone',
    write: (_, value) => `git clone https://oauth2:${encodeURIComponent(value).replace(/'/g, '%27')}@gitlab.com/acme/app.git`,
  },
  {
    name: 'HTTPie field',
    never: SIGNS,
    write: (field, value) => `http POST acme.scalekit.dev/oauth/token ${snake(field)}=${value} scope=openid`,
  },
  { name: 'HTTPie -a', never: SIGNS, write: (_, value) => `http -a skc_123456789012345678:${value} https://x.example` },
  { name: 'HTTPie header', never: NOT_BEARER, write: (_, value) => `https x.example/api 'Authorization:Bearer ${value}'` },
  { name: 'wget', never: SIGNS, write: (_, value) => `wget --user=ci --password=${value} https://x.example/a.tgz` },
  {
    name: 'wget header',
    never: NOT_BEARER,
    write: (_, value) => `wget --header="Authorization: Bearer ${value}" https://x.example`,
  },
  {
    name: 'PowerShell',
    never: NOT_BEARER,
    write: (_, value) => `Invoke-RestMethod -Uri ${TOKEN_URL} -Headers @{ Authorization = "Bearer ${value}" }`,
  },
  { name: 'PowerShell variable', never: QUOTE, write: (field, value) => `$env:${upper(field)} = '${value}'` },
  { name: 'cmd set', never: SIGNS, write: (field, value) => `C:\\app> set ${upper(field)}=${value}` },
  { name: 'psql PGPASSWORD', never: /['\\]/, write: (_, value) => `PGPASSWORD='${value}' psql -h db.internal -U app` },
  { name: 'mysql -p', never: SIGNS, write: (_, value) => `mysql -h db.internal -u app -p${value} app` },
  { name: 'sshpass', never: /['\\]/, write: (_, value) => `sshpass -p '${value}' ssh deploy@web-1` },
  { name: 'redis-cli -a', never: SIGNS, write: (_, value) => `redis-cli -h cache -a ${value} PING` },
  { name: 'openssl -passin', never: SIGNS, write: (_, value) => `openssl rsa -in key.pem -passin pass:${value} -out k.pem` },
  {
    name: 'SOAP',
    write: (field, value) =>
      `<soap:Body><Login><UserName>a</UserName><${camel(field)}>${xml(value)}</${camel(field)}></Login></soap:Body>`,
  },
  {
    name: 'WS-Security',
    write: (_, value) =>
      `<wsse:UsernameToken><wsse:Username>a</wsse:Username><wsse:Password Type="#PasswordText">${xml(value)}</wsse:Password></wsse:UsernameToken>`,
  },
  { name: 'XML attribute', write: (field, value) => `<connection host="db" ${camel(field)}="${xml(value)}" port="1"/>` },
  {
    name: 'SAML signature',
    never: /[^A-Za-z0-9+/=]/,
    write: (_, value) =>
      `<ds:Signature><ds:SignedInfo><ds:Reference URI="#_a1"/></ds:SignedInfo><ds:SignatureValue>${value}</ds:SignatureValue></ds:Signature>`,
  },
  {
    name: 'SAMLResponse field',
    never: /[^A-Za-z0-9+/=]/,
    write: (_, value) =>
      `RelayState=x&SAMLResponse=${encodeURIComponent(encoded64(`<samlp:Response ID="_r1" Version="2.0"><saml:Issuer>https://idp.example</saml:Issuer><ds:Signature><ds:SignatureValue>${value}</ds:SignatureValue></ds:Signature></samlp:Response>`))}`,
  },
  {
    name: 'GraphQL variables',
    takesBlocks: true,
    write: (field, value) =>
      json({ query: 'mutation($i: In!) { save(input: $i) { id } }', variables: { i: { [camel(field)]: value } } }),
  },
  {
    name: 'gRPC text',
    write: (field, value) => `client: {\n  id: "skc_123456789012345678"\n  ${snake(field)}: ${json(value)}\n}`,
  },
  {
    name: 'gRPC metadata',
    never: NOT_BEARER,
    write: (_, value) => `metadata: map[authorization:[Bearer ${value}] user-agent:[grpc-go/1.60]]`,
  },
  {
    name: 'WebSocket frame',
    takesBlocks: true,
    write: (field, value) => `42["login",{"${camel(field)}":"${escapedOf(value)}"}]`,
  },
  {
    name: 'MCP client settings',
    write: (_, value) =>
      json({ mcpServers: { crm: { url: 'https://mcp.acme.example', headers: { Authorization: `Bearer ${value}` } } } }),
  },
];

function escapedOf(value: string): string {
  return json(value).slice(1, -1);
}
