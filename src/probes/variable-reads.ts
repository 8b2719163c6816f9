/** Where the code takes Scalekit's settings from: variables and literals that reach the SDK's client, its calls, or are named after it. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { CodeAnalysis, Place, Value } from '../project/code/types.ts';
import { code } from './code.ts';
import { type PlainCodeFact, plainCode } from './plain-code.ts';
import { roleOf, type SettingRole } from './setting-roles.ts';
import { probe } from './tools.ts';

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
  wants: { code, plainCode },
  observe: ({ code, plainCode }): Outcome<{ readonly reads: readonly VariableRead[] }> => {
    if (!code && !plainCode) return skipped('There is no code here that could be read.');
    return ok({ reads: [...(code ? readsOf(code) : []), ...(plainCode ? plainReads(plainCode) : [])] });
  },
});

/** In a file that speaks of Scalekit, a variable named after it is one that the SDK gets. */
function plainReads({ reads, literals }: PlainCodeFact): VariableRead[] {
  const named = reads.flatMap((read): VariableRead[] => {
    const guess = roleOf(read.variable);
    if (guess.kind === 'none') return [];
    const { variable, alternatives, last, text, isAlternative, location, offset } = read;
    return [
      {
        role: guess.role,
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

function readsOf(analysis: CodeAnalysis): VariableRead[] {
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
  const reaching = [...ofClients, ...ofWebhooks, ...ofRedirects];
  const known = new Set(reaching.map(({ variable }) => variable));
  const byName = analysis.envReads.flatMap((read): VariableRead[] => {
    const guess = roleOf(read.name);
    if (guess.kind !== 'named' || known.has(read.name)) return [];
    return [
      {
        role: guess.role,
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
