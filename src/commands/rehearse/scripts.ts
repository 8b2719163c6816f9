/** Addresses of the app that its own pages and scripts ask: `fetch('/api/login', { method: 'POST' })`, `<form action>`, `location.href =`. Pure. */

export interface Asked {
  readonly method: 'get' | 'post';
  readonly path: string;
}

const PATH = String.raw`['"\`](?:\$\{[^}]{0,60}\})?(\/[\w\-./]{1,80})(?:\?[^'"\`]{0,120})?['"\`]`;
/** The call with what stands right behind the address: its options say the method. */
const FETCH = new RegExp(String.raw`\b(?:fetch|\$fetch|useFetch|ofetch|ky|request)\s*\(\s*${PATH}\s*(,\s*\{[\s\S]{0,160})?`, 'g');
const CLIENT = new RegExp(
  String.raw`\b(?:axios|ky|http|api|client|\$http)\s*\.\s*(get|post|put)\s*(?:<[^>(]{0,80}>)?\(\s*${PATH}`,
  'g',
);
const LEADS = new RegExp(
  String.raw`(?:\bhref\s*=\s*\{?|\baction\s*=\s*\{?|location(?:\.href)?\s*=|location\.(?:assign|replace)\(|\bwindow\.open\()\s*${PATH}`,
  'g',
);

export function askedIn(texts: ReadonlyMap<string, string>): Asked[] {
  const all = new Map<string, Asked>();
  const add = (method: Asked['method'], path: string): void => void all.set(`${method} ${path}`, { method, path });
  for (const text of texts.values()) {
    for (const [, path = '', options = ''] of text.matchAll(FETCH))
      add(/method\s*:\s*['"`](?:POST|PUT)['"`]/i.test(options.split(/\)\s*[;.]/)[0] ?? '') ? 'post' : 'get', path);
    for (const [, verb = '', path = ''] of text.matchAll(CLIENT)) add(verb === 'get' ? 'get' : 'post', path);
    for (const [, path = ''] of text.matchAll(LEADS)) add('get', path);
  }
  return [...all.values()];
}

/** Routes that a file is by its place: SvelteKit, Nuxt, Remix and React Router, Astro, Next.js. */
export function fileRoutes(files: Iterable<string>): string[] {
  return [...new Set([...files].flatMap((file) => fileRoute(file) ?? []))].filter((path) => !/[[\]$]/.test(path));
}

function fileRoute(file: string): string | undefined {
  const svelte = /(?:^|\/)src\/routes\/(.*?)\/?\+(?:server|page|page\.server)\.[jt]s$/.exec(file)?.[1];
  if (svelte !== undefined) return clean(svelte);
  const nuxt = /(?:^|\/)server\/(api\/|routes\/)(.+?)(?:\.(?:get|post))?\.[jt]s$/.exec(file);
  if (nuxt) return clean(`${nuxt[1] === 'api/' ? 'api/' : ''}${nuxt[2] ?? ''}`);
  const next = /(?:^|\/)(?:src\/)?app\/(.*?)\/?(?:route|page)\.[jt]sx?$/.exec(file)?.[1];
  if (next !== undefined) return clean(next);
  const pages = /(?:^|\/)(?:src\/)?pages\/(.+?)\.(?:[jt]sx?|astro|vue)$/.exec(file)?.[1];
  if (pages !== undefined && !/(?:^|\/)_/.test(pages)) return clean(pages);
  const remix = /(?:^|\/)app\/routes\/(.+?)\.[jt]sx?$/.exec(file)?.[1];
  return remix === undefined ? undefined : clean(remix.replace(/\/route$/, '').replaceAll('.', '/'));
}

/** The address has neither groups in brackets nor the leading underscore of a folder. */
function clean(route: string): string {
  const parts = route
    .split('/')
    .filter((part) => part !== '' && !/^\(.*\)$/.test(part) && part !== 'index' && part !== '_index')
    .map((part) => part.replace(/^_|_$/g, ''));
  return `/${parts.join('/')}`;
}
