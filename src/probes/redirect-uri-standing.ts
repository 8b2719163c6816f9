/** How each redirect URI of the app stands with Scalekit: one standing each, so that each fault has one name. Derived. */
import { fault, type Outcome, ok } from '../diagnosis/outcome.ts';
import { matchRegistered, type NearMiss, nearMisses, type RuleBreak, redirectUriRuleBreaks } from '../scalekit/redirect-uri.ts';
import { type AuthorizeAnswers, authorizeAnswers } from './authorize-answers.ts';
import { clientSettings } from './client-settings.ts';
import { environmentUrl, wrongHostIssue } from './environment-url.ts';
import { type ListeningPorts, listeningPorts, listensFor } from './listening-ports.ts';
import { isHandled, isLocal, type RedirectUris, type RedirectUriUse, redirectUris } from './redirect-uris.ts';
import { type Setting, settings } from './settings.ts';
import { probe } from './tools.ts';

export type { NearMiss, RuleBreak } from '../scalekit/redirect-uri.ts';

export type Standing =
  | { readonly kind: 'registered'; readonly by: 'exact' | 'wildcard' | 'template' | 'answer'; readonly exchange: string }
  /** A variable that takes part in it is set nowhere. */
  | { readonly kind: 'unset'; readonly variables: readonly string[] }
  /** A placeholder was never filled in: `${HOST}/callback`, `{{org_slug}}`. */
  | { readonly kind: 'unfilled'; readonly placeholder: string }
  | { readonly kind: 'breaks-a-rule'; readonly breaks: readonly RuleBreak[]; readonly refusedIn?: string }
  /** Listed, and refused all the same, with nothing in it that would explain it. */
  | { readonly kind: 'refused'; readonly exchange: string }
  | { readonly kind: 'not-registered'; readonly near: readonly NearMiss[]; readonly exchange: string }
  /** Scalekit was not asked, or did not say. */
  | { readonly kind: 'not-judged' }
  /** The files do not tell what is sent. */
  | { readonly kind: 'not-known'; readonly why: string };

export interface JudgedUse extends RedirectUriUse {
  readonly standing: Standing;
}

export interface RedirectUriStandings {
  readonly uses: readonly JudgedUse[];
  /** The allowed callback URLs; undefined where the environment does not show them. */
  readonly allowed: { readonly uris: readonly string[]; readonly exchange: string; readonly clientId: string } | undefined;
  /** Redirect URIs that env files hold and the code does not send, though Scalekit allows them. */
  readonly unusedButAllowed: readonly Setting[];
  /** Redirect URIs that env files hold and the code does not send. */
  readonly unused: readonly Setting[];
  readonly routes: readonly string[];
  /** Undefined where the files do not say. */
  readonly ports: ListeningPorts | undefined;
  readonly tier: 'production' | 'development' | undefined;
}

export const redirectUriStandings = probe({
  id: 'redirect-uri-standing',
  title: 'Are your redirect URIs allowed?',
  reach: 'derived',
  needs: { sent: redirectUris },
  wants: { clientSettings, authorizeAnswers, environment: environmentUrl, settings, ports: listeningPorts },
  observe: ({ sent, clientSettings, authorizeAnswers, environment, settings, ports }): Outcome<RedirectUriStandings> => {
    const allowed = clientSettings && {
      uris: clientSettings.client.post_login_uris,
      exchange: clientSettings.exchange,
      clientId: settings?.clientId?.text ?? clientSettings.client.id,
    };
    // The dashboard's host says nothing about the environment's rules.
    const tier = environment && !wrongHostIssue(environment) ? environment.tier : undefined;
    const uses = sent.uses.map((use) => ({ ...use, standing: standingOf(use, allowed, authorizeAnswers, tier) }));
    const sentUris = new Set(sent.uses.map(({ uri }) => uri));
    const unused = (settings?.all ?? []).filter(
      (setting) =>
        setting.role === 'redirect-uri' && setting.fileRole !== 'other' && !sentUris.has(setting.text) && !isRead(setting, sent),
    );
    const value: RedirectUriStandings = {
      uses,
      allowed,
      unused,
      unusedButAllowed: unused.filter((setting) => allowed && matchRegistered(setting.text, allowed.uris).kind !== 'none'),
      routes: sent.routes,
      ports,
      tier,
    };
    const bad = uses.filter(({ standing }) => !['registered', 'not-judged', 'not-known'].includes(standing.kind));
    const evidence = uses.map((use) => ({
      label: use.uri ?? use.doubt ?? 'a redirect URI',
      actual: use.standing.kind,
      ...(use.location ? { location: use.location } : {}),
    }));
    return bad.length > 0 ? fault(value, ...evidence) : ok(value, ...evidence);
  },
});

function isRead(setting: Setting, sent: RedirectUris): boolean {
  return sent.uses.some((use) => use.variable === setting.variable);
}

function standingOf(
  use: RedirectUriUse,
  allowed: RedirectUriStandings['allowed'],
  answers: AuthorizeAnswers | undefined,
  tier: 'production' | 'development' | undefined,
): Standing {
  if (use.unset.length > 0) return { kind: 'unset', variables: use.unset };
  if (use.uri === undefined) return { kind: 'not-known', why: use.doubt ?? 'Its value is put together at run time.' };
  const { uri } = use;
  const match = allowed ? matchRegistered(uri, allowed.uris) : undefined;
  const answer = answers?.answers.get(uri);
  if (allowed && match && match.kind === 'exact')
    return answer?.registered === false
      ? refusedThoughListed(uri, answer.exchange)
      : { kind: 'registered', by: 'exact', exchange: allowed.exchange };
  const placeholder = /\$\{[^}]{0,200}\}|\$[A-Z_][A-Z0-9_]*|\{\{[^}]{0,200}\}\}|%[A-Z_]{1,100}%|<[^>]{1,200}>/.exec(uri)?.[0];
  if (placeholder !== undefined) return { kind: 'unfilled', placeholder };
  const breaks = redirectUriRuleBreaks(uri, tier ?? 'development');
  if (breaks.length > 0) return { kind: 'breaks-a-rule', breaks };
  if (allowed && match && match.kind !== 'none' && answer?.registered !== false)
    return { kind: 'registered', by: match.kind, exchange: allowed.exchange };
  if (answer?.registered === true) return { kind: 'registered', by: 'answer', exchange: answer.exchange };
  if (answer?.registered === false || allowed) {
    return {
      kind: 'not-registered',
      near: nearMisses(uri, [...(allowed?.uris ?? []), ...(allowed ? [] : (answers?.accepted ?? []))]),
      exchange: answer?.exchange ?? allowed?.exchange ?? '',
    };
  }
  return { kind: 'not-judged' };
}

/** What Scalekit answers is above what the list promises: a production environment takes neither http nor localhost, listed or not. */
function refusedThoughListed(uri: string, exchange: string): Standing {
  const breaks = redirectUriRuleBreaks(uri, 'production');
  return breaks.length > 0 ? { kind: 'breaks-a-rule', breaks, refusedIn: exchange } : { kind: 'refused', exchange };
}

/** Whether the app itself answers a redirect URI: by its port, and by its route where the routes are known. */
export function servesUri(
  uri: string,
  { ports, routes }: Pick<RedirectUriStandings, 'ports' | 'routes'>,
): 'yes' | 'no' | 'not-known' {
  const listens = listensFor(uri, ports);
  if (listens === 'no') return 'no';
  if (routes.length === 0) return 'not-known';
  if (!isHandled(uri, routes)) return 'no';
  // Of a host that is not this machine, the route is all that can be seen.
  return listens === 'yes' || !isLocal(uri) ? 'yes' : 'not-known';
}
