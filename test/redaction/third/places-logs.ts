/** Third set: logs, terminals, tables, mail and chat. */
import type { Place } from './kind.ts';
import { camel, csv, cut, json, kebab, pascal, quotedPrintable, shell, spaced, sql, upper, url, xml } from './words.ts';

const WORDY = /[\s"'`,;()[\]{}<>]/;

export const logPlaces: readonly Place[] = [
  {
    name: 'logfmt',
    never: /[\s"]/,
    write: (f, v) => `time=2026-02-11T10:00:01Z level=warn msg="login failed" ${f}=${v} attempt=2`,
  },
  {
    name: 'logfmt, quoted',
    takesBlocks: true,
    write: (f, v) => `ts=2026-02-11T10:00:01Z lvl=dbug msg=config ${f}=${json(v)} ttl=300`,
  },
  {
    name: 'pino',
    takesBlocks: true,
    write: (f, v) => `{"level":30,"time":1790000000000,"pid":12,"hostname":"web-1","${camel(f)}":${json(v)},"msg":"starting"}`,
  },
  {
    name: 'zap',
    takesBlocks: true,
    write: (f, v) => `2026-02-11T10:00:01.123Z\tDEBUG\tauth/login.go:42\ttoken refresh\t{"${f}": ${json(v)}, "attempt": 2}`,
  },
  { name: 'journald', never: /[\s]/, write: (f, v) => `Feb 11 10:00:01 web-1 app[812]: config loaded: ${upper(f)}=${v}` },
  { name: 'syslog', never: WORDY, write: (f, v) => `<34>1 2026-02-11T10:00:01Z web-1 app 812 ID47 - ${spaced(f)}: ${v}` },
  { name: 'log line with a colon', never: /\n/, write: (f, v) => `[2026-02-11 10:00:01] DEBUG auth - using ${spaced(f)}: ${v}` },
  { name: 'log line with is', never: WORDY, write: (f, v) => `10:00:01 WARN the ${spaced(f)} is ${v}` },
  {
    name: 'log line, quoted in a sentence',
    never: /[\n"]/,
    write: (f, v) => `Error: could not sign in with ${spaced(f)} "${v}" at https://acme.scalekit.com`,
  },
  {
    name: 'stack trace',
    never: /[\n']/,
    write: (f, v) =>
      `Error: invalid ${spaced(f)} '${v}'\n    at verify (/srv/app/auth.js:12:9)\n    at async login (/srv/app/login.js:40:3)`,
  },
  {
    name: 'Java exception',
    never: /[\n]/,
    write: (f, v) =>
      `java.lang.IllegalArgumentException: Illegal ${camel(f)}: ${v}\n\tat com.acme.Auth.login(Auth.java:42)\nCaused by: java.io.IOException`,
  },
  {
    name: 'panic',
    never: /\n/,
    write: (f, v) => `panic: bad ${spaced(f)} ${json(v)}\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:12 +0x1d`,
  },
  { name: 'arrow', never: WORDY, write: (f, v) => `✔ ${spaced(f)} → ${v}\n✔ done in 3 s` },
  {
    name: 'wizard answers',
    never: /\n/,
    write: (f, v) => `? Environment URL › https://acme.scalekit.com\n? ${pascal(f)} › ${v}\n✔ saved`,
  },
  {
    name: 'prompt with the default',
    never: /[\n[\]]/,
    write: (f, v) => `AWS Access Key ID [None]:\n${spaced(f)} [None]: ${v}\nDefault region name [None]: eu-west-1`,
  },
  { name: 'set -x', never: /[^!-~]|['"$\\`&*;]/, write: (f, v) => `+ export ${upper(f)}=${v}\n+ ${upper(f)}=${v}\n+ npm start` },
  { name: 'printenv', never: /\n/, write: (f, v) => `HOME=/root\n${upper(f)}=${v}\nSHLVL=1\nPWD=/app` },
  {
    name: 'shell history',
    never: /\n/,
    write: (f, v) => `  501  cd web\n  502  export ${upper(f)}=${shell(v)}\n  503  npm start`,
  },
  {
    name: 'one command with its variable',
    never: /[^!-~]|["'$\\`&*;#]/,
    write: (f, v) => `$ ${upper(f)}=${v} node app.js --port 80`,
  },
  { name: 'command-line flag', never: /\n/, write: (f, v) => `$ ./deploy --${kebab(f)} ${shell(v)} --region eu-west-1` },
  {
    name: 'command-line flag, equals',
    never: /[^!-~]|["'$\\`&*;]/,
    write: (f, v) => `ps: 812 ?  Sl  0:01 /usr/bin/app --port=80 --${kebab(f)}=${v} --verbose`,
  },
  { name: 'npm set', never: /[^!-~]|["'$\\`&*;#]/, write: (_f, v) => `npm config set //registry.npmjs.org/:_authToken ${v}` },
  {
    name: 'kubectl',
    never: /\n/,
    write: (f, v) => `kubectl create secret generic web --from-literal=${kebab(f)}=${shell(v)} -n prod`,
  },
  {
    name: 'helm --set',
    never: /[^!-~]|[,{}"'$\\`&*;]/,
    write: (f, v) => `helm upgrade web ./chart --set auth.${camel(f)}=${v},replicas=2`,
  },
  {
    name: 'docker run',
    never: /[^!-~]|["'$\\`&*;]/,
    write: (f, v) => `docker run --rm -e ${upper(f)}=${v} -p 80:80 acme/web:1.4`,
  },
  {
    name: 'docker inspect',
    takesBlocks: true,
    write: (f, v) =>
      `            "Env": [\n                "PORT=80",\n                ${json(`${upper(f)}=${v}`)},\n                "PATH=/usr/bin"\n            ],`,
  },
  {
    name: 'mysql -p',
    never: /[^!-~]|["'$\\`&*;()<>|]/,
    write: (_f, v) => `mysql -h db.acme.dev -u web -p${v} orders < dump.sql`,
  },
  { name: 'PGPASSWORD', never: /[^!-~]|["'$\\`&*;]/, write: (_f, v) => `PGPASSWORD=${v} psql -h db -U web orders -c 'select 1'` },
  { name: 'sshpass', never: /\n/, write: (_f, v) => `sshpass -p ${shell(v)} ssh root@10.0.0.4 uptime` },
  { name: 'docker login', never: /\n/, write: (_f, v) => `docker login -u ci -p ${shell(v)} ghcr.io` },
  { name: 'openssl', never: /[^!-~]|["'$\\`&*;]/, write: (_f, v) => `openssl rsa -in key.pem -passin pass:${v} -out plain.pem` },
  { name: 'redis AUTH', never: /[^!-~]|["']/, write: (_f, v) => `127.0.0.1:6379> AUTH ${v}\nOK` },
  {
    name: 'SQL insert',
    takesBlocks: true,
    write: (f, v) => `INSERT INTO clients (id, name, ${f}, created_at) VALUES (7, 'web', ${sql(v)}, now());`,
  },
  { name: 'SQL update', takesBlocks: true, write: (f, v) => `UPDATE clients SET ${f} = ${sql(v)} WHERE id = 7;` },
  {
    name: 'SQL create user',
    never: /\n/,
    write: (_f, v) => `CREATE USER web WITH ENCRYPTED PASSWORD ${sql(v)};\nGRANT ALL ON orders TO web;`,
  },
  { name: 'MySQL identified by', never: /\n/, write: (_f, v) => `CREATE USER 'web'@'%' IDENTIFIED BY ${sql(v)};` },
  {
    name: 'SQL dump, COPY',
    never: /[\n\t\\]/,
    write: (f, v) => `COPY public.clients (id, name, ${f}) FROM stdin;\n7\tweb\t${v}\n\\.\n`,
  },
  {
    name: 'psql row',
    never: /\n/,
    write: (f, v) => ` id | name | ${f}\n----+------+${'-'.repeat(20)}\n  7 | web  | ${v}\n(1 row)`,
  },
  { name: 'psql, expanded', never: /\n/, write: (f, v) => `-[ RECORD 1 ]--\nid | 7\n${f} | ${v}\nname | web` },
  { name: 'CSV', never: /\n/, write: (f, v) => `id,name,${f},created\n7,web,${csv(v)},2026-02-11\n` },
  { name: 'TSV', never: /[\n\t"]/, write: (f, v) => `id\tname\t${f}\n7\tweb\t${v}\n` },
  {
    name: 'Markdown table',
    never: /[\n|]/,
    write: (f, v) => `| Setting | Value |\n|---|---|\n| ${spaced(f)} | \`${v}\` |\n| port | 80 |`,
  },
  { name: 'Markdown table, head row', never: /[\n|]/, write: (f, v) => `| env | ${f} |\n|-----|-----|\n| prod | ${v} |` },
  {
    name: 'box table',
    never: /[\n]/,
    write: (f, v) =>
      `┌──────────┬───────────┐\n│ key      │ value     │\n├──────────┼───────────┤\n│ ${f} │ ${v} │\n└──────────┴───────────┘`,
  },
  {
    name: 'aligned listing',
    never: /\n/,
    write: (f, v) => `Key                  Value\n---                  -----\n${f.padEnd(20)} ${v}\nport                 80`,
  },
  {
    name: 'heroku config',
    never: /\n/,
    write: (f, v) => `=== web Config Vars\n${`${upper(f)}:`.padEnd(24)} ${v}\nNODE_ENV:                production`,
  },
  {
    name: 'Slack message',
    never: /[\n`]/,
    write: (f, v) => `Jane  10:02 AM\nhere is the ${spaced(f)} for prod: \`${v}\` :lock:\nBob  10:03 AM\nthx`,
  },
  { name: 'chat, no mark-up', never: WORDY, write: (f, v) => `jane: hey, ${spaced(f)} = ${v}\nbob: got it` },
  {
    name: 'mail sentence',
    never: WORDY,
    write: (f, v) => `Hi Bob,\n\nplease use ${v} as the ${spaced(f)} from Monday on.\n\nRegards`,
  },
  { name: 'Markdown bullet', never: /[\n`]/, write: (f, v) => `Steps:\n- **${spaced(f)}**: \`${v}\`\n- run the tests` },
  {
    name: 'quoted mail',
    takesBlocks: true,
    write: (f, v) => `On Tue, Jane wrote:\n> my settings are\n> ${upper(f)}=${v.replace(/\n/g, '\n> ')}\n> and it fails`,
  },
  {
    name: 'wrapped mail',
    never: /\s/,
    write: (f, v) => `On Tue, Jane wrote:\n> ${cut(`${upper(f)}=${v}`, 40, '> ')}\n> and it fails`,
  },
  {
    name: 'wrapped mail, twice quoted',
    never: /\s/,
    write: (f, v) => `>> ${cut(`{"${f}": ${json(v)}, "page": 2}`, 44, '>> ')}\n> see above`,
  },
  {
    name: 'quoted-printable',
    never: /\s/,
    write: (f, v) =>
      `Content-Transfer-Encoding: quoted-printable\n\n${quotedPrintable(`My ${spaced(f)} is: ${upper(f)}=${v} and more text that follows here`)}`,
  },
  {
    name: 'diff',
    never: /[\n"]/,
    write: (f, v) => `--- a/.env\n+++ b/.env\n@@ -1,2 +1,2 @@\n PORT=80\n-${upper(f)}=${v}\n+${upper(f)}=`,
  },
  {
    name: 'diff of JSON',
    takesBlocks: true,
    write: (f, v) => `@@ -4,3 +4,3 @@\n   "auth": {\n+    "${camel(f)}": ${json(v)},\n-    "old": true`,
  },
  {
    name: 'continued line',
    never: /[^!-~]|["'$`&*;\\#]/,
    write: (f, v) => `${upper(f)}=${v.slice(0, 16)}\\\n${v.slice(16)}\nPORT=80`,
  },
  {
    name: 'coloured terminal',
    never: /\n/,
    write: (f, v) => `\u001b[32m${camel(f)}\u001b[39m: \u001b[33m${v}\u001b[39m\n\u001b[2mdone\u001b[22m`,
  },
  {
    name: 'HTML-escaped JSON',
    takesBlocks: true,
    write: (f, v) => `<script type="x" data-props="${xml(`{"${camel(f)}":${json(v)},"page":2}`)}"></script>`,
  },
  { name: 'Prometheus label', takesBlocks: true, write: (f, v) => `auth_failures_total{env="prod",${f}=${json(v)}} 3` },
  {
    name: 'vault kv get',
    never: /\n/,
    write: (f, v) => `====== Data ======\nKey              Value\n---              -----\n${f.padEnd(16)} ${v}`,
  },
  { name: 'Git commit message', never: WORDY, write: (f, v) => `commit 3f2a9c1\n    Remove ${spaced(f)} ${v} from config` },
  { name: 'URL in a shell variable', takesBlocks: true, write: (f, v) => `URL="https://acme.dev/hook?${f}=${url(v)}"` },
  {
    name: 'alone in a log line',
    isNameless: true,
    never: WORDY,
    write: (_f, v) => `2026-02-11T10:00:01Z INFO handled ${v} in 12 ms`,
  },
  { name: 'alone on its line', isNameless: true, never: /\n/, write: (_f, v) => `${v}\n` },
  { name: 'alone in backquotes', isNameless: true, never: /[\n`]/, write: (_f, v) => `I pasted \`${v}\` and it said no` },
  { name: 'alone in a JSON array', isNameless: true, takesBlocks: true, write: (_f, v) => `["a", ${json(v)}, 12]` },
  { name: 'as argument of a call', isNameless: true, takesBlocks: true, write: (_f, v) => `  client.connect(${json(v)})` },
];
