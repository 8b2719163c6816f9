/**
 * Field types of Scalekit's JSON, as protobuf gateways print it: what has its default value may be missing or null, enums come by name
 * or number, long integers as strings. A server's odd value becomes "not known", never an exception.
 */
import * as z from 'zod/mini';

export const text = z.pipe(
  z.nullish(z.union([z.string(), z.number()])),
  z.transform((value) => (value === null || value === undefined ? '' : String(value))),
);

/** A wrapper type: absent differs from empty. */
export const optionalText = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? undefined),
);

export const flag = z.pipe(
  z.nullish(z.union([z.boolean(), z.literal(['true', 'false'])])),
  z.transform((value) => value === true || value === 'true'),
);

export const optionalFlag = z.pipe(
  z.nullish(z.boolean()),
  z.transform((value) => value ?? undefined),
);

/** A whole number, also as a string; undefined where absent or none. */
export const optionalWhole = z.pipe(z.nullish(z.union([z.number(), z.string()])), z.transform(toWhole));

export const whole = z.pipe(
  z.nullish(z.union([z.number(), z.string()])),
  z.transform((value) => toWhole(value) ?? 0),
);

function toWhole(value: number | string | null | undefined): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** An RFC 3339 time as ISO text; undefined where absent, unreadable or protobuf's zero. */
export const time = z.pipe(
  z.nullish(z.union([z.string(), z.number(), z.object({ seconds: z.union([z.string(), z.number()]) })])),
  z.transform((value) => {
    if (value === null || value === undefined || value === '') return undefined;
    const epoch =
      typeof value === 'string' ? Date.parse(value) : Number(typeof value === 'object' ? value.seconds : value) * 1000;
    return Number.isFinite(epoch) && epoch > 0 && epoch < 8.64e15 ? new Date(epoch).toISOString() : undefined;
  }),
);

export const texts = z.pipe(
  z.nullish(z.array(z.string())),
  z.transform((value) => value ?? []),
);

export function listOf<T extends z.ZodMiniType>(item: T) {
  return z.pipe(
    z.nullish(z.array(item)),
    z.transform((value) => value ?? []),
  );
}

/** A message that may be missing. */
export function optional<T extends z.ZodMiniType>(message: T) {
  return z.pipe(
    z.nullish(message),
    z.transform((value) => value ?? undefined),
  );
}

/**
 * An enum of which `names[0]` is value 0, which writers leave out. Accepts the name in any case, with the enum's own prefix
 * (`CLIENT_SECRET_STATUS_ACTIVE`) or the number; anything else is `UNKNOWN`.
 */
export function enumOf<const Name extends string>(names: readonly [Name, ...Name[]]) {
  return z.pipe(
    z.nullish(z.union([z.string(), z.number()])),
    z.transform((value): Name | 'UNKNOWN' => {
      if (value === null || value === undefined) return names[0];
      if (typeof value === 'number') return names[value] ?? 'UNKNOWN';
      const upper = value.trim().toUpperCase();
      const exact = names.find((name) => name === upper);
      const prefixed = names.filter((name) => upper.endsWith(`_${name}`)).sort((left, right) => right.length - left.length)[0];
      return exact ?? prefixed ?? 'UNKNOWN';
    }),
  );
}

/** Names and values chosen by users. */
export const freeForm = z.pipe(
  z.nullish(z.record(z.string(), z.unknown())),
  z.transform((value) => value ?? {}),
);

/** The message under `name`; some servers answer with the bare message. */
export function envelope<T extends z.ZodMiniType>(name: string, message: T) {
  return z.pipe(
    z.transform((value: unknown) => (isRecord(value) && isRecord(value[name]) ? value[name] : value)),
    message,
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
