/** A cookie whose Domain does not hold the host that sets it is refused by browsers (RFC 6265 §5.3, step 6). */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { removeOption } from '../../../patches/rules/remove-option.ts';
import { namedOnce } from '../../../patches/rules/replace-attribute.ts';
import { type EnvFilesFact, envFiles } from '../../../probes/env-files.ts';
import { redirectUris } from '../../../probes/redirect-uris.ts';
import { type SessionCookies, sessionCookies } from '../../../probes/session-cookies.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const cookieDomain = cause({
  id: 'cookie-domain',
  title: 'A cookie of the login is set for another domain',
  side: 'app',
  needs: { cookies: sessionCookies, uris: redirectUris },
  wants: { env: envFiles },
  judge: ({ cookies, uris, env }) => {
    const hosts = hostsOf(uris.uses);
    if (hosts.length === 0) return notApplicable('The host of the callback is not known.');
    const bad = foreign(cookies, hosts, env);
    const [first] = bad;
    const all = [...cookies.transient, ...cookies.session];
    if (!first && all.length === 0) return notApplicable('The code sets no cookie of a login.');
    const unclear = all.find((cookie) => cookie.domain !== undefined && domainOf(cookie, env) === undefined);
    if (!first && unclear)
      return undecided(
        `The domain of ${unclear.name ?? 'a cookie'} is put together at run time.`,
        'Compare it with the host of the callback: it must be that host, or one that the host ends with.',
        { label: `domain of ${unclear.name ?? 'the cookie'}`, location: unclear.domain?.place.location ?? unclear.at.location },
      );
    if (!first)
      return ruledOut(
        'No cookie of the login names a domain other than the callback’s.',
        ...all.map((cookie) => ({
          label: `domain of ${cookie.name ?? 'the cookie'}`,
          actual: domainOf(cookie, env) ?? 'none: that of the host which sets it',
          location: cookie.at.location,
        })),
      );
    return confirmed(
      isDomain(first.domain)
        ? `The cookie ${first.cookie.name ?? ''} is set for ${first.domain}, and the callback is on ${hosts.join(', ')}: browsers refuse it, so the login is lost at once.`
        : `The cookie ${first.cookie.name ?? ''} is set for “${first.domain}”, which is no domain: it takes neither scheme, port nor path.`,
      {
        evidence: bad.map(({ cookie, domain }) => ({
          label: `domain of ${cookie.name ?? 'the cookie'}`,
          expected: `none, or ${hosts.join(', ')}`,
          actual: domain,
          location: cookie.domain?.place.location ?? cookie.at.location,
          source: 'RFC 6265 §5.3',
        })),
      },
    );
  },
  remedy: ({ cookies, uris, env }) => {
    const places = foreign(cookies, hostsOf(uris.uses), env).flatMap(({ cookie }) =>
      cookie.domain && !cookie.domain.inHeader ? [cookie.domain.place] : [],
    );
    const once = places.filter((place, index) => places.findIndex(({ start }) => start === place.start) === index);
    return [
      ...remedyOfRule(
        once.map((place) => {
          const removed = removeOption(place, 'domain');
          // Where it is cleared for the old domain, it would not be cleared any more.
          return removed && { ...removed, sure: namedOnce(place, 'domain') };
        }),
        'Leave the domain out: the cookie is then for the very host that sets it',
      ),
      {
        kind: 'steps',
        summary: 'Leave the domain out, or name the host’s own',
        steps: [
          { text: 'Leave domain out of the cookie’s options, where it is set and where it is cleared.' },
          { text: 'Only to share it with subdomains, name the domain above them, without scheme and port.' },
        ],
      },
    ];
  },
});

function hostsOf(uses: readonly { readonly uri: string | undefined }[]): string[] {
  return [
    ...new Set(
      uses
        .flatMap(({ uri }) => (uri !== undefined && URL.canParse(uri) ? [new URL(uri).hostname] : []))
        .filter((host) => host !== ''),
    ),
  ];
}

type Cookie = SessionCookies['session'][number];

function foreign(
  { transient, session }: SessionCookies,
  hosts: readonly string[],
  env: EnvFilesFact | undefined,
): { readonly cookie: Cookie; readonly domain: string }[] {
  return [...transient, ...session].flatMap((cookie) => {
    const domain = domainOf(cookie, env);
    if (domain === undefined || domain === '' || hosts.length === 0) return [];
    const bare = domain.replace(/^\./, '').toLowerCase();
    return hosts.some((host) => host === bare || host.endsWith(`.${bare}`)) ? [] : [{ cookie, domain }];
  });
}

/** A text as written, or what the variable that is read there has in the env files; another expression is not known. */
function domainOf({ domain }: Cookie, env: EnvFilesFact | undefined): string | undefined {
  if (!domain) return undefined;
  const written = domain.place.file.text.slice(domain.place.start, domain.place.end);
  if (domain.inHeader || /^['"`][^$]*['"`]$/.test(written)) return domain.text;
  const variable = /^(?:process\.env\.|import\.meta\.env\.)([A-Z][A-Z0-9_]*)$/.exec(written)?.[1];
  const set = (env?.files ?? [])
    .filter(({ role }) => role === 'given' || role === 'loaded')
    .flatMap(({ entries }) => entries)
    .find(({ name }) => name === variable);
  return variable === undefined ? undefined : set?.value.trim();
}

function isDomain(text: string): boolean {
  return /^\.?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(text);
}
