/** Sources and dumps of values in the languages of Scalekit's users. */
import type { Place } from '../third/kind.ts';
import { camel, escaped, json, pascal, snake, upper } from './words.ts';

const QUOTE = /['\\\n]/;

export const sixthCodePlaces: readonly Place[] = [
  { name: 'JavaScript constant', never: QUOTE, write: (field, value) => `const ${camel(field)} = '${value}';` },
  {
    name: 'JavaScript template',
    never: /[`\\$]/,
    takesBlocks: true,
    write: (field, value) => `export const ${upper(field)} = \`${value}\`;`,
  },
  { name: 'TypeScript, typed', write: (field, value) => `private readonly ${camel(field)}: string = ${json(value)};` },
  {
    name: 'fallback in code',
    never: QUOTE,
    write: (field, value) => `const ${camel(field)} = process.env.${upper(field)} ?? '${value}';`,
  },
  { name: 'fallback with ||', write: (field, value) => `  ${camel(field)}: process.env.${upper(field)} || ${json(value)},` },
  {
    name: 'Scalekit client, third argument',
    never: QUOTE,
    write: (_, value) =>
      `const scalekit = new ScalekitClient('https://acme.scalekit.dev', 'skc_123456789012345678', '${value}');`,
  },
  {
    name: 'jwt.sign',
    never: QUOTE,
    write: (_, value) => `const t = jwt.sign({ sub: user.id }, '${value}', { expiresIn: '1h' });`,
  },
  { name: 'createHmac', never: QUOTE, write: (_, value) => `crypto.createHmac('sha256', '${value}').update(body).digest('hex')` },
  {
    name: 'fetch headers',
    never: /[^A-Za-z0-9._~+/=-]/,
    write: (_, value) => `await fetch(url, { headers: { Authorization: \`Bearer ${value}\` } });`,
  },
  { name: 'express session', never: QUOTE, write: (_, value) => `app.use(session({ secret: '${value}', resave: false }));` },
  {
    name: 'verifyWebhookPayload',
    never: QUOTE,
    write: (_, value) => `scalekit.verifyWebhookPayload('${value}', req.headers, rawBody);`,
  },
  { name: 'comparison', never: QUOTE, write: (field, value) => `if (input.${camel(field)} === '${value}') {` },
  { name: 'Python constant', write: (field, value) => `${upper(field)} = ${json(value)}` },
  {
    name: 'Python keyword argument',
    write: (field, value) => `client = ScalekitClient(env_url=URL, ${snake(field)}=${json(value)})`,
  },
  { name: 'Python default', write: (field, value) => `${snake(field)} = os.environ.get("${upper(field)}", ${json(value)})` },
  {
    name: 'Python requests auth',
    never: QUOTE,
    write: (_, value) => `r = requests.post(url, auth=('skc_123456789012345678', '${value}'))`,
  },
  {
    name: 'Python requests headers',
    never: /[^A-Za-z0-9._~+/=-]/,
    write: (_, value) => `requests.get(url, headers={"Authorization": f"Bearer ${value}"})`,
  },
  { name: 'Python dict dump', never: QUOTE, write: (field, value) => `{'id': 7, '${snake(field)}': '${value}', 'ok': True}` },
  { name: 'Python bytes', never: QUOTE, write: (field, value) => `${snake(field)} = b'${value}'` },
  {
    name: 'Python dataclass dump',
    never: QUOTE,
    write: (field, value) => `Settings(env='dev', ${snake(field)}='${value}', retries=3)`,
  },
  { name: 'pydantic SecretStr', never: QUOTE, write: (field, value) => `${snake(field)}: SecretStr = SecretStr('${value}')` },
  {
    name: 'Python triple quotes',
    takesBlocks: true,
    never: /["\\]/,
    write: (field, value) => `${upper(field)} = """${value}"""`,
  },
  { name: 'Go literal', write: (field, value) => `cfg := &Config{URL: url, ${pascal(field)}: ${json(value)}}` },
  { name: 'Go constant', write: (field, value) => `const ${camel(field)} = ${json(value)}` },
  { name: 'Go raw string', never: /`/, takesBlocks: true, write: (field, value) => `var ${camel(field)} = []byte(\`${value}\`)` },
  {
    name: 'Go %+v',
    never: /[\s{}]/,
    write: (field, value) =>
      `{URL:https://acme.scalekit.dev ClientID:skc_123456789012345678 ${pascal(field)}:${value} Debug:true}`,
  },
  {
    name: 'Go %#v',
    write: (field, value) => `main.Config{URL:"https://acme.scalekit.dev", ${pascal(field)}:${json(value)}, Debug:true}`,
  },
  { name: 'Go map', never: /[\s[\]]/, write: (field, value) => `map[env:dev ${snake(field)}:${value} retries:3]` },
  { name: 'Go os.Setenv', write: (field, value) => `os.Setenv("${upper(field)}", ${json(value)})` },
  { name: 'Java field', write: (field, value) => `private static final String ${upper(field)} = ${json(value)};` },
  { name: 'Java setter', write: (field, value) => `config.set${pascal(field)}(${json(value)});` },
  { name: 'Java builder', write: (field, value) => `ScalekitClient.builder().${camel(field)}(${json(value)}).build();` },
  {
    name: 'Java toString',
    never: /[,)\s]/,
    write: (field, value) => `ClientConfig(env=dev, ${camel(field)}=${value}, retries=3)`,
  },
  { name: 'Lombok toString, quoted', never: QUOTE, write: (field, value) => `Config{env='dev', ${camel(field)}='${value}'}` },
  { name: 'Spring @Value', never: /["\\}]/, write: (field, value) => `@Value("\${app.${camel(field)}:${value}}")` },
  { name: 'Kotlin', write: (field, value) => `val ${camel(field)}: String = ${json(value)}` },
  { name: 'Swift', write: (field, value) => `let ${camel(field)} = ${json(value)}` },
  { name: 'Dart', never: QUOTE, write: (field, value) => `final String ${camel(field)} = '${value}';` },
  { name: 'Ruby hash', never: QUOTE, write: (field, value) => `config = { ${snake(field)}: '${value}', timeout: 5 }` },
  {
    name: 'Ruby inspect',
    never: /["\\#]/,
    write: (field, value) => `#<Client:0x000071 @env="dev", @${snake(field)}="${value}">`,
  },
  { name: 'Ruby fetch', never: QUOTE, write: (field, value) => `ENV.fetch('${upper(field)}', '${value}')` },
  { name: 'PHP array', never: QUOTE, write: (field, value) => `return ['driver' => 'x', '${snake(field)}' => '${value}'];` },
  { name: 'PHP define', never: QUOTE, write: (field, value) => `define('${upper(field)}', '${value}');` },
  { name: 'PHP env()', never: QUOTE, write: (field, value) => `'${snake(field)}' => env('${upper(field)}', '${value}'),` },
  {
    name: 'PHP var_dump',
    write: (field, value) => `array(1) {\n  ["${snake(field)}"]=>\n  string(${value.length}) "${value}"\n}`,
  },
  {
    name: 'PHP serialize',
    write: (field, value) => `a:1:{s:${snake(field).length}:"${snake(field)}";s:${value.length}:"${value}";}`,
  },
  { name: 'Rust constant', write: (field, value) => `const ${upper(field)}: &str = ${json(value)};` },
  {
    name: 'Rust debug dump',
    write: (field, value) => `Config { url: "https://acme.scalekit.dev", ${snake(field)}: Some(${json(value)}), retries: 3 }`,
  },
  { name: 'C# property', write: (field, value) => `public string ${pascal(field)} { get; set; } = ${json(value)};` },
  { name: 'C# object', write: (field, value) => `var o = new ScalekitOptions { ${pascal(field)} = ${json(value)} };` },
  { name: 'C# verbatim', never: /["\\]/, write: (field, value) => `string ${camel(field)} = @"${value}";` },
  { name: 'shell heredoc', takesBlocks: true, write: (field, value) => `cat > ${snake(field)}.txt <<'EOF'\n${value}\nEOF` },
  {
    name: 'diff, added',
    never: /["\\]/,
    write: (field, value) => `diff --git a/.env b/.env\n@@ -1,2 +1,2 @@\n-${upper(field)}=\n+${upper(field)}="${value}"`,
  },
  {
    name: 'diff, removed',
    never: QUOTE,
    write: (field, value) => `@@ -4,1 +4,1 @@\n-  ${camel(field)}: '${value}',\n+  ${camel(field)}: process.env.${upper(field)},`,
  },
  { name: 'minified', write: (field, value) => `var a=1,c={${camel(field)}:${json(value)},b:2};function d(){return c}` },
  {
    name: 'assert failure',
    never: QUOTE,
    write: (field, value) => `  - Expected\n  + Received\n    Object {\n  +   "${camel(field)}": "${escaped(value)}",\n    }`,
  },
  {
    name: 'local variables of Sentry',
    takesBlocks: true,
    write: (field, value) => json({ frames: [{ function: 'login', vars: { [snake(field)]: `'${value}'`, retry: 'True' } }] }),
  },
];
