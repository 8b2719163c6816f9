/** What can stand between the name of a secret and its value, one expression a way of writing the two. Sticky; linear. */

/** Between a name and its value. The groups tell how values end: 1 percent-encoded, 2 plain. */
export const separator =
  /(?:\\{0,15}["'`]|&quot;|&#3[49];|%22|\*{1,2})?[\])]?(?:[ \t]{0,3}[[(][^\])\n"'=]{0,40}[\])](?=[:=]))?[ \t]{0,40}(?:(%3D|%253D|%3A)|(:=|=>|->|=3D|={1,3}|:{1,2}(?!\/\/)|\\{1,4}u003[dD]|&#61;|\u00ef\u00bc\u009a|\u00e2\u0086\u0092|\u00e2\u0087\u0092|\u00e2\u0080\u00ba|\u00c2\u00bb)(?:\*{2}(?=\s))?)/y;
/** C#: `Name { get; set; } = "…"`. */
export const property =
  /[ \t]{0,4}\{(?:[ \t]{0,4}(?:private |protected |internal )?(?:get|set|init);){1,2}[ \t]{0,4}\}[ \t]{0,4}=[ \t]{0,4}(?=")/y;
/** What `redis-cli` answers: `1) "name"`, `2) "value"`. */
export const reply = /"[ \t]{0,4}\r?\n[ \t]{0,8}\d{1,6}\)[ \t]{1,4}(?=")/y;
/** `"SET" "name:user" "value"`, as a server logs its commands. */
export const stored = /[\w:.-]{0,80}"[ \t]{1,4}(?:"\d{1,9}"[ \t]{1,4})?(?=")/y;
export const storing =
  /(?<="(?:GET|SET|SETEX|PSETEX|SETNX|GETSET|HSET|HSETNX|APPEND)"[ \t]{1,4}(?:"[\w:.-]{0,80}"[ \t]{1,4})?"[\w:.-]{0,80})/iy;
/** `console.log(process.env.NAME) // "…"`. */
export const shown = /\)[ \t]{0,4};?[ \t]{1,4}(?:\/\/|#)[ \t]{0,4}(?:=>|->)?[ \t]{0,3}(?=["'`])/y;
export const element = /(?:\s[^<>]{0,200})?(?:>|&gt;)\s{0,40}(?:<!\[CDATA\[)?/y;
/** `<entry key="name">value`. */
export const attribute = /["'](?:\s[^<>]{0,200})?>\s{0,20}(?:<(?:value|string)>\s{0,20})?(?:<!\[CDATA\[)?(?=[^<\s])/y;
/** What a check of settings says of one: its name on a line, its value in the next. */
export const checked = /\r?\n[^\n]{0,200}\binput_value=(?=["'])/y;
/** `name As String = "…"`. */
export const declared = /[ \t]{1,4}As[ \t]{1,4}\w{1,20}[ \t]{1,4}=[ \t]{0,4}(?=")/y;
/** A name alone on its line, the value alone on the next. */
export const below = /[ \t]{0,4}:?[ \t]{0,4}\r?\n[ \t]{0,8}(?=\S{6,512}[ \t]{0,8}(?:\r?\n|$))/y;
/** Nothing but a few words before a name on its line. */
export const label = /(?<=(?:^|\n)[ \t>#*/|-]{0,8}(?:[\w./-]{1,24}[ ]){0,3}[\w./-]{0,40})/y;
/** A sentence that ends in a colon, and the value alone between empty lines. */
export const paragraph =
  /[ \t]{0,4}:[ \t]{0,4}\r?\n[ \t]{0,8}\r?\n[ \t]{0,8}(?=\S{8,512}[ \t]{0,8}(?:\r?\n[ \t]{0,8}(?:\r?\n|$)|$))/y;
/** A member whose value is wrapped in one of its own, beside its type. */
export const wrapped =
  /(?:["']?[ \t]{0,4}:[ \t]{0,4}\{[^{}]{0,200}?["']?(?:default|value)["']?[ \t]{0,4}:[ \t]{0,8}|:[ \t]{0,4}\r?\n(?:[ \t]{1,40}[A-Za-z]{1,30}:[^\n]{0,100}\n){0,6}[ \t]{1,40}(?:default|value):[ \t]{1,8})(?=[^\s|>])/iy;
/** `<key>name</key>`, where the name is a member's of a property list. */
export const plistKey = />[\w .-]{1,80}<\/key>\s{0,40}<(?:string|true|false|integer|real|date|data|array|dict)\b/y;
export const plist = /<\/key>\s{0,40}<string>/y;
/** `"name": "password", "value": "…"`: HAR, Kubernetes, forms, XML attributes. */
export const named =
  /(?:\\{0,15}["'])?[ \t]{0,40}(?:,\s{0,80}\\{0,15}["'][\w-]{1,40}\\{0,15}["']\s{0,8}:\s{0,8}(?:true|false|null|\d{1,12}|\\{0,15}["'][\w ./-]{0,60}\\{0,15}["'])){0,3},?\s{0,80}(?:-\s)?(?:\\{0,15}["'])?(?:[A-Za-z]{1,16}Value|value|Value|VALUE|val|content)(?:\\{0,15}["'])?[ \t]{0,40}(?:=>|[:=])(?:\s{0,20}\{\s{0,40}\\{0,15}["'](?:stringValue|S)\\{0,15}["']\s{0,8}:)?/y;
/** Erlang's `{name,<<"value">>}`. */
export const binary = /,\s{0,4}<<(?=\\{0,15}")/y;
/** HCL: `variable "name" { … default = "…"`. */
export const variable = /"[ \t]{0,8}\{[^{}]{0,400}?\bdefault[ \t]{0,20}=[ \t]{0,8}(?=")/y;
export const tuple = /\\{0,15}["'`][ \t]{0,20}\)?,\s{0,20}(?=\\{0,15}["'`[])/y;
/** A row of a table. */
export const cell = /[`*]{0,2}[ \t]{0,60}(?:\||\u00e2\u0094\u0082)[ \t]{0,60}`?(?=[^\s|])/y;
/** `<th>name</th><td>…</td>`. */
export const cellTag =
  /[ \t]{0,4}<\/(?:th|td|dt|b|strong|label|span|code)>\s{0,40}(?:<\/td>\s{0,40})?<(?:td|dd|span|code)(?:\s[^<>]{0,200})?>\s{0,20}(?:<code>|<pre>){0,2}(?=[^\s<])/y;
/** A part of a multipart form: its name in the head, its value behind an empty line (RFC 7578 §4.2). */
export const part = /["']?(?:;[^\r\n]{0,200})?\r?\n(?:[\w-]{1,40}:[^\r\n]{0,200}\r?\n){0,4}\r?\n(?=\S)/y;
/** PHP's `serialize`. */
export const serialized = /\\{0,15}";s:\d{1,9}:(?=\\{0,15}")/y;
export const call = /\(\s{0,8}(?=\\{0,15}["'`])/y;
/** What can stand before a value in quotes: a type, `env.X ??`, `Some(`, the length that PHP's `var_dump` gives. */
export const lead =
  /\s{0,20}(?:[\w$.]{1,80}(?:\(["'][\w-]{1,60}["']\))?[ \t]{1,8}(?:\?\?|\|\||or)[ \t]{1,8}|[&\w<>| ']{1,40}[ \t]{0,8}=[ \t]{0,8}|(?:Some|Ok|Just|Optional\.of|Optional)[ \t]?\(\s{0,40}|Just[ \t]{1,4}|string\(\d{1,9}\)[ \t]|[A-Z][A-Za-z]{1,16}-[A-Z][A-Za-z]{1,24}[ \t]{1,4}(?:-[A-Z][a-z]{1,12}[ \t]{1,4})?|expected[ \t:]{1,3}[^\s,]{1,80},?[ \t]{1,3}(?:but[ \t])?(?:got|received)[ \t:]{1,3})(?=\\{0,15}["'`])/y;
export const option = /(?:[ \t]{1,8}|\s{0,4}\\?\r?\n\s{0,8})(?=[^\s-])/y;
export const said =
  /(?:\\{0,15}["'`]|\*{2})?[ \t]{1,4}(?:(?:is|was|are|be|of|value|set|now|still|currently|the|my|our|new|old|we|I|you|use|used|have|ist|lautet|est|es|e|\u00c3\u00a9|sera|(?:for|on|in|from)[ \t]{1,2}(?=[a-z])[\w.-]{2,24})(?!:\/\/)[ \t:,]{1,4}){0,5}(?:to[ \t]{1,4}(?=["'`]))?(?=(?:\\{0,3}["'`]|\\)?[^\s"'`<>]{6})/y;
/** Commands and directives that take a name and a value with a space between. */
export const setting =
  /(?<=(?:^|[\n;&])[ \t>$#]{0,80}(?:ENV|ARG|setenv|SetEnv|set[ \t]+-\w{1,4}|(?:fastcgi|uwsgi|scgi|proxy)_param|(?:proxy|grpc)_set_header|add_header|(?:header_up|header_down|http-request[ \t]+(?:set|add)-header))[ \t]{1,80})/y;
/** `key    value` on a line of its own. */
export const listing = /(?:[ \t]{2,60}|\t)(?=\S{4,512}[ \t]{0,60}(?:\r?\n|$))/y;
export const space = /[ \t]{1,8}(?=\S)/y;
