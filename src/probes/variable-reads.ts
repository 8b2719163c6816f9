/** Where the code takes Scalekit's settings from: variables and literals that reach the SDK's client, its calls, or are named after it. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { CodeAnalysis, OidcConfiguration, Place, Value } from '../project/code/types.ts';
import { code } from './code.ts';
import { oidcClients } from './oidc-clients.ts';
import { type PlainCodeFact, plainCode } from './plain-code.ts';
import { environmentOriginOf } from './roles-by-value.ts';
import { roleOf, type SettingRole } from './setting-roles.ts';
import { probe } from './tools.ts';
import { type ValueRoles, valueRoles } from './value-roles.ts';

export interface VariableRead {
  readonly role: SettingRole;
  /** Undefined where a literal stands in the code instead. */
  readonly variable: string | undefined;
  /** The literal, or the value that is used when the variable is not set. */
  readonly literal: string | undefined;
  /** What is used where the variable is not set: other variables in turn, then nothing, an empty text, a text, or what was not followed. */
  readonly instead: {
    readonly variables: readonly string[];
    readonly last: 'nothing' | 'empty' | 'text' | 'unknown';
  };
  /** It is what stands in for another variable. */
  readonly isAlternative: boolean;
  /** The same file asks whether it is there. */
  readonly isGuarded?: boolean;
  /** As written: `process.env.SCALEKIT_CLIENT_ID`. Of a literal secret: what it is, not its text. */
  readonly expression: string;
  readonly location: Location;
  /** It reaches an argument of the SDK's client or of one of its calls; otherwise only its name says what it is for. */
  readonly reachesSdk: boolean;
  /** Where the reading stands in its file, and whether it runs when the module is loaded. */
  readonly offset: number;
  readonly atModuleLevel: boolean;
}

export const variableReads = probe({
  id: 'variable-reads',
  title: 'Settings that the code reads',
  reach: 'derived',
  wants: { code, plainCode, byValue: valueRoles, oidc: oidcClients },
  observe: ({ code, plainCode, byValue, oidc }): Outcome<{ readonly reads: readonly VariableRead[] }> => {
    if (!code && !plainCode) return skipped('There is no code here that could be read.');
    const roles = byValue ?? new Map<string, SettingRole>();
    return ok({ reads: [...(code ? readsOf(code, roles, oidc ?? []) : []), ...(plainCode ? plainReads(plainCode, roles) : [])] });
  },
});

/** In a file that speaks of Scalekit, a variable named after it is one that the SDK gets. */
function plainReads({ reads, literals }: PlainCodeFact, byValue: ValueRoles): VariableRead[] {
  const named = reads.flatMap((read): VariableRead[] => {
    const guess = roleOf(read.variable);
    const role = guess.kind === 'none' ? byValue.get(read.variable) : guess.role;
    if (!role) return [];
    const { variable, alternatives, last, text, isAlternative, location, offset } = read;
    return [
      {
        role,
        variable,
        literal: text,
        instead: { variables: alternatives, last },
        isAlternative,
        expression: variable,
        location,
        reachesSdk: true,
        offset,
        atModuleLevel: false,
      },
    ];
  });
  const texts = literals
    .filter(({ role }) => role !== 'redirect-uri')
    .map(({ role, text, location, offset }): VariableRead => {
      const expression = role === 'client-secret' ? 'a literal in the code' : JSON.stringify(text);
      return {
        role,
        variable: undefined,
        literal: text,
        ...written,
        expression,
        location,
        reachesSdk: true,
        offset,
        atModuleLevel: false,
      };
    });
  return [...named, ...texts];
}

function readsOf(analysis: CodeAnalysis, byValue: ValueRoles, oidc: readonly OidcConfiguration[]): VariableRead[] {
  const ofClients = analysis.clients.flatMap(({ environmentUrl, clientId, clientSecret }) => [
    ...readOf('environment-url', environmentUrl, analysis),
    ...readOf('client-id', clientId, analysis),
    ...readOf('client-secret', clientSecret, analysis),
  ]);
  const ofWebhooks = analysis.calls
    .filter(({ method }) => method === 'verifyWebhookPayload')
    // The client's secret stays one, also where it is used for the wrong thing.
    .filter(({ args: [secret] }) => secret?.kind !== 'env' || isFor('webhook-secret', secret.name))
    .flatMap((call) => readOf('webhook-secret', call.args[0], analysis));
  const ofRedirects = analysis.redirectUris.flatMap(({ value }) => readOf('redirect-uri', value, analysis));
  const ofLibraries = oidc.flatMap((client) => [
    ...readOf('environment-url', originOf(client.issuer), analysis),
    ...readOf('client-id', client.clientId, analysis),
    ...readOf('client-secret', client.clientSecret, analysis),
    ...readOf('redirect-uri', client.redirectUri, analysis),
  ]);
  const reaching = [...ofClients, ...ofWebhooks, ...ofRedirects, ...ofLibraries];
  const known = new Set(reaching.map(({ variable }) => variable));
  const byName = analysis.envReads.flatMap((read): VariableRead[] => {
    const guess = roleOf(read.name);
    const role = guess.kind === 'named' ? guess.role : guess.kind === 'none' ? byValue.get(read.name) : undefined;
    if (!role || known.has(read.name)) return [];
    return [
      {
        role,
        variable: read.name,
        literal: undefined,
        ...written,
        expression: `process.env.${read.name}`,
        location: read.at.location,
        reachesSdk: false,
        offset: read.at.start,
        atModuleLevel: read.atModuleLevel,
      },
    ];
  });
  return [...reaching, ...byName];
}

/** An issuer or the address of its discovery document, written out: the environment's own address is what counts. */
function originOf(issuer: Value): Value {
  const origin = issuer.kind === 'string' ? environmentOriginOf(issuer.text) : undefined;
  return issuer.kind === 'string' && origin !== undefined ? { ...issuer, text: origin } : issuer;
}

function isFor(role: SettingRole, variable: string): boolean {
  const guess = roleOf(variable);
  return guess.kind === 'none' || guess.role === role;
}

/** The variable, then those that stand in for it. */
function readOf(role: SettingRole, value: Value | undefined, analysis: CodeAnalysis): VariableRead[] {
  if (value?.kind === 'env') {
    const { variables, last } = insteadOf(value);
    const text = last?.kind === 'string' && last.text !== '' ? last.text : undefined;
    const kind = !last ? 'nothing' : text !== undefined ? 'text' : last.kind === 'string' ? 'empty' : 'unknown';
    const names = [value.name, ...variables];
    return names.map((variable, index) => ({
      role,
      variable,
      literal: index === 0 ? text : undefined,
      instead: { variables: variables.slice(index), last: kind },
      isAlternative: index > 0,
      isGuarded: new RegExp(`if\\s*\\(\\s*!?\\s*process\\.env\\.${variable.replace(/\W/g, '')}\\b`).test(value.at.file.text),
      expression: `process.env.${variable}`,
      ...place(value.at, analysis),
    }));
  }
  if (value?.kind === 'string') {
    const expression =
      role === 'client-secret' || role === 'webhook-secret' ? 'a literal in the code' : JSON.stringify(value.text);
    return [{ role, variable: undefined, literal: value.text, ...written, expression, ...place(value.at, analysis) }];
  }
  return [];
}

const written = { instead: { variables: [], last: 'nothing' }, isAlternative: false } as const;

function insteadOf({ fallback }: Extract<Value, { readonly kind: 'env' }>): { variables: string[]; last: Value | undefined } {
  if (fallback?.kind !== 'env') return { variables: [], last: fallback };
  const { variables, last } = insteadOf(fallback);
  return { variables: [fallback.name, ...variables], last };
}

function place(
  at: Place,
  { envReads }: CodeAnalysis,
): Pick<VariableRead, 'location' | 'reachesSdk' | 'offset' | 'atModuleLevel'> {
  const read = envReads.find((candidate) => candidate.at.file.path === at.file.path && candidate.at.start === at.start);
  return { location: at.location, reachesSdk: true, offset: at.start, atModuleLevel: read?.atModuleLevel ?? false };
}
