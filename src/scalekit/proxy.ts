/** Which way a request goes out: directly or through the proxy that the environment variables name. Pure. */
import { isLoopbackHost } from './environment-url.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

export type Route =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly uri: string; readonly host: string; readonly variable: string }
  | { readonly kind: 'unusable-proxy'; readonly variable: string };

/**
 * As curl and axios read the variables: lower case first, `NO_PROXY` as a list of hosts, suffixes and ports. One exception: a loopback
 * address means another machine to a proxy that is elsewhere, so only a proxy on this machine is asked for it.
 */
export function routeFor(url: URL, variables: Variables): Route {
  const named = proxyVariable(url.protocol, variables);
  if (!named || isExempt(url, read(variables, 'no_proxy')?.value ?? '')) return { kind: 'direct' };
  const proxy = proxyUrl(named.value);
  if (!proxy) return { kind: 'unusable-proxy', variable: named.variable };
  if (isLoopbackHost(url.hostname) && !isLoopbackHost(proxy.hostname)) return { kind: 'direct' };
  return { kind: 'proxy', uri: proxy.href, host: proxy.host, variable: named.variable };
}

interface Named {
  readonly variable: string;
  readonly value: string;
}

function proxyVariable(protocol: string, variables: Variables): Named | undefined {
  const own = read(variables, protocol === 'https:' ? 'https_proxy' : 'http_proxy');
  return own ?? read(variables, 'all_proxy');
}

function read(variables: Variables, name: string): Named | undefined {
  for (const variable of [name, name.toUpperCase()]) {
    const value = variables[variable]?.trim();
    if (value) return { variable, value };
  }
  return undefined;
}

function proxyUrl(value: string): URL | undefined {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`);
    return ['http:', 'https:', 'socks5:', 'socks:'].includes(url.protocol) && url.hostname !== '' ? url : undefined;
  } catch {
    return undefined;
  }
}

function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => covers(entry.toLowerCase(), host, port));
}

function covers(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const bracketed = /^\[(.+)\](?::(\d+))?$/.exec(entry);
  const [, name, onlyPort] = bracketed ?? /^(.*?)(?::(\d+))?$/.exec(entry.split(':').length > 2 ? `[${entry}]` : entry) ?? [];
  if (name === undefined || (onlyPort !== undefined && onlyPort !== port)) return false;
  const suffix = name.replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}
