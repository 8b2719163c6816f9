/** Files of settings, from env files to data bases. */
import type { Place } from '../third/kind.ts';
import { camel, encoded64, escaped, indented, json, kebab, snake, upper, xml } from './words.ts';

/** What a file of settings reads as something else where no quotes stand. */
const SIGNS = /[\s"'#<>&,;(){}[\]\\|$`*!?%@^]/;

export const sixthConfigPlaces: readonly Place[] = [
  { name: '.env', never: /[\s"'#]/, write: (field, value) => `NODE_ENV=development\n${upper(field)}=${value}\nPORT=3000` },
  {
    name: '.env, double quotes',
    never: /["\\$]/,
    takesBlocks: true,
    write: (field, value) => `${upper(field)}="${value}"\nPORT=3000`,
  },
  {
    name: '.env, double quotes, \\n',
    never: /"/,
    takesBlocks: true,
    write: (field, value) => `PORT=3000\n${upper(field)}="${escaped(value)}"`,
  },
  {
    name: '.env, single quotes',
    never: /'/,
    takesBlocks: true,
    write: (field, value) => `${upper(field)}='${value}' # from the vault`,
  },
  { name: '.env, backticks', never: /`/, write: (field, value) => `${upper(field)}=\`${value}\`` },
  { name: '.env, export', never: SIGNS, write: (field, value) => `export ${upper(field)}=${value}` },
  { name: '.env, spaces', never: SIGNS, write: (field, value) => `${upper(field)} = ${value}` },
  { name: '.env, commented out', never: SIGNS, write: (field, value) => `# ${upper(field)}=${value}` },
  { name: '.env, CRLF', never: SIGNS, write: (field, value) => `A=1\r\n${upper(field)}=${value}\r\nB=2\r\n` },
  { name: '.env, prefix', never: SIGNS, write: (field, value) => `ACME_APP_${upper(field)}=${value}` },
  {
    name: 'YAML',
    never: SIGNS,
    write: (field, value) => `scalekit:\n  url: https://acme.scalekit.dev\n  ${snake(field)}: ${value}`,
  },
  {
    name: 'YAML, double quotes',
    takesBlocks: true,
    write: (field, value) => `auth:\n  ${camel(field)}: ${json(value)}\n  retries: 3`,
  },
  { name: 'YAML, single quotes', never: /'/, write: (field, value) => `auth:\n  ${kebab(field)}: '${value}'` },
  {
    name: 'YAML literal block',
    takesBlocks: true,
    write: (field, value) => `tls:\n  ${snake(field)}: |\n${indented(value, '    ')}\n  port: 443`,
  },
  { name: 'YAML folded block', write: (field, value) => `tls:\n  ${snake(field)}: >-\n    ${value}\n  port: 443` },
  { name: 'YAML list of pairs', write: (field, value) => `env:\n  - name: ${upper(field)}\n    value: ${json(value)}` },
  {
    name: 'JSON',
    takesBlocks: true,
    write: (field, value) => JSON.stringify({ app: { name: 'x', [camel(field)]: value, port: 1 } }, null, 2),
  },
  {
    name: 'JSON in a string',
    takesBlocks: true,
    write: (field, value) => json({ payload: json({ [snake(field)]: value, n: 1 }) }),
  },
  {
    name: 'JSON in a string, twice',
    takesBlocks: true,
    write: (field, value) => json({ a: json({ b: json({ [camel(field)]: value }) }) }),
  },
  { name: 'JSON, name and value', write: (field, value) => json({ parameters: [{ name: snake(field), value }] }) },
  { name: 'JSON5', never: /['\\]/, write: (field, value) => `{\n  // local\n  ${camel(field)}: '${value}',\n}` },
  { name: 'JSON, list', write: (field, value) => `{"${camel(field)}s": [${json(value)}]}` },
  { name: 'TOML', write: (field, value) => `[auth]\n${snake(field)} = ${json(value)}\nenabled = true` },
  { name: 'ini', never: SIGNS, write: (field, value) => `[scalekit]\n${snake(field)} = ${value}\ntimeout=5` },
  {
    name: 'properties',
    never: SIGNS,
    write: (field, value) => `scalekit.url=https://acme.scalekit.dev\nscalekit.${kebab(field)}=${value}`,
  },
  {
    name: 'Spring YAML',
    never: SIGNS,
    write: (field, value) =>
      `spring:\n  security:\n    oauth2:\n      client:\n        registration:\n          scalekit:\n            ${kebab(field)}: ${value}`,
  },
  { name: 'appsettings', write: (field, value) => `{ "Scalekit:${camel(field)}": ${json(value)} }` },
  {
    name: 'web.config',
    write: (field, value) => `<appSettings>\n  <add key="${camel(field)}" value="${xml(value)}" />\n</appSettings>`,
  },
  {
    name: 'Maven settings',
    write: (field, value) => `<server><id>repo</id><${camel(field)}>${xml(value)}</${camel(field)}></server>`,
  },
  { name: 'plist', write: (field, value) => `<dict>\n\t<key>${camel(field)}</key>\n\t<string>${xml(value)}</string>\n</dict>` },
  {
    name: '.npmrc',
    never: SIGNS,
    write: (_, value) => `registry=https://npm.acme.example/\n//npm.acme.example/:_authToken=${value}`,
  },
  {
    name: '.npmrc password',
    never: SIGNS,
    write: (_, value) => `//npm.acme.example/:_password=${value}\n//npm.acme.example/:username=ci`,
  },
  { name: '.netrc', never: SIGNS, write: (_, value) => `machine api.acme.example\n  login ci\n  password ${value}` },
  { name: '.netrc, one line', never: SIGNS, write: (_, value) => `machine github.com login ci password ${value}` },
  { name: '.pgpass', never: /[\s:\\/@]/, write: (_, value) => `db.internal:5432:app:app_user:${value}` },
  { name: '.pypirc', never: SIGNS, write: (_, value) => `[pypi]\nusername = __token__\npassword = ${value}` },
  {
    name: 'AWS credentials',
    never: SIGNS,
    write: (_, value) => `[default]\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = ${value}`,
  },
  { name: '.git-credentials', never: /[\s"'#@:/\\<>%?&^[\]{}|`]/, write: (_, value) => `https://ci-bot:${value}@github.com` },
  { name: 'docker config', write: (_, value) => `{"auths":{"ghcr.io":{"auth":"${encoded64(`ci:${value}`)}"}}}` },
  {
    name: 'nginx bearer header',
    never: SIGNS,
    write: (_, value) => `location /api {\n  proxy_set_header Authorization "Bearer ${value}";\n  proxy_pass http://app;\n}`,
  },
  { name: 'nginx variable', never: /["\\$]/, write: (field, value) => `set $${snake(field)} "${value}";` },
  { name: 'Apache SetEnv', never: /["\\]/, write: (field, value) => `SetEnv ${upper(field)} "${value}"` },
  { name: 'CSV', write: (field, value) => `id,name,${snake(field)},created\n1,acme,"${value.replace(/"/g, '""')}",2026-03-01` },
  {
    name: 'SQL insert',
    never: /['\\]/,
    takesBlocks: true,
    write: (field, value) => `INSERT INTO settings (id, ${snake(field)}, updated_at) VALUES (1, '${value}', now());`,
  },
  {
    name: 'SQL insert, name and value',
    never: /['\\]/,
    write: (field, value) => `INSERT INTO settings (key, value) VALUES ('${snake(field)}', '${value}');`,
  },
  {
    name: 'SQL update',
    never: /['\\]/,
    write: (field, value) => `UPDATE tenants SET ${snake(field)} = '${value}' WHERE id = 7;`,
  },
  { name: 'SQL user', never: /['\\]/, write: (_, value) => `CREATE USER app WITH PASSWORD '${value}';` },
  {
    name: 'psql table',
    never: /[|\s]/,
    write: (field, value) => ` id | ${snake(field)} | active\n----+------+-------\n  1 | ${value} | t\n(1 row)`,
  },
  {
    name: 'Redis monitor',
    write: (field, value) => `1767225600.123456 [0 127.0.0.1:50312] "SET" "acme:${snake(field)}" ${json(value)} "EX" "300"`,
  },
  { name: 'Redis config', never: SIGNS, write: (_, value) => `appendonly yes\nrequirepass ${value}` },
  { name: 'redis-cli hash', write: (field, value) => `127.0.0.1:6379> HGETALL cfg\n1) "${snake(field)}"\n2) ${json(value)}` },
  {
    name: 'Mongo document',
    never: /['\\]/,
    write: (field, value) => `{ _id: ObjectId('65f1c0ffee0123456789abcd'), ${camel(field)}: '${value}', __v: 0 }`,
  },
  {
    name: 'WireGuard-like section',
    never: SIGNS,
    write: (field, value) => `[Interface]\nAddress = 10.0.0.2/32\n${camel(field)} = ${value}`,
  },
];
