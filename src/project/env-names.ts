/** What the names of env files and of variables tell: templates, secrets, values that only stand in for one. Pure. */

/** `.env`, `.env.local`, `dev.env`, `.dev.vars` (Cloudflare): what people keep settings in. */
export function isEnvFileName(name: string): boolean {
  return /^\.env([.-][\w.-]+)?$/.test(name) || /^[\w-][\w.-]*\.env$/.test(name) || /^\.dev\.vars([.][\w.-]+)?$/.test(name);
}

/** A template is copied and filled in; nothing loads it. */
export function isTemplateName(name: string): boolean {
  return (
    /[._-](examples?|samples?|templates?|tmpl|tpl|dist|defaults?|schema|vault)(?=[._-]|$)/i.test(name) ||
    /^(example|sample|template)\.env$/i.test(name)
  );
}

const secretWord =
  /(SECRET|PASSWORD|PASSWD|PASSPHRASE|PASSCODE|CREDENTIAL|PRIVATE|TOKEN|APIKEY|SIGNATURE|_PW|_PWD|_PASS|_KEY|^KEY|_PAT|_DSN|_AUTH)(S|\d)?(?=_|$)/i;
const aboutASecret =
  /(PUBLIC|PUBLISHABLE|EXPIR[A-Z]*|_TTL|_LIFETIME|_AGE|_LENGTH|_NAME|_ALG(ORITHM)?|_TYPE|_PREFIX|_HEADER|_URL|_URI|_ENDPOINT|_PATH|_FILE|_ID)(?=_|$)/i;

/** Whether a variable of this name holds a secret, as far as a name can tell. */
export function isSecretName(name: string): boolean {
  const snake = name.replace(/([a-z\d])([A-Z])/g, '$1_$2');
  return secretWord.test(snake) && !aboutASecret.test(snake);
}

const LONGEST_STAND_IN = 200;

/** A text that somebody was meant to replace: `your-client-secret`, `<secret>`, `changeme`, `${SECRET}`, `xxxx`. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text.length > LONGEST_STAND_IN) return false;
  return (
    /<[\w .-]*>/.test(text) ||
    /^\[[^[\]]*\]$/.test(text) ||
    /^\$\{?\w+\}?$/.test(text) ||
    /^\{\{?[^{}]*\}?\}$/.test(text) ||
    /^(\.{3,}|…|x{3,}|\*{3,}|-{3,}|_{3,}|0{6,}|todo|tbd|fixme|none|null|undefined|secret|change[-_ ]?me[\w-]*)$/i.test(text) ||
    /^my[-_ ](client|secret|api|key|token|password|id|url|env)[\w .-]*$/i.test(text) ||
    /^(your|insert|enter|replace|paste|put|add|fill)([-_ ](in|with|me|this|here|your|the|a|an))*[-_ ][\w .-]+$/i.test(text) ||
    /^(https?:\/\/)?<?your[-_ ][\w-]+>?\./i.test(text) ||
    /^[a-z]{2,5}_(x{3,}|\.{3,}|…|\*{3,}|your[-_]\w[\w-]*)$/i.test(text)
  );
}

/** The parts of a value that must never be shown, given the variable's name. */
export function secretsIn(name: string, value: string): string[] {
  const secrets: string[] = [];
  if (isSecretName(name) && worthHiding(value)) secrets.push(bare(value));
  // User and password inside a URL, whatever the variable is called.
  for (const [, password] of value.matchAll(/\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:@/]{0,256}:([^\s@/]{1,1024})@/gi)) {
    if (password !== undefined && worthHiding(password)) secrets.push(password);
  }
  // Scalekit's own secrets, also under a name that does not say so.
  for (const [secret] of value.matchAll(/(?<![A-Za-z0-9_])(?:(?:test|live|prod|dev)_|sk_|whsec_|sks_sec_)[A-Za-z0-9+/=_-]{16,}/g))
    secrets.push(secret);
  return secrets;
}

/** Quotes and white space around a value are no secret, and where they are the fault, a patch has to show them. */
function bare(value: string): string {
  const text = value.trim();
  const inside = /^(["'`])([\s\S]*)\1$/.exec(text)?.[2]?.trim();
  return inside || text;
}

/** Hiding `true`, `3600` or a stand-in wherever it occurs would hide the wrong things. */
function worthHiding(value: string): boolean {
  const text = value.trim();
  return (
    text.length >= 4 &&
    !/^(\d{1,7}|true|false|none|null|undefined|enabled|disabled|secret|<[^<>]*>|\$\{\w+\}|\.+|x+|\*+)$/i.test(text)
  );
}
