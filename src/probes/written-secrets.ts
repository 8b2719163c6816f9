/** Secrets that stand in source code, and secrets under names that bundlers hand to the browser. The values stay here. */
import type { Location } from '../diagnosis/evidence.ts';
import { fault, type Outcome, ok } from '../diagnosis/outcome.ts';
import type { Place, Value } from '../project/code/types.ts';
import { isPlaceholder } from '../scalekit/placeholders.ts';
import { code } from './code.ts';
import { oidcClients } from './oidc-clients.ts';
import { plainCode } from './plain-code.ts';
import { canonicalNames, publicPrefix, type SettingRole } from './setting-roles.ts';
import { type Setting, settings } from './settings.ts';
import { probe } from './tools.ts';

export interface WrittenSecret {
  readonly role: SettingRole;
  readonly location: Location;
  /** The literal with its quotes, where a patch can reach it. */
  readonly place: Place | undefined;
  /** A variable that an env file sets to this very value. */
  readonly variable: string | undefined;
  /** It stands in for a variable, `name`, that is not set: `place` takes in the operator. */
  readonly isFallback?: boolean;
  readonly name?: string;
}

export interface WrittenSecrets {
  readonly inSource: readonly WrittenSecret[];
  readonly exposed: readonly Setting[];
}

const secretRoles: readonly SettingRole[] = ['client-secret', 'webhook-secret'];

export const writtenSecrets = probe({
  id: 'written-secrets',
  title: 'Secrets in the source code',
  reach: 'derived',
  wants: { code, plainCode, oidc: oidcClients, settings },
  observe: ({ code, plainCode, oidc, settings }, { redactor }): Outcome<WrittenSecrets> => {
    const values = [
      ...(code?.clients ?? []).map(({ clientSecret }) => ['client-secret', clientSecret] as const),
      ...(code?.calls ?? [])
        .filter(({ method }) => method === 'verifyWebhookPayload')
        .map(({ args }) => ['webhook-secret', args[0]] as const),
      ...(code?.secretsByHand ?? []).map((value) => ['client-secret', value] as const),
      ...(oidc ?? []).map(({ clientSecret }) => ['client-secret', clientSecret] as const),
    ];
    const set = (settings?.all ?? []).filter(({ from }) => from !== 'code');
    const variableOf = (role: SettingRole, text: string): string | undefined =>
      set.find((setting) => setting.variable === canonicalNames[role] && setting.text === text)?.variable ??
      set.find((setting) => setting.text === text)?.variable;
    const inScripts = values.flatMap(([role, value]): WrittenSecret[] => {
      const literal = literalOf(value);
      if (!literal || !looksSecret(literal.text)) return [];
      redactor.learn(literal.text);
      const { at, text } = literal;
      const variable = variableOf(role, text);
      if (value?.kind !== 'env') return [{ role, location: at.location, place: at, variable, isFallback: false }];
      const isSet = set.some((setting) => setting.variable === value.name);
      const place = fallbackPlace(value, literal);
      return [
        { role, location: at.location, place, variable: isSet ? value.name : undefined, isFallback: true, name: value.name },
      ];
    });
    const inOthers = (plainCode?.literals ?? []).flatMap(({ role, text, location, isConfig }): WrittenSecret[] =>
      role === 'client-secret' && !isConfig && looksSecret(text)
        ? [{ role, location, place: undefined, variable: variableOf(role, text) }]
        : [],
    );
    const exposed = set.filter(
      ({ role, variable, text }) => secretRoles.includes(role) && publicPrefix.test(variable) && looksSecret(text),
    );
    const inSource = [...inScripts, ...inOthers].filter(
      ({ location }, index, all) => all.findIndex((other) => other.location === location) === index,
    );
    const evidence = [
      ...inSource.map(({ role, location }) => ({ label: `A ${role.replace('-', ' ')} in the code`, location })),
      ...exposed.map(({ variable, location }) => ({ label: variable, ...(location ? { location } : {}) })),
    ];
    return evidence.length > 0 ? fault({ inSource, exposed }, ...evidence) : ok({ inSource, exposed });
  },
});

/** From the operator to the end of the literal: `process.env.X || 'secret'` keeps its first half. */
function fallbackPlace(
  value: Extract<Value, { readonly kind: 'env' }>,
  { at }: Extract<Value, { readonly kind: 'string' }>,
): Place | undefined {
  const { file, start, end } = at;
  if (value.at.file !== file || value.at.end > start) return undefined;
  return /^\s*(?:\|\||\?\?)\s*$/.test(file.text.slice(value.at.end, start)) ? { ...at, start: value.at.end, end } : undefined;
}

/** The text itself, or the one that is used when a variable is not set. */
function literalOf(value: Value | undefined): Extract<Value, { readonly kind: 'string' }> | undefined {
  if (value?.kind === 'string') return value;
  return value?.kind === 'env' ? literalOf(value.fallback) : undefined;
}

function looksSecret(text: string): boolean {
  return text.length >= 12 && !/\s/.test(text) && !isPlaceholder(text);
}
