/** JWTs in the values of cookies: as they are, in JSON, or in base64 of it; and how another one is put in their place. Pure. */
import type { Cookie } from '../browser/jar.ts';

export interface Held {
  readonly cookie: Cookie;
  readonly token: string;
  /** The cookie's value with another token in its place. */
  readonly put: (token: string) => string;
}

const JWT = /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/g;

export function tokensIn(cookies: readonly Cookie[]): Held[] {
  return cookies.flatMap((cookie) => {
    const forms = [plain(cookie.value), encoded(cookie.value)].flatMap((form) => form ?? []);
    for (const { text, write } of forms) {
      const tokens = [...new Set(text.match(JWT) ?? [])];
      if (tokens.length > 0)
        return tokens.map((token) => ({ cookie, token, put: (other: string) => write(text.replaceAll(token, () => other)) }));
    }
    return [];
  });
}

interface Form {
  readonly text: string;
  readonly write: (text: string) => string;
}

/** Written back as it came: some apps take the percent signs away themselves, others want none. */
function plain(value: string): Form | undefined {
  if (!value.includes('%')) return { text: value, write: (text) => text };
  try {
    return { text: decodeURIComponent(value), write: (text) => encodeURIComponent(text) };
  } catch {
    return undefined;
  }
}

function encoded(value: string): Form | undefined {
  const inner = plain(value);
  if (!inner) return undefined;
  for (const encoding of ['base64', 'base64url'] as const) {
    const text = Buffer.from(inner.text, encoding).toString('utf8');
    // In the other of the two it would not come out as it went in.
    const isThis = Buffer.from(text).toString(encoding) === inner.text || encoding === 'base64url';
    if (isThis && text.startsWith('{')) return { text, write: (other) => inner.write(Buffer.from(other).toString(encoding)) };
  }
  return undefined;
}

/** Undefined: no JWT with an object in it. */
export function claimsIn(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
