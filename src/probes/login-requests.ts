/** What the app asks for when it starts a login: the selectors of each getAuthorizationUrl, as far as they are fixed. Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { SdkCall, Value } from '../project/code/types.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import { type NamedOrganization, namedOrganizations } from './named-organizations.ts';
import { type NamedSelector, namedSelectors } from './named-selectors.ts';
import { organizationsInQuestion } from './organizations-in-question.ts';
import { pasted } from './pasted.ts';
import { lookUpIn, resolveText } from './resolved-text.ts';
import { probe } from './tools.ts';

export type SelectorName = 'organizationId' | 'connectionId' | 'domainHint' | 'loginHint' | 'provider';

export interface LoginRequest {
  readonly selectors: Readonly<Partial<Record<SelectorName, string>>>;
  /** Options that the SDK does not know and so leaves out: `organization_id`. */
  readonly ignored: readonly string[];
  /** `environment`: the code gets its selector at run time, and there is but one organization that it can be. */
  readonly from: 'code' | 'env' | 'environment' | 'paste';
  readonly location: Location | undefined;
  readonly call: SdkCall | undefined;
}

const names: readonly SelectorName[] = ['organizationId', 'connectionId', 'domainHint', 'loginHint', 'provider'];
const parameters: Readonly<Record<string, SelectorName>> = {
  organization_id: 'organizationId',
  connection_id: 'connectionId',
  domain_hint: 'domainHint',
  domain: 'domainHint',
  login_hint: 'loginHint',
  provider: 'provider',
};
const misspelt =
  /^(?:organization_id|organisationId|orgId|org_id|connection_id|connection|conn_id|domain_hint|domain|login_hint|organization)$/;

export const loginRequests = probe({
  id: 'login-requests',
  title: 'Selectors that a login is started with',
  reach: 'derived',
  wants: {
    code,
    env: envFiles,
    pasted,
    named: namedOrganizations,
    selectors: namedSelectors,
    organizations: organizationsInQuestion,
  },
  observe: ({ code, env, pasted, named, selectors, organizations }, { given }): Outcome<readonly LoginRequest[]> => {
    const lookUp = lookUpIn(env, given.env);
    const calls = (code?.calls ?? []).filter(({ method, args }) => method === 'getAuthorizationUrl' && args[0] !== undefined);
    const read = calls.map((call) => requestOf(call, lookUp));
    const inCode = read.flatMap((request) => request ?? []);
    const isDynamic = read.includes(undefined);
    const inPaste = (pasted?.artefacts ?? []).flatMap((artefact): LoginRequest[] => {
      if (artefact.kind !== 'authorize-url') return [];
      const selectors: Partial<Record<SelectorName, string>> = {};
      for (const [name, value] of artefact.parameters) {
        const selector = parameters[name];
        if (selector && typeof value === 'string' && value !== '') selectors[selector] = value;
      }
      return [{ selectors, ignored: [], from: 'paste', location: undefined, call: undefined }];
    });
    // In a language whose code is not followed, or with a selector put together at run time, the variable alone says what is meant.
    const byVariable = calls.length > 0 && !isDynamic ? [] : [...ofOrganizations(named ?? []), ...ofOthers(selectors ?? [])];
    const inEnv = byVariable.filter(({ selectors: own }) => !inCode.some(({ selectors }) => isSame(selectors, own)));
    const [only, another] = organizations ?? [];
    const sole =
      isDynamic && inEnv.length === 0 && only && !another && !only.isNamed ? [forOrganization(only.organization.id)] : [];
    const requests = [...inCode, ...inPaste, ...inEnv, ...sole];
    if (requests.length === 0) return skipped('No login whose selectors are known is started here.');
    return ok(
      requests,
      ...requests.map(({ selectors, location }) => ({
        label: 'A login asks for',
        actual:
          Object.entries(selectors)
            .map(([name, value]) => `${name} ${value}`)
            .join(', ') || 'no connection in particular',
        ...(location ? { location } : {}),
      })),
    );
  },
});

function ofOrganizations(named: readonly NamedOrganization[]): LoginRequest[] {
  return named.filter(({ from }) => from === 'env').map(({ text, location }) => forOrganization(text, 'env', location));
}

function ofOthers(named: readonly NamedSelector[]): LoginRequest[] {
  return named.flatMap(({ kind, text, location, isRead }): LoginRequest[] => {
    if (kind === 'organization' || !isRead) return [];
    const selectors = kind === 'connection' ? { connectionId: text } : { domainHint: text };
    return [{ selectors, ignored: [], from: 'env', location, call: undefined }];
  });
}

function isSame(a: LoginRequest['selectors'], b: LoginRequest['selectors']): boolean {
  return names.every((name) => a[name] === b[name]);
}

function forOrganization(organizationId: string, from: LoginRequest['from'] = 'environment', location?: Location): LoginRequest {
  return { selectors: { organizationId }, ignored: [], from, location, call: undefined };
}

/** Undefined where a selector is only known at run time. */
function requestOf(call: SdkCall, lookUp: Parameters<typeof resolveText>[1]): LoginRequest | undefined {
  const options = call.args[1];
  const base = { from: 'code' as const, location: call.at.location, call };
  if (!call.argNodes[1] || options?.kind === 'undefined') return { ...base, selectors: {}, ignored: [] };
  if (options?.kind !== 'object' || !options.complete) return undefined;
  const selectors: Partial<Record<SelectorName, string>> = {};
  for (const name of names) {
    const value = textOf(options.properties.get(name), lookUp);
    if (value === 'dynamic') return undefined;
    if (value !== undefined) selectors[name] = value.text;
  }
  const ignored = [...options.properties.keys()].filter((name) => misspelt.test(name));
  return { ...base, selectors, ignored };
}

function textOf(
  value: Value | undefined,
  lookUp: Parameters<typeof resolveText>[1],
): { readonly text: string } | 'dynamic' | undefined {
  if (!value) return undefined;
  const resolved = resolveText(value, lookUp);
  if (resolved.kind === 'undefined') return undefined;
  if (resolved.kind === 'not-known' || resolved.unset.length > 0) return 'dynamic';
  return resolved.text === '' ? undefined : { text: resolved.text };
}
