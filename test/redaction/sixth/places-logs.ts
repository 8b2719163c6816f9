/** Lines of loggers, traces and terminals. */
import type { Place } from '../third/kind.ts';
import { camel, escaped, json, kebab, pascal, snake, spaced, upper } from './words.ts';

const ESC = '\u001b';
/** What would end the value where nothing quotes it. */
const BREAKS = /[\s"'<>&,;(){}[\]\\]/;

export const sixthLogPlaces: readonly Place[] = [
  {
    name: 'pino',
    takesBlocks: true,
    write: (field, value) =>
      `{"level":30,"time":1767225600123,"pid":4711,"hostname":"web-1","req":{"id":7,"body":{${json(camel(field))}:${json(value)}}},"msg":"incoming"}`,
  },
  {
    name: 'pino-pretty',
    never: /"/,
    write: (field, value) => `[10:22:31.004] INFO (api/4711): exchanged\n    ${camel(field)}: "${value}"\n    ms: 212`,
  },
  {
    name: 'winston',
    takesBlocks: true,
    write: (field, value) =>
      `2026-03-01T10:22:31.004Z [api] debug: token request ${json({ grant_type: 'x', [snake(field)]: value, retries: 0 })}`,
  },
  {
    name: 'winston, JSON in message',
    takesBlocks: true,
    write: (field, value) =>
      json({ level: 'error', message: `body=${json({ [snake(field)]: value })}`, timestamp: '2026-03-01T10:22:31Z' }),
  },
  {
    name: 'bunyan',
    write: (field, value) =>
      `{"name":"sso","hostname":"n1","pid":1,"level":20,${json(snake(field))}:${json(value)},"msg":"loaded","time":"2026-03-01T10:22:31.004Z","v":0}`,
  },
  {
    name: 'log4j',
    never: BREAKS,
    write: (field, value) =>
      `2026-03-01 10:22:31,004 DEBUG [http-nio-8080-exec-3] c.acme.sso.TokenClient - Sending ${camel(field)}=${value} to https://acme.scalekit.dev/oauth/token`,
  },
  {
    name: 'logback map',
    never: /[\s,{}]/,
    write: (field, value) => `10:22:31.004 [main] INFO  com.acme.App -- config: {env=dev, ${camel(field)}=${value}, timeout=30}`,
  },
  {
    name: 'zap',
    write: (field, value) =>
      `{"level":"warn","ts":1767225600.12,"caller":"sso/client.go:88","msg":"retrying",${json(snake(field))}:${json(value)},"attempt":2}`,
  },
  {
    name: 'slog',
    write: (field, value) =>
      `time=2026-03-01T10:22:31.004Z level=INFO msg="client ready" ${snake(field)}=${/[\s"=]/.test(value) ? json(value) : value} region=eu`,
  },
  {
    name: 'logrus',
    write: (field, value) =>
      `time="2026-03-01T10:22:31Z" level=debug msg="loaded settings" ${camel(field)}=${json(value)} pid=12`,
  },
  {
    name: 'python logging',
    never: /'/,
    write: (field, value) =>
      `2026-03-01 10:22:31,004 - sso.client - DEBUG - params={'grant_type': 'client_credentials', '${snake(field)}': '${value}'}`,
  },
  { name: 'python plain', never: BREAKS, write: (field, value) => `DEBUG:root:${snake(field)} is ${value}` },
  {
    name: 'loguru',
    never: BREAKS,
    write: (field, value) => `2026-03-01 10:22:31.004 | DEBUG    | app.auth:login:42 - using ${snake(field)}: ${value}`,
  },
  {
    name: 'Rails',
    never: /["\\]/,
    write: (field, value) =>
      `Started POST "/session" for 127.0.0.1 at 2026-03-01 10:22:31 +0100\n  Parameters: {"authenticity"=>"x", "user"=>{"${snake(field)}"=>"${value}"}, "commit"=>"Log in"}`,
  },
  { name: 'Rails 8', never: /["\\]/, write: (field, value) => `  Parameters: {"utf8" => "1", "${snake(field)}" => "${value}"}` },
  {
    name: 'syslog',
    never: BREAKS,
    write: (field, value) => `Mar  1 10:22:31 web-1 sso[4711]: auth: ${upper(field)}=${value} loaded`,
  },
  {
    name: 'journald',
    never: BREAKS,
    write: (field, value) => `Mar 01 10:22:31 web-1 systemd[1]: sso.service: Environment ${upper(field)}=${value}`,
  },
  {
    name: 'Laravel log',
    never: /["\\]/,
    write: (field, value) => `[2026-03-01 10:22:31] local.ERROR: Token exchange failed {"userId":7,"${snake(field)}":"${value}"}`,
  },
  {
    name: 'serilog',
    write: (field, value) => `[10:22:31 DBG] Options {"${pascal(field)}": ${json(value)}, "$type": "ScalekitOptions"}`,
  },
  {
    name: 'Rust tracing',
    write: (field, value) => `2026-03-01T10:22:31.004Z DEBUG sso::client: request sent ${snake(field)}=${json(value)} status=200`,
  },
  {
    name: 'Elixir log',
    never: /["\\]/,
    write: (field, value) =>
      `10:22:31.004 [debug] Processing with AcmeWeb.SessionController.create/2\n  Parameters: %{"${snake(field)}" => "${value}"}`,
  },
  {
    name: 'console.log of an object',
    never: /['\\]/,
    write: (field, value) => `env {\n  environment: 'dev',\n  ${camel(field)}: '${value}',\n  retries: 3\n}`,
  },
  { name: 'console.log, two arguments', never: BREAKS, write: (field, value) => `${spaced(field)}: ${value}` },
  {
    name: 'console.log, coloured',
    never: /['\\]/,
    write: (field, value) => `{ ${camel(field)}: ${ESC}[32m'${value}'${ESC}[39m, ok: ${ESC}[33mtrue${ESC}[39m }`,
  },
  {
    name: 'coloured key and value',
    never: BREAKS,
    write: (field, value) => `${ESC}[36mdebug${ESC}[0m ${ESC}[1m${snake(field)}${ESC}[0m=${ESC}[35m${value}${ESC}[0m`,
  },
  { name: 'arrow in log', never: BREAKS, write: (field, value) => `[auth] ${camel(field)} -> ${value}` },
  {
    name: 'Node trace',
    never: /['\\]/,
    write: (field, value) =>
      `ScalekitUnauthorizedException: bad credentials\n    at CoreClient.authenticate (/app/node_modules/@scalekit-sdk/node/lib/core.js:61:23) {\n  errorCode: 'invalid_client',\n  params: { ${camel(field)}: '${value}' }\n}`,
  },
  {
    name: 'Python trace',
    never: /['\\]/,
    write: (field, value) =>
      `Traceback (most recent call last):\n  File "/app/auth.py", line 12, in <module>\n    client = Client(url, ${snake(field)}='${value}')\nValueError: unauthorized`,
  },
  {
    name: 'Java trace',
    never: BREAKS,
    write: (field, value) =>
      `java.lang.IllegalStateException: login failed for ClientConfig[url=https://acme.scalekit.dev, ${camel(field)}=${value}]\n\tat com.acme.Auth.init(Auth.java:41)`,
  },
  {
    name: 'Go panic',
    never: BREAKS,
    write: (field, value) =>
      `panic: login failed: &{URL:https://acme.scalekit.dev ${pascal(field)}:${value} Retries:3}\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:21 +0x1d`,
  },
  {
    name: 'Ruby trace',
    never: /["\\]/,
    write: (field, value) =>
      `app/auth.rb:12:in 'login': unauthorized (Faraday::UnauthorizedError) with {:${snake(field)}=>"${value}"}\n\tfrom app/auth.rb:30:in '<main>'`,
  },
  {
    name: 'PHP trace',
    never: /['\\]/,
    write: (field, value) =>
      `PHP Fatal error:  Uncaught RuntimeException: invalid_client in /app/auth.php:12\nArray\n(\n    [${snake(field)}] => ${value}\n)`,
  },
  {
    name: '.NET trace',
    never: /"/,
    write: (field, value) =>
      `System.InvalidOperationException: 401 with ScalekitOptions { Url = https://acme.scalekit.dev, ${pascal(field)} = ${value} }\n   at Acme.Auth.Login() in /src/Auth.cs:line 12`,
  },
  {
    name: 'Rust panic',
    write: (field, value) =>
      `thread 'main' panicked at src/main.rs:9:14:\ncalled \`Result::unwrap()\` on an \`Err\` value: Unauthorized { ${snake(field)}: ${json(value)}, status: 401 }`,
  },
  {
    name: 'GitHub Actions',
    never: BREAKS,
    write: (field, value) =>
      `2026-03-01T10:22:31.0041234Z ##[group]Run npm test\n2026-03-01T10:22:31.0042345Z env:\n2026-03-01T10:22:31.0043456Z   ${upper(field)}: ${value}\n2026-03-01T10:22:31.0044567Z ##[endgroup]`,
  },
  { name: 'CI echo', never: BREAKS, write: (field, value) => `$ echo "${upper(field)}=${value}" >> $GITHUB_ENV` },
  {
    name: 'docker logs',
    takesBlocks: true,
    write: (field, value) => `api-1  | 10:22:31 {"event":"boot","settings":{"${kebab(field)}":"${escaped(value)}"}}`,
  },
  {
    name: 'log, bare in a sentence',
    isNameless: true,
    never: BREAKS,
    write: (_, value) => `2026-03-01T10:22:31Z INFO got ${value} from upstream in 12 ms`,
  },
  { name: 'log, bare line', isNameless: true, takesBlocks: true, write: (_, value) => `--- dump ---\n${value}\n--- end ---` },
  {
    name: 'log, bare in brackets',
    isNameless: true,
    never: BREAKS,
    write: (_, value) => `[worker 3] queue item [${value}] done`,
  },
  {
    name: 'query string in access log',
    write: (field, value) =>
      `127.0.0.1 - - [01/Mar/2026:10:22:31 +0000] "GET /cb?state=abc&${snake(field)}=${encodeURIComponent(value)} HTTP/1.1" 302 0 "-" "Mozilla/5.0"`,
  },
];
