/** A cookie jar by RFC 6265bis that can say why it dropped a cookie, or withheld one. Behaves as Chromium does; says where others differ. Pure. */
import type { CookieFate, Withheld } from '../events.ts';

export type SameSite = 'strict' | 'lax' | 'none' | 'unset';

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  /** Epoch milliseconds; undefined for one that lives as long as the browser. */
  readonly expires: number | undefined;
  readonly created: number;
}

/** Who sends the request: `undefined` is the address bar. */
export interface Context {
  readonly url: URL;
  readonly initiator: string | undefined;
  readonly method: string;
  readonly now: number;
}

const MOST_BYTES = 4_096;
const LONGEST_LIFE = 400 * 86_400_000;
const LAX_POST_MS = 120_000;

export class Jar {
  #cookies: Cookie[] = [];

  get cookies(): readonly Cookie[] {
    return this.#cookies;
  }

  static of(cookies: readonly Cookie[]): Jar {
    const jar = new Jar();
    jar.#cookies = [...cookies];
    return jar;
  }

  /** A copy: what happens in one is not seen in the other. */
  clone(): Jar {
    return Jar.of(this.#cookies);
  }

  /** Takes a Set-Cookie header of an answer from `url`. */
  take(header: string, { url, now }: Pick<Context, 'url' | 'now'>): CookieFate {
    const { name, value, attributes } = parseSetCookie(header);
    const fate = { name, attributes: shownAttributes(attributes) };
    const dropped = (why: string): CookieFate => ({ ...fate, kept: false, why });
    if (name === '' && value === '') return dropped('it has neither name nor value');
    if (Buffer.byteLength(name) + Buffer.byteLength(value) > MOST_BYTES)
      return dropped(`name and value have more than ${MOST_BYTES} bytes`);
    const host = url.hostname.toLowerCase();
    const domain = (attributes.get('domain') ?? '').replace(/^\./, '').toLowerCase();
    if (domain !== '' && !matchesDomain(host, domain)) return dropped(`Domain=${domain} is not the domain of ${host}`);
    if (domain !== '' && !domain.includes('.') && domain !== host) return dropped(`Domain=${domain} is a public suffix`);
    const secure = attributes.has('secure');
    if (secure && !isTrustworthy(url)) return dropped('it is Secure and the address is plain http');
    const sameSite = sameSiteOf(attributes.get('samesite'));
    if (sameSite === 'none' && !secure) return dropped('SameSite=None without Secure');
    const path = attributes.get('path');
    const cookiePath = path?.startsWith('/') ? path : defaultPath(url.pathname);
    if (/^__secure-/i.test(name) && !secure) return dropped('its name begins with __Secure- and it is not Secure');
    if (/^__host-/i.test(name) && (!secure || domain !== '' || cookiePath !== '/' || path === undefined))
      return dropped('its name begins with __Host-, which wants Secure, Path=/ and no Domain');
    const expires = expiryOf(attributes, now);
    const cookie: Cookie = {
      name,
      value,
      domain: domain === '' ? host : domain,
      hostOnly: domain === '',
      path: cookiePath,
      secure,
      httpOnly: attributes.has('httponly'),
      sameSite,
      expires,
      created: now,
    };
    const same = (other: Cookie): boolean =>
      other.name === name && other.domain === cookie.domain && other.hostOnly === cookie.hostOnly && other.path === cookiePath;
    this.#cookies = this.#cookies.filter((other) => !same(other));
    if (expires !== undefined && expires <= now) return { ...fate, kept: false, why: 'it is deleted' };
    this.#cookies.push(cookie);
    const why = secure && url.protocol === 'http:' ? 'Safari drops it: it is Secure and the address is http' : undefined;
    return { ...fate, kept: true, ...(why === undefined ? {} : { why }) };
  }

  /** The Cookie header for a top-level navigation, and what is left out of it. */
  give(context: Context): { readonly header: string; readonly sent: readonly Cookie[]; readonly withheld: readonly Withheld[] } {
    const sent: Cookie[] = [];
    const withheld: Withheld[] = [];
    for (const cookie of this.#cookies) {
      const why = reasonToWithhold(cookie, context);
      if (why) withheld.push({ name: cookie.name, ...why });
      else sent.push(cookie);
    }
    sent.sort((a, b) => b.path.length - a.path.length || a.created - b.created);
    return { header: sent.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; '), sent, withheld };
  }
}

function reasonToWithhold(cookie: Cookie, { url, initiator, method, now }: Context): Omit<Withheld, 'name'> | undefined {
  const host = url.hostname.toLowerCase();
  if (cookie.hostOnly ? cookie.domain !== host : !matchesDomain(host, cookie.domain))
    return { reason: 'domain', why: `it is for ${cookie.domain}` };
  if (!matchesPath(url.pathname, cookie.path)) return { reason: 'path', why: `it is for the path ${cookie.path}` };
  if (cookie.expires !== undefined && cookie.expires <= now) return { reason: 'expired', why: 'its time is over' };
  if (cookie.secure && !isTrustworthy(url)) return { reason: 'secure', why: 'it is Secure and the address is plain http' };
  if (initiator === undefined || siteOf(initiator) === siteOf(url.origin)) return undefined;
  if (cookie.sameSite === 'strict')
    return { reason: 'same-site', why: 'SameSite=Strict, and the browser comes from another site' };
  const isSafe = method === 'GET' || method === 'HEAD';
  if (cookie.sameSite === 'lax' && !isSafe)
    return { reason: 'same-site', why: 'SameSite=Lax, and the browser is sent with POST from another site' };
  if (cookie.sameSite === 'unset' && !isSafe && now - cookie.created > LAX_POST_MS)
    return { reason: 'same-site', why: 'without SameSite, older than two minutes, and POST from another site' };
  return undefined;
}

/** Scheme and registrable domain; good enough for loopback names and addresses, which have no public suffix. */
export function siteOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  if (/^[\d.]+$/.test(hostname) || hostname.includes(':')) return `${protocol}//${hostname}`;
  return `${protocol}//${hostname.split('.').slice(-2).join('.')}`;
}

function isTrustworthy(url: URL): boolean {
  return url.protocol === 'https:' || /(?:^|\.)localhost$/.test(url.hostname) || /^127\.|^\[::1\]$/.test(url.hostname);
}

export function parseSetCookie(header: string): {
  readonly name: string;
  readonly value: string;
  readonly attributes: ReadonlyMap<string, string>;
} {
  const [pair = '', ...rest] = header.split(';');
  const at = pair.indexOf('=');
  const name = at === -1 ? '' : pair.slice(0, at).trim();
  const value = (at === -1 ? pair : pair.slice(at + 1)).trim();
  const attributes = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf('=');
    const key = (equals === -1 ? part : part.slice(0, equals)).trim().toLowerCase();
    if (key !== '') attributes.set(key, equals === -1 ? '' : part.slice(equals + 1).trim());
  }
  return { name, value, attributes };
}

function shownAttributes(attributes: ReadonlyMap<string, string>): string {
  const names: Readonly<Record<string, string>> = {
    httponly: 'HttpOnly',
    samesite: 'SameSite',
    secure: 'Secure',
    path: 'Path',
    domain: 'Domain',
    'max-age': 'Max-Age',
    expires: 'Expires',
  };
  return [...attributes]
    .flatMap(([key, value]) => (names[key] === undefined ? [] : [value === '' ? names[key] : `${names[key]}=${value}`]))
    .join('; ');
}

function sameSiteOf(text: string | undefined): SameSite {
  const value = text?.toLowerCase();
  return value === 'strict' || value === 'lax' || value === 'none' ? value : 'unset';
}

function expiryOf(attributes: ReadonlyMap<string, string>, now: number): number | undefined {
  const maxAge = attributes.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) {
    const seconds = Number(maxAge);
    return seconds <= 0 ? 0 : Math.min(now + seconds * 1000, now + LONGEST_LIFE);
  }
  const expires = Date.parse(attributes.get('expires') ?? '');
  return Number.isNaN(expires) ? undefined : Math.min(expires, now + LONGEST_LIFE);
}

function defaultPath(path: string): string {
  const end = path.lastIndexOf('/');
  return end <= 0 ? '/' : path.slice(0, end);
}

function matchesPath(path: string, cookiePath: string): boolean {
  if (path === cookiePath) return true;
  return path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/');
}

function matchesDomain(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host));
}
