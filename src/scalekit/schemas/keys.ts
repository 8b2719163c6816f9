/** The signing keys that an environment publishes (RFC 7517). Private members of a key are dropped unread. */
import * as z from 'zod/mini';
import { optionalText } from './fields.ts';

const publicKeySchema = z.object({
  kty: z.string(),
  kid: optionalText,
  use: optionalText,
  alg: optionalText,
  n: optionalText,
  e: optionalText,
  crv: optionalText,
  x: optionalText,
  y: optionalText,
});
export type PublicKey = z.infer<typeof publicKeySchema>;

/** What is no key is left out: one broken entry must not hide the others. */
export const keySetSchema = z.object({
  keys: z.pipe(
    z.array(z.unknown()),
    z.transform((keys): PublicKey[] =>
      keys.flatMap((key) => {
        const read = publicKeySchema.safeParse(key);
        return read.success ? [read.data] : [];
      }),
    ),
  ),
});
export type KeySet = z.infer<typeof keySetSchema>;
