/** The type of a token's claims, as far as code reads them: `<{ sub?: string; exp?: number }>`. Pure. */

const kinds: readonly (readonly [names: RegExp, type: string])[] = [
  [/^(?:exp|iat|nbf|auth_time)$/, 'number'],
  [/^(?:roles|permissions|scopes|amr)$/, 'string[]'],
  [/_verified$/, 'boolean'],
];

/** Empty where nothing is read. */
export function claimsType(names: readonly string[]): string {
  const members = [...new Set(names)].map(
    (name) => `${name}?: ${kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'string'}`,
  );
  return members.length === 0 ? '' : `<{ ${members.join('; ')} }>`;
}
