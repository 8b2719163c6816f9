/** Values that were never filled in: what templates, guides and `.env.example` files put where the real one belongs. Pure. */

/** Whether `value` stands in for a value to come. An empty value is not a placeholder: it is empty. */
export function isPlaceholder(value: string): boolean {
  const text = unquoted(value);
  if (text === '') return false;
  const rest = text.replace(ID_PREFIX, '');
  return (
    WHOLE.some((pattern) => pattern.test(text) || (rest !== '' && pattern.test(rest))) ||
    PARTS.some((pattern) => pattern.test(text))
  );
}

const ID_PREFIX = /^(?:skc|m2m|m2morg|org|conn|dir|env|res|usr|whsec|test|live|sk)_/i;

/** The whole value, or all behind an id's prefix, is a filler. */
const WHOLE: readonly RegExp[] = [
  /^[<[({].*[>\])}]$/s,
  /^\$\{.*\}$/s,
  /^%[\w.-]+%$/,
  /^[.…]+$/,
  /^(?:x+|X+|\*+|-+|_+|•+|\?+)$/,
  /^(?:todo|fixme|tbd|none|null|undefined|placeholder|dummy|sample|example|foo|bar|foobar|changeit|redacted)$/i,
  /^(?:scalekit[_-]?)?(?:client|environment|env|webhook|organization|connection)[_-]?(?:id|secret|url)$/i,
  /^(?:abc|123|abc123|123abc|here|value|secret|password)$/i,
];

/** Some part of the value gives it away. */
const PARTS: readonly RegExp[] = [
  /(?:^|[^a-z0-9])your(?:[^a-z0-9]|$)/i,
  /(?:^|[^a-z0-9])your(?:app|env|domain|company|client|secret|environment|org|subdomain|tenant)/i,
  /change[_-]?me/i,
  /(?:replace|insert|paste|enter|put|add|set|fill)[_ -](?:me|this|it|in|with|your|here|the|by)/i,
  /(?:^|[_ -])(?:goes|here)(?:[_ -]?here)?$/i,
  /<[^<>]+>|\{\{[^{}]+\}\}/,
  /\.{3}|…/,
  /x{6,}|\*{4,}|•{3,}/i,
];

function unquoted(value: string): string {
  return value
    .trim()
    .replace(/^(["'`])(.*)\1$/s, '$2')
    .trim();
}
