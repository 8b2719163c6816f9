/** The form of a rule for a well-known secret: how it begins, and how it goes on. */

export interface PatternRule {
  readonly id: string;
  readonly kind: string;
  /** Where a word begins: three letters or more, or two where the word has at least sixteen. */
  readonly prefixes: readonly string[];
  /** The whole secret, from its first letter. Without nested repetition. */
  readonly pattern: RegExp;
  /** Group of the pattern that is secret, where not all of it is. */
  readonly group?: number;
}

/** `rule('id', 'kind', 'ab', /ab[a-z]{4}/)`. */
export function rule(
  id: string,
  kind: string,
  prefixes: string | readonly string[],
  pattern: RegExp,
  group?: number,
): PatternRule {
  return {
    id,
    kind,
    prefixes: typeof prefixes === 'string' ? [prefixes] : prefixes,
    pattern: new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}y`),
    ...(group === undefined ? {} : { group }),
  };
}
