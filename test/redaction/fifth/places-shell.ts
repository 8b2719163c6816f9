/** Fifth set: mails, chats, terminals and the files of settings. */
import type { Place } from '../third/kind.ts';
import { base64, camel, dotted, json, kebab, pascal, shell, spaced, train, upper, url, xml } from '../third/words.ts';

const PLAIN = /[^!-~]|["'$\\`&*;#<>|(){}]/;
const LINE = /\n/;
const HEADER = /[^ -~]/;

export const shellPlaces: readonly Place[] = [
  {
    name: 'mail to support',
    never: LINE,
    write: (f, v) =>
      `Hi team,\n\nlogin fails since Monday with invalid_client. Our settings:\n\n  Environment URL: https://acme.scalekit.dev\n  ${pascal(f)}: ${v}\n\nThanks,\nMaria\n`,
  },
  {
    name: 'mail, words',
    never: /[\s"'`,;()[\]{}<>?]/,
    write: (f, v) => `Hello,\nI rotated it yesterday, the new ${spaced(f)} is ${v} and it still says 401.\n`,
  },
  {
    name: 'mail, value below',
    never: LINE,
    write: (f, v) => `We use the following ${spaced(f)}:\n\n    ${v}\n\nCould you check?\n`,
  },
  { name: 'Slack with time', never: LINE, write: (f, v) => `Omar  9:14 AM\ncan somebody check? ${upper(f)}=${v}\n:eyes: 2\n` },
  { name: 'Slack, backquotes', never: /[\n`]/, write: (f, v) => `<@U02AB> the ${spaced(f)} in staging is \`${v}\` fyi` },
  {
    name: 'Teams chat',
    never: /[\s"'`,;()[\]{}<>?]/,
    write: (f, v) => `[14:02] Petra: try with ${spaced(f)} ${v}\n[14:03] Ivan: ok`,
  },
  {
    name: 'terminal, cat .env',
    never: PLAIN,
    write: (f, v) => `petra@mbp web % cat .env.local\nNODE_ENV=development\n${upper(f)}=${v}\npetra@mbp web % `,
  },
  { name: 'terminal, echo', never: PLAIN, write: (f, v) => `$ echo $${upper(f)}\n${v}\n$ npm run dev\n` },
  { name: 'env pipe grep', never: LINE, write: (f, v) => `➜  api git:(main) ✗ env | grep -i acme\nACME_${upper(f)}=${v}\n` },
  {
    name: 'GitHub Actions log',
    never: LINE,
    write: (f, v) =>
      `2026-02-11T10:00:01.1234567Z ##[group]Run npm test\n2026-02-11T10:00:01.1240000Z env:\n2026-02-11T10:00:01.1250000Z   ${upper(f)}: ${v}\n2026-02-11T10:00:01.1260000Z ##[endgroup]\n`,
  },
  {
    name: 'GitLab log',
    never: PLAIN,
    write: (f, v) => `\u001b[32;1m$ export ${upper(f)}=${v}\u001b[0;m\n\u001b[32;1m$ npm ci\u001b[0;m\n`,
  },
  {
    name: 'docker inspect, several',
    takesBlocks: true,
    write: (f, v) =>
      `[{"Id":"9f2c","Config":{"Hostname":"web","Env":["PATH=/usr/bin",${json(`${upper(f)}=${v}`)},"NODE_VERSION=20.11.0"]}}]`,
  },
  {
    name: 'kubectl describe pod',
    never: LINE,
    write: (f, v) =>
      `Name:         web-6c9d\nContainers:\n  web:\n    Image:      acme/web:1.4\n    Environment:\n      PORT:                    3000\n      ${upper(f)}:  ${v}\n    Mounts:\n      /data from data (rw)\n`,
  },
  {
    name: 'kubectl get secret',
    takesBlocks: true,
    write: (f, v) =>
      `$ kubectl get secret web -o json\n{\n  "apiVersion": "v1",\n  "data": {\n    "${kebab(f)}": "${base64(v)}"\n  },\n  "kind": "Secret"\n}\n`,
  },
  {
    name: 'Vercel env pull',
    takesBlocks: true,
    write: (f, v) => `# Created by Vercel CLI\nVERCEL_ENV="development"\n${upper(f)}=${json(v)}\n`,
  },
  {
    name: 'Netlify env:list',
    never: /[\n|]/,
    write: (f, v) =>
      `.---------------------------------------------------.\n|            Key            |   Value   |   Scope   |\n|---------------------------|-----------|-----------|\n| ${upper(f)} | ${v} | All |\n'---------------------------------------------------'\n`,
  },
  { name: 'fly secrets set', never: LINE, write: (f, v) => `fly secrets set ${upper(f)}=${shell(v)} -a acme-web` },
  {
    name: 'railway table',
    never: /[\n║│]/,
    write: (f, v) => `╔══ Variables for web ══╗\n║ ${upper(f)} │ ${v} ║\n║ PORT │ 3000 ║\n╚═══════╝\n`,
  },
  {
    name: 'Postman collection',
    takesBlocks: true,
    write: (f, v) => `{"info":{"name":"Acme"},"variable":[{"key":"${camel(f)}","value":${json(v)},"type":"string"}]}`,
  },
  {
    name: 'Postman auth',
    takesBlocks: true,
    write: (f, v) =>
      `"auth": {\n  "type": "oauth2",\n  "oauth2": [\n    {\n      "key": "${camel(f)}",\n      "value": ${json(v)},\n      "type": "string"\n    }\n  ]\n}`,
  },
  {
    name: 'Insomnia YAML',
    never: LINE,
    write: (f, v) => `type: environment.insomnia.rest/5.0\nname: Base\ndata:\n  host: https://acme.dev\n  ${f}: ${json(v)}\n`,
  },
  {
    name: 'Insomnia headers',
    never: LINE,
    write: (f, v) => `headers:\n  - name: X-${train(f)}\n    value: ${json(v)}\n  - name: Accept\n    value: "*/*"\n`,
  },
  { name: 'Bruno', never: LINE, write: (f, v) => `vars:secret [\n]\nvars {\n  host: https://acme.dev\n  ${f}: ${v}\n}\n` },
  { name: '.http file', never: LINE, write: (f, v) => `@host = https://acme.dev\n@${camel(f)} = ${v}\n\nGET {{host}}/me\n` },
  {
    name: 'Terraform plan, map',
    never: LINE,
    write: (f, v) =>
      `  # aws_lambda_function.web will be updated in-place\n  ~ environment {\n      ~ variables = {\n          + "${upper(f)}" = ${json(v)}\n            "PORT" = "80"\n        }\n    }\n`,
  },
  { name: 'Terraform plan, changed', never: LINE, write: (f, v) => `      ~ ${f} = "old" -> ${json(v)}\n` },
  { name: 'terraform output', takesBlocks: true, write: (f, v) => `${f} = ${json(v)}\nurl = "https://acme.dev"\n` },
  {
    name: 'Ansible -vvv',
    takesBlocks: true,
    write: (f, v) =>
      `ok: [web1] => {\n    "changed": false,\n    "invocation": {"module_args": {"${f}": ${json(v)}, "state": "present"}}\n}`,
  },
  { name: 'Ansible inventory', never: PLAIN, write: (f, v) => `[web]\nweb1 ansible_host=10.0.0.4 ${f}=${v} ansible_port=22\n` },
  { name: 'INI, quoted', never: LINE, write: (f, v) => `[auth]\nprovider = scalekit\n${f} = "${v}"\ntimeout = 30\n` },
  { name: 'INI, spaced name', never: /[\n;#]/, write: (f, v) => `; settings\n[main]\n${dotted(f)}=${v}\n` },
  {
    name: 'XML attribute',
    takesBlocks: true,
    write: (f, v) => `<provider id="scalekit" ${camel(f)}="${xml(v)}" enabled="true" />`,
  },
  {
    name: 'XML key and value',
    takesBlocks: true,
    write: (f, v) => `<setting name="${pascal(f)}" serializeAs="String"><value>${xml(v)}</value></setting>`,
  },
  {
    name: 'XML entry',
    takesBlocks: true,
    write: (f, v) => `<properties><entry key="${dotted(f)}">${xml(v)}</entry></properties>`,
  },
  {
    name: 'curl -u, quoted',
    never: LINE,
    write: (_f, v) =>
      `curl -s -u ${shell(`skc_74109822143:${v}`)} https://acme.scalekit.dev/oauth/token -d grant_type=client_credentials`,
  },
  {
    name: 'curl, two -d',
    never: PLAIN,
    write: (f, v) => `curl -X POST https://acme.dev/token \\\n  -d "grant_type=client_credentials" \\\n  -d "${f}=${v}"\n`,
  },
  {
    name: 'curl --header',
    never: HEADER,
    write: (_f, v) => `curl --header ${shell(`Authorization: Bearer ${v}`)} https://acme.dev/me`,
  },
  { name: 'curl -H of its own', never: HEADER, write: (f, v) => `curl -H ${shell(`x-${kebab(f)}: ${v}`)} https://acme.dev/me` },
  {
    name: 'wget --header',
    never: HEADER,
    write: (f, v) => `wget -q --header=${shell(`X-${train(f)}: ${v}`)} https://acme.dev/me`,
  },
  { name: 'httpie, form', never: PLAIN, write: (f, v) => `http -f POST acme.dev/token grant_type=password ${f}=${v}` },
  { name: 'httpie, --auth', never: LINE, write: (_f, v) => `https -a ${shell(`admin:${v}`)} acme.dev/me` },
  {
    name: 'PowerShell splat',
    never: /[\n']/,
    write: (f, v) => `$body = @{\n  grant_type = 'client_credentials'\n  ${f} = '${v}'\n}\nInvoke-RestMethod -Uri $u -Body $body`,
  },
  {
    name: 'PowerShell secure string',
    never: /[\n"$`]/,
    write: (f, v) => `$${pascal(f)} = ConvertTo-SecureString "${v}" -AsPlainText -Force`,
  },
  { name: 'PowerShell parameter', never: /[\n']/, write: (f, v) => `PS C:\\app> .\\deploy.ps1 -Env prod -${pascal(f)} '${v}'` },
  { name: 'fish -x', never: LINE, write: (f, v) => `set -x ${upper(f)} ${shell(v)}\nset -x PORT 80` },
  {
    name: 'Windows set',
    never: /[\n%"^&|<>]/,
    write: (f, v) => `C:\\Users\\jo> set ${upper(f)}=${v}\nC:\\Users\\jo> node app.js`,
  },
  { name: 'Windows setx', never: /[\n%"^&|<>]/, write: (f, v) => `setx ${upper(f)} "${v}" /M` },
  {
    name: 'SSH config comment',
    never: LINE,
    write: (f, v) => `Host bastion\n  User deploy\n  # ${spaced(f)}: ${v}\n  IdentityFile ~/.ssh/id_ed25519\n`,
  },
  { name: 'SSH SetEnv', never: PLAIN, write: (f, v) => `Host web\n  SetEnv ${upper(f)}=${v}\n` },
  {
    name: 'SQL Server',
    never: /[\n;"'{}]/,
    write: (_f, v) =>
      `"DefaultConnection": "Server=tcp:acme.database.windows.net,1433;Initial Catalog=app;User ID=jo;Password=${v};Encrypt=True;"`,
  },
  { name: 'SQL Server, Pwd', never: /[\n;"'{}]/, write: (_f, v) => `Data Source=db;Uid=sa;Pwd=${v};TrustServerCertificate=true` },
  { name: 'sqlcmd', never: LINE, write: (_f, v) => `sqlcmd -S db -U sa -P ${shell(v)} -Q "select 1"` },
  {
    name: 'JDBC mssql',
    never: /[\n;"'{}]/,
    write: (_f, v) => `spring.datasource.url=jdbc:sqlserver://db:1433;databaseName=app;user=sa;password=${v};encrypt=true`,
  },
  { name: 'JDBC oracle', never: /[^!-~]|[/@"']/, write: (_f, v) => `jdbc:oracle:thin:app/${v}@//db:1521/ORCL` },
  {
    name: 'DATABASE_URL',
    write: (_f, v) => `DATABASE_URL="postgresql://app:${url(v)}@ep-cool.neon.tech/app?sslmode=require"`,
    never: LINE,
  },
  {
    name: 'Mongo+srv',
    never: LINE,
    write: (_f, v) =>
      `MongoServerError: bad auth\n  uri: 'mongodb+srv://app:${url(v)}@cluster0.ab1cd.mongodb.net/?retryWrites=true'`,
  },
  { name: 'AMQP error', never: LINE, write: (_f, v) => `connect ECONNREFUSED amqp://guest:${url(v)}@rabbit:5672/%2F` },
  { name: 'Redis, no user', never: LINE, write: (_f, v) => `ioredis redis://:${url(v)}@cache.acme.dev:6379/0 connected` },
  {
    name: 'StackExchange.Redis',
    never: /[\n,"']/,
    write: (_f, v) => `"Redis": "cache.acme.dev:6380,password=${v},ssl=True,abortConnect=False"`,
  },
  {
    name: 'Kafka JAAS',
    never: /[\n"]/,
    write: (_f, v) =>
      `sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="app" password="${v}";`,
  },
];
