/** A second set of places, made apart from the first: other loggers, languages, dumps, files and mails. `f`: the field in snake case. */
const url = encodeURIComponent;
const json = (v: string): string => JSON.stringify(v);
const b64 = (v: string): string => Buffer.from(v).toString('base64');
const xml = (v: string): string => v.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const single = (v: string): string => `'${v.replaceAll("'", "'\\''")}'`;
const double = (v: string): string => `"${v.replace(/(["\\$`])/g, '\\$1')}"`;
const bare = (v: string): string => (/[\s,;&|(){}#<>'"\][$]/.test(v) ? json(v) : v);
const CAPS = (f: string): string => f.toUpperCase();
const camel = (f: string): string => f.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());
const Pascal = (f: string): string => camel(f).replace(/^./, (c) => c.toUpperCase());
const kebab = (f: string): string => f.replaceAll('_', '-');
const Header = (f: string): string =>
  `X-${f.replace(/(^|_)([a-z])/g, (_, d: string, c: string) => (d ? '-' : '') + c.toUpperCase())}`;
const quotedPrintable = (v: string): string => {
  const text = [...Buffer.from(v)].map((b) =>
    b === 0x3d || b > 0x7e || b < 0x20 ? `=${b.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(b),
  );
  let line = '';
  let out = '';
  for (const part of text) {
    if (line.length + part.length > 70) {
      out += `${line}=\r\n`;
      line = '';
    }
    line += part;
  }
  return out + line;
};

export interface Place {
  readonly name: string;
  readonly write: (field: string, value: string) => string;
}
const place = (name: string, write: (f: string, v: string) => string): Place => ({ name, write });

export const places: readonly Place[] = [
  place(
    'logfmt',
    (f, v) => `ts=2026-03-04T05:06:07Z level=debug caller=auth.go:41 msg="exchanging token" ${f}=${bare(v)} attempt=2`,
  ),
  place('log4j', (f, v) => `2026-03-04 05:06:07,123 [main] DEBUG c.e.auth.TokenClient - Loaded ${camel(f)}=${bare(v)}`),
  place('serilog', (f, v) => `[05:06:07 DBG] Using ${Pascal(f)} ${json(v)} for tenant 42`),
  place('winston text', (f, v) => `debug: oauth config {"${camel(f)}":${json(v)},"timestamp":"2026-03-04 05:06:07"}`),
  place(
    'bunyan',
    (f, v) =>
      `{"name":"api","hostname":"h","pid":1,"level":20,"req":{"body":{"${f}":${json(v)}}},"msg":"","time":"2026-03-04T05:06:07.000Z","v":0}`,
  ),
  place('Rails log', (f, v) => `Parameters: {"utf8"=>"✓", "user"=>{"${f}"=>${json(v)}, "remember"=>"1"}}`),
  place('Python logging', (f, v) => `2026-03-04 05:06:07,000 - auth - DEBUG - ${f} = ${json(v)}`),
  place('Go slog', (f, v) => `2026/03/04 05:06:07 DEBUG token exchange ${camel(f)}=${bare(v)} status=200`),
  place('zap', (f, v) => `2026-03-04T05:06:07.000Z\tDEBUG\tauth/client.go:30\tconfig\t{"${camel(f)}": ${json(v)}}`),
  place('tracing (Rust)', (f, v) => `2026-03-04T05:06:07Z DEBUG auth: ${f}=${json(v)} retry=false`),
  place('Rust Debug', (f, v) => `Config { url: "https://a.example", ${f}: Some(${json(v)}), timeout: 30s }`),
  place('.env single quotes', (f, v) => `# login\n${CAPS(f)}=${single(v)}\nPORT=8080\n`),
  place('.env bare', (f, v) => `NODE_ENV=production\n${CAPS(f)}=${bare(v)}\nDEBUG=0`),
  place('.env with spaces', (f, v) => `${CAPS(f)} = ${json(v)}\n`),
  place('YAML double', (f, v) => `production:\n  auth:\n    ${f}: ${json(v)}\n    retries: 3\n`),
  place('YAML kebab single', (f, v) => `spring:\n  security:\n    ${kebab(f)}: '${v.replaceAll("'", "''")}'\n`),
  place('YAML block', (f, v) => `auth:\n  ${f}: >-\n    ${v}\n  next: 1\n`),
  place('TOML literal', (f, v) => `[oauth.google]\n${f} = '${v.replaceAll("'", '')}'\nport = 1\n`),
  place('INI spaced', (f, v) => `[auth]\n; comment\n${f} = ${v}\nenabled = true\n`),
  place('properties colon', (f, v) => `app.auth.${kebab(f)}: ${v}\napp.auth.ttl: 30\n`),
  place('properties camel', (f, v) => `spring.datasource.${camel(f)}=${v}\n`),
  place('JSON pretty', (f, v) => JSON.stringify({ a: { b: [{ [camel(f)]: v, ok: true }] } }, null, 4)),
  place('JSON min', (f, v) => JSON.stringify({ id: 'x', [f]: v, n: null })),
  place('JSON in JSON twice', (f, v) => JSON.stringify({ message: JSON.stringify({ body: JSON.stringify({ [f]: v }) }) })),
  place('JSON array of settings', (f, v) => JSON.stringify([{ name: CAPS(f), value: v, slot: false }], null, 2)),
  place('HAR query', (f, v) =>
    JSON.stringify({ queryString: [{ name: f, value: url(v) }], url: `https://a.example/x?${f}=${url(v)}` }),
  ),
  place('HAR response body', (f, v) =>
    JSON.stringify({
      response: { content: { mimeType: 'application/json', text: JSON.stringify({ [f]: v, expires_in: 300 }) } },
    }),
  ),
  place('HAR post text', (f, v) =>
    JSON.stringify({ postData: { mimeType: 'application/x-www-form-urlencoded', text: `a=1&${f}=${url(v)}&b=2` } }),
  ),
  place('HAR cookie', (f, v) => JSON.stringify({ cookies: [{ name: f, value: url(v), path: '/', httpOnly: true }] })),
  place(
    'Java stack trace',
    (f, v) =>
      `java.lang.IllegalStateException: refused: ${camel(f)}=${bare(v)}\n\tat com.example.Auth.login(Auth.java:31)\n\tat java.base/java.lang.Thread.run(Thread.java:840)`,
  ),
  place(
    'Python traceback',
    (f, v) =>
      `Traceback (most recent call last):\n  File "app.py", line 3, in <module>\n    client = Client(${f}=${json(v)})\nValueError: bad`,
  ),
  place('Python locals', (f, v) => `  Local vars:\n    ${f} = '${v.replaceAll("'", "\\'")}'\n    retries = 3\n`),
  place(
    'curl double',
    (f, v) =>
      `curl -X POST "https://a.example/oauth/token" -H "Content-Type: application/json" -d "{\\"${f}\\":${json(json(v)).slice(1, -1)}}"`,
  ),
  place('curl single JSON', (f, v) => `curl --json '{"${f}":${json(v).replaceAll("'", "'\\''")}}' https://a.example`),
  place(
    'curl data-urlencode',
    (f, v) => `curl https://a.example/t --data-urlencode ${single(`${f}=${v}`)} --data-urlencode 'a=b'`,
  ),
  place('curl form', (f, v) => `curl -F ${double(`${f}=${v}`)} https://a.example/upload`),
  place('curl $ string', (f, v) => `curl -H $'${Header(f)}: ${v.replaceAll("'", "\\'")}' https://a.example`),
  place('curl -v', (f, v) => `> POST /t HTTP/2\r\n> Host: a.example\r\n> ${Header(f)}: ${v}\r\n> Accept: */*`),
  place('curl Windows', (f, v) => `curl.exe -H "${Header(f)}: ${v.replaceAll('"', '\\"')}" ^\n  https://a.example`),
  place('query', (f, v) => `https://a.example/cb?state=1&${f}=${url(v)}`),
  place(
    'nginx',
    (f, v) =>
      `10.0.0.1 - - [04/Mar/2026:05:06:07 +0000] "GET /cb?${f}=${url(v)}&x=1 HTTP/1.1" 302 0 "https://a.example/" "Mozilla/5.0"`,
  ),
  place('form body', (f, v) => `a=1&${f}=${url(v).replaceAll('%20', '+')}`),
  place('URL fragment', (f, v) => `Location: https://a.example/done#${f}=${url(v)}&token_type=bearer`),
  place(
    'multipart',
    (f, v) =>
      `------WebKitFormBoundaryAbc\r\nContent-Disposition: form-data; name="${f}"\r\n\r\n${v}\r\n------WebKitFormBoundaryAbc--`,
  ),
  place('Go %+v', (f, v) => `&{Host:a.example ${Pascal(f)}:${v} Retries:3}`),
  place('Go %v map', (f, v) => `map[${f}:${v} scope:openid]`),
  place('Java toString', (f, v) => `OAuthProps{clientId='abc', ${camel(f)}='${v}', scopes=[openid]}`),
  place('Lombok', (f, v) => `OAuthProps(clientId=abc, ${camel(f)}=${v}, scopes=[openid])`),
  place('Kotlin data', (f, v) => `Credentials(${camel(f)}=${v})`),
  place('Python repr', (f, v) => `Settings(debug=False, ${f}='${v.replaceAll("'", "\\'")}', hosts=['*'])`),
  place('pydantic', (f, v) => `env='prod' ${f}='${v.replaceAll("'", "\\'")}' port=1`),
  place('Python bytes', (f, v) => `{b'${f}': b'${v}'}`),
  place('Ruby inspect', (f, v) => `#<Auth::Client:0x000078e1 @id="abc", @${f}=${json(v)}, @retries=3>`),
  place('Ruby hash', (f, v) => `{:id=>"abc", :${f}=>${json(v)}}`),
  place('Ruby 3.4 hash', (f, v) => `{id: "abc", ${f}: ${json(v)}}`),
  place(
    'PHP var_dump',
    (f, v) => `array(2) {\n  ["id"]=>\n  string(3) "abc"\n  ["${f}"]=>\n  string(${Buffer.byteLength(v)}) "${v}"\n}`,
  ),
  place('PHP print_r', (f, v) => `Array\n(\n    [id] => abc\n    [${f}] => ${v}\n)\n`),
  place('PHP serialize', (f, v) => `a:1:{s:${f.length}:"${f}";s:${Buffer.byteLength(v)}:"${v}";}`),
  place('PHP config', (f, v) => `<?php\nreturn [\n  '${f}' => '${v.replaceAll("'", "\\'")}',\n];`),
  place('.NET record', (f, v) => `AuthOptions { Authority = https://a.example, ${Pascal(f)} = ${v}, Retries = 3 }`),
  place('.NET appsettings', (f, v) => JSON.stringify({ Auth: { [Pascal(f)]: v, Authority: 'https://a.example' } }, null, 2)),
  place('.NET env', (f, v) => `set Auth__${Pascal(f)}=${v}\r\n`),
  place(
    'ADO connection string',
    (_, v) => `Server=db;Database=app;User Id=sa;Password=${bare(v.replaceAll(';', ''))};Encrypt=True`,
  ),
  place(
    'axios',
    (f, v) =>
      `  [Symbol(errored)]: null,\n  config: {\n    headers: Object [AxiosHeaders] {\n      'Content-Type': 'application/json'\n    },\n    data: '{"${f}":${json(v).replaceAll("'", "\\'")}}',\n    method: 'post'`,
  ),
  place('axios header', (f, v) => `      '${Header(f)}': '${v.replaceAll("'", "\\'")}',\n      'User-Agent': 'axios/1.7.2'`),
  place(
    'undici raw headers',
    (f, v) => `  rawHeaders: [\n    'Host', 'a.example',\n    '${Header(f)}', '${v.replaceAll("'", "\\'")}'\n  ]`,
  ),
  place('Node Map', (f, v) => `Map(2) { 'a' => 1, '${camel(f)}' => '${v.replaceAll("'", "\\'")}' }`),
  place('compose list quoted', (f, v) => `    environment:\n      - "${CAPS(f)}=${v.replaceAll('"', '\\"')}"\n      - TZ=UTC\n`),
  place('docker inspect', (f, v) =>
    JSON.stringify([{ Config: { Env: ['PATH=/usr/bin', `${CAPS(f)}=${v}`, 'LANG=C'] } }], null, 4),
  ),
  place('docker run', (f, v) => `docker run -d -e ${CAPS(f)}=${single(v)} -p 80:80 app:1.2`),
  place('docker build-arg', (f, v) => `docker build --build-arg ${CAPS(f)}=${bare(v)} -t app .`),
  place('kubectl create', (f, v) => `kubectl create secret generic auth --from-literal=${kebab(f)}=${single(v)}`),
  place(
    'k8s data',
    (f, v) => `apiVersion: v1\ndata:\n  ${CAPS(f)}: ${b64(v)}\n  username: YWRtaW4=\nkind: Secret\nmetadata:\n  name: auth\n`,
  ),
  place('k8s data JSON', (f, v) =>
    JSON.stringify({ kind: 'Secret', apiVersion: 'v1', data: { [kebab(f)]: b64(v) }, type: 'Opaque' }),
  ),
  place('k8s describe', (f, v) => `    Environment:\n      PORT:  80\n      ${CAPS(f)}:  ${v}\n    Mounts:  <none>\n`),
  place('helm --set', (f, v) => `helm upgrade app ./chart --set auth.${camel(f)}=${bare(v)} --wait`),
  place('Terraform state', (f, v) =>
    JSON.stringify({ resources: [{ type: 'x', instances: [{ attributes: { [f]: v, id: '1' } }] }] }, null, 2),
  ),
  place(
    'Terraform plan',
    (f, v) => `  + resource "app" "x" {\n      + ${f}    = ${json(v)}\n      + id = (known after apply)\n    }`,
  ),
  place('tfvars', (f, v) => `region = "eu"\n${f}="${v.replaceAll('"', '\\"')}"\n`),
  place('GitHub Actions', (f, v) => `2026-03-04T05:06:07.1234567Z   ${CAPS(f)}: ${v}\n2026-03-04T05:06:07.1234568Z ##[endgroup]`),
  place('Actions set-env', (f, v) => `Run echo ${double(`${CAPS(f)}=${v}`)} >> $GITHUB_ENV`),
  place('journal', (f, v) => `Mar 04 05:06:07 web1 app[812]: loaded ${f}: ${bare(v)}`),
  place('systemd unit', (f, v) => `[Service]\nEnvironment=${json(`${CAPS(f)}=${v}`)}\nExecStart=/bin/app\n`),
  place('ps', (f, v) => `root 812 0.0 /usr/bin/app --port=80 --${kebab(f)}=${bare(v)} --verbose`),
  place('shell history', (f, v) => `  501  export ${CAPS(f)}=${double(v)}\n  502  npm start`),
  place('shell inline', (f, v) => `$ ${CAPS(f)}=${single(v)} node server.js`),
  place('fish', (f, v) => `set -gx ${CAPS(f)} ${single(v)}`),
  place('option', (f, v) => `mycli login --${kebab(f)} ${single(v)} --region eu`),
  place('PowerShell', (f, v) => `$env:${CAPS(f)} = "${v.replace(/(["`$])/g, '`$1')}"\n.\\start.ps1`),
  place('PowerShell param', (f, v) => `Connect-App -${Pascal(f)} '${v.replaceAll("'", "''")}' -Tenant x`),
  place('mail quoting', (f, v) => `Hello,\n\n> > ${CAPS(f)}=${v}\n> > PORT=80\n> is that right?\n`),
  place('mail quoted-printable', (f, v) => `Our setting:\r\n${f}: ${quotedPrintable(v)}\r\nBest,\r\nA.`),
  place('SOAP', (f, v) => `<soap:Body><ns1:Login><ns1:${camel(f)}>${xml(v)}</ns1:${camel(f)}></ns1:Login></soap:Body>`),
  place('XML attribute', (f, v) => `<connection ${camel(f)}="${xml(v)}" pool="5"/>`),
  place('web.config', (f, v) => `<add key="Auth:${Pascal(f)}" value="${xml(v)}"/>`),
  place('Maven settings', (f, v) => `<server><id>repo</id><${f}>${xml(v)}</${f}></server>`),
  place('plist', (f, v) => `<key>${camel(f)}</key>\n\t<string>${xml(v)}</string>`),
  place('Markdown bullets', (f, v) => `- **${f}**: \`${v}\`\n- region: eu`),
  place(
    'Markdown code table',
    (f, v) => `| Name | Value | Note |\n| --- | --- | --- |\n| \`${CAPS(f)}\` | \`${v.replaceAll('|', '\\|')}\` | ours |`,
  ),
  place('CSV', (f, v) => `name,value,updated\n${CAPS(f)},"${v.replaceAll('"', '""')}",2026-03-04\n`),
  place('CSV column', (f, v) => `id,${f},region\n1,"${v.replaceAll('"', '""')}",eu\n`),
  place('HTML input', (f, v) => `<input type="hidden" name="${f}" value="${xml(v)}">`),
  place('HTML input, value first', (f, v) => `<input value="${xml(v)}" type="hidden" name="${f}">`),
  place('HTML table', (f, v) => `<tr><th>${f}</th><td>${xml(v)}</td></tr>`),
  place('HTML definition', (f, v) => `<dt>${camel(f)}</dt><dd><code>${xml(v)}</code></dd>`),
  place('JS source', (f, v) => `export const config = {\n  ${camel(f)}: process.env.X ?? ${json(v)},\n};`),
  place('TS constant', (f, v) => `private readonly ${camel(f)}: string = ${json(v)};`),
  place('Python source', (f, v) => `${CAPS(f)} = os.environ.get("${CAPS(f)}", ${json(v)})`),
  place('Go source', (f, v) => `\t${camel(f)} := ${json(v)}\n`),
  place('Java source', (f, v) => `  private static final String ${CAPS(f)} = ${json(v)};`),
  place('Java builder', (f, v) => `builder.${camel(f)}(${json(v)}).build()`),
  place('setter', (f, v) => `client.set${Pascal(f)}(${json(v)});`),
  place('setProperty', (f, v) => `props.setProperty("auth.${kebab(f)}", ${json(v)});`),
  place('C# initializer', (f, v) => `new Options { ${Pascal(f)} = ${json(v)} }`),
  place('diff', (f, v) => `@@ -1,2 +1,2 @@\n-${CAPS(f)}=${v}\n+${CAPS(f)}=<from vault>\n`),
  place('Basic', (_, v) => `authorization: Basic ${b64(`client:${v}`)}\r\n`),
  place('Basic in JSON', (_, v) => JSON.stringify({ headers: { authorization: `Basic ${b64(`abc:${v}`)}` } })),
  place('curl -u', (_, v) => `curl -u ${single(`client:${v}`)} https://a.example`),
  place('prose', (f, v) => `I set the ${f.replaceAll('_', ' ')} to "${v}" but the login fails.`),
  place('prose, colon', (f, v) => `Here is my ${f.replaceAll('_', ' ')}: ${v}\nThanks!`),
  place('chat', (f, v) => `[05:06] anna: the ${f.replaceAll('_', ' ')} is \`${v}\``),
]; // prettier-ignore
