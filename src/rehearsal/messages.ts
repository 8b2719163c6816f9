/** One half of an exchange as it may be opened: its headers and its body with secret values marked, equal ones alike. Pure. */
import { mark, openParameters, shownTarget } from './marks.ts';

export interface Message {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Its beginning; absent where there is none, or no text. */
  readonly body?: string;
}

export type Headers = Readonly<Record<string, string | readonly string[] | number | undefined>>;

/** Values that were seen where secrets stand: masked wherever else they are written. */
export interface SeenSecrets {
  readonly add: (value: string) => void;
  readonly mask: (text: string) => string;
}

const MOST_HEADERS = 40;
const LONGEST_HEADER = 300;
const LONGEST_BODY = 2_000;
/** Looked at before it is cut, so that no secret is cut in two. */
const LOOKED_AT = 8 * 1024;
/** What is shorter may be any word of a page. */
const SHORTEST_SECRET = 8;

const secretName =
  /token|secret|passw|assertion|verifier|challenge|^code$|^state$|nonce|cookie|session|^sid$|signature|authorization|api.?key|csrf|^jti$|^saml/i;
const jsonWebToken = /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g;
const word = /[\w\-.~+/%:]{8,}/g;

export function createSeenSecrets(): SeenSecrets {
  const values = new Set<string>();
  const known = (text: string): boolean => values.has(text) || values.has(withoutPadding(decoded(text)));
  return {
    add: (value) => {
      for (const one of [value, decoded(value)])
        for (const piece of [one, ...one.split(/[.:|]/).filter((part) => part.length >= 16)])
          if (piece.length >= SHORTEST_SECRET) values.add(withoutPadding(piece));
    },
    mask: (text) =>
      text
        .replace(jsonWebToken, (value) => mark(value))
        .replace(word, (value) =>
          known(value)
            ? mark(decoded(value))
            : value.replace(/[^/:.]{8,}/g, (piece) => (known(piece) ? mark(decoded(piece)) : piece)),
        ),
  };
}

/** As it was seen, with what stands where secrets stand marked already; the rest is masked when all of them are known. */
export function messageOf(headers: Headers, body: string | undefined, secrets: SeenSecrets): Message {
  const rows = Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
      one === undefined ? [] : [{ name: name.toLowerCase(), value: headerValue(name.toLowerCase(), String(one), secrets) }],
    ),
  );
  const type = rows.find(({ name }) => name === 'content-type')?.value ?? '';
  const text = body === undefined || body === '' || !isText(type) ? undefined : bodyText(body.slice(0, LOOKED_AT), type, secrets);
  return { headers: rows.slice(0, MOST_HEADERS), ...(text === undefined ? {} : { body: text }) };
}

export function masked({ headers, body }: Message, secrets: SeenSecrets): Message {
  return {
    headers: headers.map(({ name, value }) => ({ name, value: cut(secrets.mask(value), LONGEST_HEADER) })),
    ...(body === undefined ? {} : { body: cut(secrets.mask(body), LONGEST_BODY) }),
  };
}

function headerValue(name: string, value: string, secrets: SeenSecrets): string {
  switch (name) {
    case 'cookie':
      return value
        .split(/;\s*/)
        .map((pair) => cookieShown(pair, secrets))
        .join('; ');
    case 'set-cookie': {
      const [pair = '', ...attributes] = value.split(/;\s*/);
      return [cookieShown(pair, secrets), ...attributes].join('; ');
    }
    case 'location':
    case 'referer':
      return addressShown(value, secrets);
    case 'authorization':
    case 'proxy-authorization': {
      const [scheme = '', ...rest] = value.split(' ');
      return rest.length === 0 ? hidden(value, secrets) : `${scheme} ${hidden(rest.join(' '), secrets)}`;
    }
    default:
      return secretName.test(name) ? hidden(value, secrets) : value;
  }
}

function cookieShown(pair: string, secrets: SeenSecrets): string {
  const at = pair.indexOf('=');
  return at === -1 ? hidden(pair, secrets) : `${pair.slice(0, at)}=${hidden(pair.slice(at + 1), secrets)}`;
}

function addressShown(value: string, secrets: SeenSecrets): string {
  const base = 'http://here.invalid';
  if (!URL.canParse(value, base)) return value;
  const url = new URL(value, base);
  for (const [name, one] of url.searchParams) if (!openParameters.has(name)) secrets.add(one);
  const fragment = url.hash === '' ? '' : `#${hidden(url.hash.slice(1), secrets)}`;
  return shownTarget(url, url.origin !== base) + fragment;
}

function hidden(value: string, secrets: SeenSecrets): string {
  secrets.add(value);
  return mark(value);
}

function isText(type: string): boolean {
  return type === '' || /json|text|html|xml|form-urlencoded|javascript/.test(type);
}

function bodyText(body: string, type: string, secrets: SeenSecrets): string {
  if (/form-urlencoded/.test(type))
    return [...new URLSearchParams(body)]
      .map(([name, value]) => `${name}=${openParameters.has(name) ? value : hidden(value, secrets)}`)
      .join('&');
  if (!/json/.test(type) && !/^\s*[{[]/.test(body)) return body;
  try {
    return JSON.stringify(JSON.parse(body), (name, value: unknown) =>
      typeof value === 'string' && value.length >= SHORTEST_SECRET && secretName.test(name) && !/\s/.test(value)
        ? hidden(value, secrets)
        : value,
    );
  } catch {
    return body;
  }
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** As it is where it cannot be. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const withoutPadding = (value: string): string => value.replace(/=+$/, '');
