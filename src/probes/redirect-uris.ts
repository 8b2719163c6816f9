/** Every redirect URI that the app sends to Scalekit, at which step, and where it is written. Derived from code, env files and the paste. */
import type { Evidence, Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { Artefact } from '../intake/types.ts';
import type { Place } from '../project/code/types.ts';
import type { EnvEntry, EnvFile } from '../project/env-file.ts';
import type { EnvFiles } from '../project/env-files.ts';
import { isLoopbackHost, splitUri } from '../scalekit/redirect-uri.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import { oidcClients } from './oidc-clients.ts';
import { pasted } from './pasted.ts';
import { type PlainCodeFact, plainCode } from './plain-code.ts';
import { redirectUrisInCode } from './redirect-uris-in-code.ts';
import { type Setting, settings } from './settings.ts';
import { probe } from './tools.ts';

/** Where a value is written, as far as it can be changed there. */
export type WrittenAt =
  | { readonly kind: 'literal'; readonly at: Place }
  | { readonly kind: 'env-entry'; readonly entry: EnvEntry; readonly file: EnvFile }
  | { readonly kind: 'elsewhere'; readonly what: string };

export interface RedirectUriUse {
  /** `authorize`: given to getAuthorizationUrl; `exchange`: to authenticateWithCode; `pasted`: read from what the user pasted. */
  readonly step: 'authorize' | 'exchange' | 'pasted';
  /** As it leaves the app; undefined where that cannot be told from the files. */
  readonly uri: string | undefined;
  /** Why it cannot be told, or what is odd about it. */
  readonly doubt?: string;
  /** Variables that take part in it and that nothing sets. */
  readonly unset: readonly string[];
  /** The variable whose value it is, when it is one variable's. */
  readonly variable?: string;
  readonly written: WrittenAt;
  /** The call's argument; undefined for what was pasted. */
  readonly location: Location | undefined;
  /** Where the value itself stands: in the call, at a constant, in an env file. */
  readonly writtenLocation: Location | undefined;
}

export interface RedirectUris {
  readonly uses: readonly RedirectUriUse[];
  /** Paths that the app handles with GET, for telling which of two URIs it can answer. */
  readonly routes: readonly string[];
}

export const redirectUris = probe({
  id: 'redirect-uris',
  title: 'Redirect URIs that the app sends',
  reach: 'derived',
  wants: { code, plainCode, oidc: oidcClients, settings, envFiles, pasted },
  observe: ({ code, plainCode, oidc, settings, envFiles, pasted }, { given }): Outcome<RedirectUris> => {
    const inLibraries = (oidc ?? []).flatMap(({ at, redirectUri }) =>
      redirectUri ? [{ step: 'authorize' as const, at, value: redirectUri }] : [],
    );
    const sent = [...(code?.redirectUris ?? []), ...inLibraries];
    const inCode = [...redirectUrisInCode(sent, envFiles, given.env), ...(plainCode ? plainUses(plainCode) : [])];
    const fromVariable = inCode.some((use) => use.step === 'authorize') ? [] : variableUse(settings?.redirectUri, envFiles);
    const uses = [...inCode, ...fromVariable, ...(pasted ? pastedUses(pasted.artefacts) : [])];
    if (uses.length === 0) return skipped('No redirect URI was found in code, env files or the pasted text.');
    const routes = code
      ? code.routes.filter((route) => /^(?:get|all|use|any)$/i.test(route.method)).map((route) => route.path)
      : [];
    return ok({ uses, routes }, ...uses.map(describe));
  },
});

const stepLabels: Readonly<Record<RedirectUriUse['step'], string>> = {
  authorize: 'Sent to the authorize endpoint',
  exchange: 'Sent with the code',
  pasted: 'In the pasted text',
};

function describe(use: RedirectUriUse): Evidence {
  return {
    label: stepLabels[use.step],
    actual: use.uri ?? use.doubt ?? 'cannot be told from the files',
    ...(use.location ? { location: use.location } : {}),
  };
}

/** In a language whose code is not read, the variable alone says what is sent. */
function variableUse(setting: Setting | undefined, env: EnvFiles | undefined): RedirectUriUse[] {
  return setting ? [asUse(setting, env)] : [];
}

/** As the file names them; what a program makes of them in between is not followed. */
function plainUses({ literals }: PlainCodeFact): RedirectUriUse[] {
  return literals.flatMap(({ role, step, text, location }) =>
    role === 'redirect-uri'
      ? [
          {
            step,
            uri: text,
            unset: [],
            written: { kind: 'elsewhere' as const, what: location.file },
            location,
            writtenLocation: location,
          },
        ]
      : [],
  );
}

function asUse(setting: Setting, env: EnvFiles | undefined): RedirectUriUse {
  return {
    step: 'authorize',
    uri: setting.text,
    unset: [],
    variable: setting.variable,
    written: writtenAt(setting, env),
    location: setting.location,
    writtenLocation: setting.location,
  };
}

function pastedUses(artefacts: readonly Artefact[]): RedirectUriUse[] {
  const uris = artefacts.flatMap((artefact) => {
    if (artefact.kind !== 'authorize-url') return [];
    return artefact.parameters.flatMap(([name, value]) => (name === 'redirect_uri' && typeof value === 'string' ? [value] : []));
  });
  return [...new Set(uris)].map((uri) => ({
    step: 'pasted',
    uri,
    unset: [],
    written: { kind: 'elsewhere', what: 'the pasted authorize URL' },
    location: undefined,
    writtenLocation: undefined,
  }));
}

export function writtenAt(setting: Setting, env: EnvFiles | undefined): WrittenAt {
  const file = env?.files.find(({ path }) => path === setting.entry?.file);
  return setting.entry && file
    ? { kind: 'env-entry', entry: setting.entry, file }
    : { kind: 'elsewhere', what: `the variable ${setting.variable}` };
}

/** Whether one of the app's routes answers the path of this URI. */
export function isHandled(uri: string, routes: readonly string[]): boolean {
  const path = splitUri(uri)?.path.replace(/\/$/, '');
  return path !== undefined && routes.some((route) => route.replace(/\/$/, '') === path);
}

export function isLocal(uri: string): boolean {
  return isLoopbackHost(splitUri(uri)?.host ?? '');
}
