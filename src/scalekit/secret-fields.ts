/** Finds and masks the secrets that OAuth messages carry by the names of their fields, in JSON, forms and broken pieces of either. Pure. */

const NAMES =
  'access_token|refresh_token|id_token|client_secret|plain_secret|assertion|code_verifier|accessToken|refreshToken|idToken|clientSecret|plainSecret';
const IN_JSON = new RegExp(`"(?:${NAMES})"\\s*:\\s*"((?:[^"\\\\]|\\\\.)+)`, 'g');
const IN_FORM = new RegExp(`(?:^|[?&#])(?:${NAMES}|code)=([^&#\\s"'<>]+)`, 'g');

/** Where there is more text than this, its start is searched: tokens stand in short messages. */
const SEARCHED = 256 * 1024;

export function secretFieldsOf(text: string): string[] {
  const head = text.slice(0, SEARCHED);
  const found = new Set<string>();
  for (const [, value] of head.matchAll(IN_JSON)) if (value) found.add(unescaped(value));
  for (const [, value] of head.matchAll(IN_FORM)) if (value) found.add(decoded(value));
  // A short value is no secret, and blotting it out everywhere would make the record unreadable.
  return [...found].filter((value) => value.length >= 8);
}

/** The same fields with their values out, however they were escaped. */
export function withoutSecretFields(text: string): string {
  return text
    .replace(IN_JSON, (whole, value: string) => `${whole.slice(0, whole.length - value.length)}[redacted]`)
    .replace(IN_FORM, (whole, value: string) => `${whole.slice(0, whole.length - value.length)}[redacted]`);
}

function unescaped(value: string): string {
  try {
    return String(JSON.parse(`"${value}"`));
  } catch {
    return value;
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}
