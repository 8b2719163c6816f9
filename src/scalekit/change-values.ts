/** The fields that a change in the environment sets: what was sent, where they are read, and how they are put back. Pure. */

export interface SentChange {
  readonly method: string;
  /** Under the environment URL, e.g. `/api/v1/clients/skc_1`; a verb behind a colon is an action on what stands before it. */
  readonly path: string;
  readonly body: unknown;
}

export type Values = Readonly<Record<string, unknown>>;

/** What the change leaves in Scalekit; undefined where that cannot be told from it. */
export function valuesSent({ method, path, body }: SentChange): Values | undefined {
  if (method !== 'PATCH') return undefined;
  const verb = verbOf(path);
  if (verb === 'enable') return { enabled: true };
  if (verb === 'disable') return { enabled: false };
  if (verb !== undefined || !isRecord(body)) return undefined;
  const { policy } = body;
  return isRecord(policy) ? policy : body;
}

/** Where the same fields are read. */
export function readingPath(path: string): string {
  return path.replace(/:[a-z]+$/, '');
}

/** Out of an answer with or without its envelope. What is not told is as Protobuf leaves it out: empty. */
export function valuesIn(answer: unknown, sent: Values): Values | undefined {
  if (!isRecord(answer)) return undefined;
  const inner = Object.values(answer).filter(isRecord);
  const record = inner.length === 1 && Object.keys(answer).length === 1 ? inner[0] : answer;
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, record?.[name] ?? emptyLike(value)]));
}

/** Numbers may come as texts, and lists in another order. */
export function isSame(one: Values, other: Values): boolean {
  return Object.keys(one).every((name) => plain(one[name]) === plain(other[name]));
}

/** The change that puts the fields back as they were. */
export function opposite(
  change: SentChange,
  was: Values,
): { readonly method: 'PATCH'; readonly path: string; readonly body: unknown } {
  const verb = verbOf(change.path);
  const method = 'PATCH';
  if (verb !== undefined)
    return { method, path: `${readingPath(change.path)}:${was['enabled'] === true ? 'enable' : 'disable'}`, body: {} };
  if (!isRecord(change.body) || !isRecord(change.body['policy'])) return { method, path: change.path, body: was };
  // An organization without a policy of its own has no timeouts either.
  const policy = was['policy_source'] === 'CUSTOM' ? was : { policy_source: 'APPLICATION' };
  return { method, path: change.path, body: { policy } };
}

export function wordsOf(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') || '(none)' : String(value) || '(none)'}`)
    .join('; ');
}

const verbOf = (path: string): string | undefined => /:([a-z]+)$/.exec(path)?.[1];

function emptyLike(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value === 'number') return 0;
  return typeof value === 'boolean' ? false : '';
}

function plain(value: unknown): string {
  return Array.isArray(value) ? JSON.stringify(value.map(String).sort()) : String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
