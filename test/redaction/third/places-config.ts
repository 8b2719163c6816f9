/** Third set: files of settings in which a secret stands. */
import type { Place } from './kind.ts';
import { base64, camel, dotted, json, kebab, pascal, sql, upper, xml } from './words.ts';

const SIGNS = /["'\\$`\n#;]/;
const indented = (value: string, by: string): string => value.replace(/\n/g, `\n${by}`);

export const configPlaces: readonly Place[] = [
  {
    name: '.env, quoted',
    takesBlocks: true,
    never: /["\\$`]/,
    write: (f, v) => `# auth\nNODE_ENV=production\n${upper(f)}="${v}"\nPORT=3000\n`,
  },
  { name: '.env, bare', never: SIGNS, write: (f, v) => `PORT=3000\n${upper(f)}=${v}\nLOG_LEVEL=info\n` },
  { name: '.env, exported', never: /['\n]/, write: (f, v) => `export ${upper(f)}='${v}'\nexport TZ=UTC\n` },
  { name: '.env with a note', never: SIGNS, write: (f, v) => `${upper(f)}=${v} # rotate in March\n` },
  { name: 'commented out .env', never: SIGNS, write: (f, v) => `#${upper(f)}=${v}\n${upper(f)}=\n` },
  {
    name: 'YAML, nested',
    never: /[\n]/,
    write: (f, v) =>
      `auth:\n  scalekit:\n    environment_url: https://acme.scalekit.com\n    ${f}: ${json(v)}\n  enabled: true\n`,
  },
  {
    name: 'YAML, bare',
    never: /[\n"'#:&*!%@`{}[\],|>]|^[-?$]/,
    write: (f, v) => `scalekit:\n  clientId: skc_1234567890\n  ${camel(f)}: ${v}\n`,
  },
  { name: 'YAML, block', takesBlocks: true, write: (f, v) => `${kebab(f)}: |\n  ${indented(v, '  ')}\nreplicas: 2\n` },
  {
    name: 'YAML, folded',
    never: /[\s]/,
    write: (f, v) => `${f}: >-\n  ${v.slice(0, 20)}\n  ${v.slice(20)}\nport: 80\n`.replace(/\n {2}\n/, '\n'),
  },
  {
    name: 'docker-compose, list',
    never: SIGNS,
    write: (f, v) => `services:\n  web:\n    image: acme/web:1.4\n    environment:\n      - PORT=80\n      - ${upper(f)}=${v}\n`,
  },
  {
    name: 'docker-compose, map',
    never: /\n/,
    write: (f, v) =>
      `services:\n  web:\n    environment:\n      PORT: "80"\n      ${upper(f)}: ${json(v)}\n    ports: ["80:80"]\n`,
  },
  {
    name: 'Kubernetes Secret, data',
    takesBlocks: true,
    write: (f, v) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\ntype: Opaque\ndata:\n  ${kebab(f)}: ${base64(v)}\n`,
  },
  {
    name: 'Kubernetes Secret, stringData',
    takesBlocks: true,
    write: (f, v) => `kind: Secret\nstringData:\n  ${upper(f)}: ${json(v)}\n`,
  },
  {
    name: 'Kubernetes env',
    never: /\n/,
    write: (f, v) =>
      `        env:\n        - name: ${upper(f)}\n          value: ${json(v)}\n        - name: PORT\n          value: "80"\n`,
  },
  { name: 'Helm values', never: /\n/, write: (f, v) => `web:\n  replicaCount: 2\n  secrets:\n    ${camel(f)}: ${json(v)}\n` },
  {
    name: 'GitHub Actions',
    never: /\n/,
    write: (f, v) =>
      `jobs:\n  test:\n    runs-on: ubuntu-latest\n    env:\n      ${upper(f)}: ${sql(v)}\n    steps:\n      - run: npm ci\n`,
  },
  { name: 'GitLab CI', never: /\n/, write: (f, v) => `variables:\n  ${upper(f)}: ${json(v)}\ntest:\n  script: make\n` },
  {
    name: 'systemd unit',
    never: SIGNS,
    write: (f, v) => `[Service]\nExecStart=/usr/bin/node app.js\nEnvironment="${upper(f)}=${v}"\nRestart=always\n`,
  },
  { name: 'Dockerfile', never: SIGNS, write: (f, v) => `FROM node:20\nENV ${upper(f)}=${v}\nCMD ["node", "app.js"]\n` },
  { name: 'Dockerfile, old ENV', never: SIGNS, write: (f, v) => `FROM alpine\nENV ${upper(f)} ${v}\nRUN apk add curl\n` },
  { name: 'TOML', never: /\n/, write: (f, v) => `[scalekit]\nclient_id = "skc_123"\n${f} = ${json(v)}\ntimeout = 30\n` },
  { name: 'TOML, several lines', takesBlocks: true, never: /"/, write: (f, v) => `[auth]\n${f} = """\n${v}\n"""\nage = 5\n` },
  { name: 'INI', never: /[\n;#]/, write: (f, v) => `[database]\nhost = 10.0.0.4\n${f} = ${v}\n` },
  {
    name: 'Java properties',
    never: /[\n\\:#]/,
    write: (f, v) => `spring.application.name=web\nscalekit.${dotted(f)}=${v}\nserver.port=8080\n`,
  },
  { name: 'gradle.properties', never: /[\n\\]/, write: (f, v) => `org.gradle.jvmargs=-Xmx2g\n${camel(f)}=${v}\n` },
  {
    name: 'application.yml',
    never: /\n/,
    write: (f, v) => `spring:\n  datasource:\n    ${kebab(f)}: ${json(v)}\n    username: web\n`,
  },
  {
    name: 'appsettings.json',
    takesBlocks: true,
    write: (f, v) =>
      `{\n  "Logging": { "LogLevel": { "Default": "Information" } },\n  "Scalekit": {\n    "${pascal(f)}": ${json(v)}\n  }\n}`,
  },
  {
    name: 'web.config',
    never: /\n/,
    write: (f, v) =>
      `<appSettings>\n  <add key="${pascal(f)}" value="${xml(v)}" />\n  <add key="Mode" value="live" />\n</appSettings>`,
  },
  {
    name: 'XML element',
    takesBlocks: true,
    write: (f, v) => `<auth>\n  <realm>acme</realm>\n  <${camel(f)}>${xml(v)}</${camel(f)}>\n</auth>`,
  },
  {
    name: 'plist',
    takesBlocks: true,
    write: (f, v) => `<dict>\n\t<key>${pascal(f)}</key>\n\t<string>${xml(v)}</string>\n</dict>`,
  },
  { name: 'tfvars', never: /\n/, write: (f, v) => `region    = "eu-west-1"\n${f} = ${json(v)}\n` },
  {
    name: 'Terraform plan',
    never: /\n/,
    write: (f, v) =>
      `  # helm_release.web will be updated in-place\n  ~ resource "helm_release" "web" {\n      ~ ${f.padEnd(30)} = "old" -> ${json(v)}\n        name = "web"\n`,
  },
  {
    name: 'Terraform variable',
    never: /\n/,
    write: (f, v) => `variable "${f}" {\n  type    = string\n  default = ${json(v)}\n}\n`,
  },
  {
    name: 'Terraform state',
    takesBlocks: true,
    write: (f, v) =>
      `{"version": 4, "resources": [{"type": "aws_db_instance", "instances": [{"attributes": {"${f}": ${json(v)}, "port": 5432}}]}]}`,
  },
  { name: 'Ansible vars', never: /[\n]/, write: (f, v) => `- hosts: web\n  vars:\n    ${f}: ${sql(v)}\n    app_port: 80\n` },
  {
    name: 'nginx header',
    never: SIGNS,
    write: (f, v) => `location /api {\n  proxy_set_header X-${pascal(f)} "${v}";\n  proxy_pass http://web;\n}\n`,
  },
  {
    name: 'nginx fastcgi',
    never: SIGNS,
    write: (f, v) => `    fastcgi_param ${upper(f)} "${v}";\n    include fastcgi_params;\n`,
  },
  { name: 'Apache SetEnv', never: SIGNS, write: (f, v) => `<VirtualHost *:80>\n  SetEnv ${upper(f)} "${v}"\n</VirtualHost>\n` },
  {
    name: '.npmrc',
    never: /[^!-~]|["';#]/,
    write: (_f, v) => `@acme:registry=https://npm.pkg.github.com\n//npm.pkg.github.com/:_authToken=${v}\nalways-auth=true\n`,
  },
  {
    name: '.npmrc, _auth',
    takesBlocks: true,
    write: (_f, v) => `registry=https://npm.acme.dev/\n_auth=${base64(`deploy:${v}`)}\n`,
  },
  { name: '.netrc', never: /[^!-~]|["'#]/, write: (_f, v) => `machine api.heroku.com\n  login ci@acme.dev\n  password ${v}\n` },
  { name: '.netrc on one line', never: /[^!-~]|["'#]/, write: (_f, v) => `machine git.acme.dev login ci password ${v}\n` },
  { name: '.pgpass', never: /[^!-~]|[:\\]/, write: (_f, v) => `db.acme.internal:5432:orders:web:${v}\n` },
  { name: 'pip.conf', never: /[^\w.~-]/, write: (_f, v) => `[global]\nindex-url = https://ci:${v}@pypi.acme.dev/simple\n` },
  { name: 'docker config.json', takesBlocks: true, write: (_f, v) => `{"auths": {"ghcr.io": {"auth": "${base64(`ci:${v}`)}"}}}` },
  {
    name: 'Maven settings',
    never: /\n/,
    write: (_f, v) => `<server>\n  <id>nexus</id>\n  <username>ci</username>\n  <password>${xml(v)}</password>\n</server>`,
  },
  {
    name: 'AWS credentials file',
    never: /[\n#;]/,
    write: (f, v) => `[default]\naws_access_key_id = ${'AKIA'}IOSFODNN7ABCDEFG\n${f} = ${v}\nregion = us-east-1\n`,
  },
  {
    name: 'kubeconfig',
    never: /\n/,
    write: (_f, v) => `users:\n- name: admin\n  user:\n    token: ${json(v)}\ncurrent-context: prod\n`,
  },
  {
    name: 'wp-config',
    never: /\n/,
    write: (f, v) => `define( '${upper(f)}', '${v.replace(/['\\]/g, '\\$&')}' );\ndefine( 'WP_DEBUG', false );\n`,
  },
  {
    name: 'Postman environment',
    takesBlocks: true,
    write: (f, v) => `{"name":"prod","values":[{"key":"${camel(f)}","value":${json(v)},"type":"secret","enabled":true}]}`,
  },
  { name: 'Makefile', never: SIGNS, write: (f, v) => `${upper(f)} := ${v}\ndeploy:\n\t./deploy.sh\n` },
  {
    name: 'Azure app settings',
    takesBlocks: true,
    write: (f, v) => `[\n  {\n    "name": "${upper(f)}",\n    "slotSetting": false,\n    "value": ${json(v)}\n  }\n]`,
  },
  {
    name: 'ECS task definition',
    takesBlocks: true,
    write: (f, v) => `"environment": [{"name": "PORT", "value": "80"}, {"name": "${upper(f)}", "value": ${json(v)}}],`,
  },
];
