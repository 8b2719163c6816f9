/** What the code does with tokens after the login: which scopes it asks for, what it keeps, checks and renews. Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { liveCalls } from '../project/code/function-uses.ts';
import type { CodeAnalysis, Place, SdkCall, TokenValidation, Value } from '../project/code/types.ts';
import { type EnvFiles, settingsOf } from '../project/env-files.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import { resolveText } from './resolved-text.ts';
import { probe } from './tools.ts';

/** Scopes the SDK asks for where none are given. */
export const defaultScopes: readonly string[] = ['openid', 'profile', 'email'];

export interface LoginCall {
  readonly call: SdkCall;
  readonly scopes: readonly string[];
  /** Undefined where the scopes cannot be told from the files. */
  readonly offlineAccess: boolean | undefined;
  readonly location: Location;
}

export interface RefreshCall {
  readonly call: SdkCall;
  readonly fieldsRead: readonly string[];
  /** Undefined where the result is handed on as a whole. */
  readonly keepsRotated: boolean | undefined;
  readonly location: Location;
}

/** A text that a check demands, with the place where it is written when it is a literal. */
export interface Demanded {
  readonly value: string;
  readonly literal: Place | undefined;
  readonly location: Location;
}

export interface ValidationCall {
  readonly validation: TokenValidation;
  readonly issuer: Demanded | undefined;
  readonly audience: Demanded | undefined;
  readonly location: Location;
}

export interface TokenHandling {
  readonly logins: readonly LoginCall[];
  /** Calls that turn a code into tokens. */
  readonly exchanges: number;
  readonly refreshes: readonly RefreshCall[];
  /** A call on the client that means to refresh, under a name that the SDK may not have. */
  readonly meansToRefresh: boolean;
  readonly refreshTokenUses: readonly { readonly location: Location }[];
  readonly validations: readonly ValidationCall[];
}

export const tokenHandling = probe({
  id: 'token-handling',
  title: 'What the code does with tokens',
  reach: 'derived',
  needs: { code },
  wants: { env: envFiles },
  observe: ({ code, env }, { given }): Outcome<TokenHandling> => {
    if (code.calls.length === 0 && code.validations.length === 0)
      return skipped('The code makes no call of the Scalekit SDK that could be followed.');
    const value: TokenHandling = {
      logins: liveCalls(code, 'getAuthorizationUrl').map(loginCall),
      exchanges: code.calls.filter(({ method }) => method === 'authenticateWithCode').length,
      refreshes: code.calls.filter(({ method }) => method === 'refreshAccessToken').map(refreshCall),
      meansToRefresh: code.clientUses.some(({ path }) => /refresh|renew/i.test(path.at(-1) ?? '')),
      refreshTokenUses: refreshTokenUses(code),
      validations: code.validations.map((validation) =>
        validationCall(validation, env ?? { files: [], unreadable: [] }, given.env),
      ),
    };
    return ok(
      value,
      ...value.logins.map(({ scopes, location }) => ({ label: 'Login asks for', actual: scopes.join(' '), location })),
      ...value.validations.map(({ location }) => ({ label: 'Checks a token', location })),
      ...value.refreshes.map(({ location }) => ({ label: 'Renews the token', location })),
    );
  },
});

function loginCall(call: SdkCall): LoginCall {
  const options = call.args[1];
  const given = options?.kind === 'object' ? options.properties.get('scopes') : undefined;
  const base = { call, location: call.at.location };
  if (call.argNodes[1] === undefined || options?.kind === 'undefined')
    return { ...base, scopes: defaultScopes, offlineAccess: false };
  if (options?.kind !== 'object' || (!given && !options.complete)) return { ...base, scopes: [], offlineAccess: undefined };
  if (!given || given.kind === 'undefined') return { ...base, scopes: defaultScopes, offlineAccess: false };
  const scopes = scopesOf(given);
  if (scopes.list.includes('offline_access')) return { ...base, scopes: scopes.list, offlineAccess: true };
  return { ...base, scopes: scopes.list, offlineAccess: scopes.complete ? false : undefined };
}

function scopesOf(value: Value): { readonly list: readonly string[]; readonly complete: boolean } {
  if (value.kind === 'string') return { list: value.text.split(/[\s,]+/).filter((scope) => scope !== ''), complete: true };
  if (value.kind !== 'array') return { list: [], complete: false };
  const list = value.items.flatMap((item) => (item.kind === 'string' ? item.text.split(/\s+/) : []));
  return { list, complete: value.complete && value.items.every((item) => item.kind === 'string') };
}

function refreshCall(call: SdkCall): RefreshCall {
  const { fields, escapes } = call.result;
  const keeps = fields.some((name) => /^refresh_?token$/i.test(name));
  return { call, fieldsRead: fields, keepsRotated: keeps ? true : escapes ? undefined : false, location: call.at.location };
}

/** Reading the field from a refresh's own result is no use of the token that the login gave. */
function refreshTokenUses(code: CodeAnalysis): { location: Location }[] {
  const kept = code.calls.filter(
    ({ method, result }) => method === 'authenticateWithCode' && result.fields.some((name) => /^refresh_?token$/i.test(name)),
  );
  const given = code.calls.filter(({ method }) => method === 'refreshAccessToken');
  return [...kept, ...given].map((call) => ({ location: call.at.location }));
}

function validationCall(
  validation: TokenValidation,
  env: EnvFiles,
  environment: Readonly<Record<string, string | undefined>>,
): ValidationCall {
  const lookUp = (name: string) => settingsOf(env, name, environment)[0];
  const demanded = (value: Value | undefined): Demanded | undefined => {
    const resolved = value ? resolveText(value, lookUp) : undefined;
    if (!value || resolved?.kind !== 'text' || resolved.unset.length > 0) return undefined;
    return { value: resolved.text, literal: value.kind === 'string' ? value.at : undefined, location: value.at.location };
  };
  return {
    validation,
    issuer: demanded(validation.issuer),
    audience: demanded(validation.audience),
    location: validation.at.location,
  };
}
