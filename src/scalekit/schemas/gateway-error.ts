/** The error body of the management API: a gRPC status as JSON, its details carrying Scalekit's own error code. */
import * as z from 'zod/mini';
import { listOf, optionalText, text } from './fields.ts';

const violation = z.object({ field: text, description: text, constraint: text });

const detail = z.object({
  error_code: optionalText,
  request_info: z.nullish(z.object({ request_id: optionalText })),
  validation_error_info: z.nullish(z.object({ field_violations: listOf(violation) })),
});

export const gatewayErrorSchema = z.object({
  /** The gRPC code: 16 unauthenticated, 7 permission denied, 5 not found … */
  code: z.union([z.number(), z.string()]),
  message: text,
  details: z.pipe(
    z.nullish(z.array(z.unknown())),
    z.transform((details) =>
      (details ?? []).flatMap((entry) => {
        const read = detail.safeParse(entry);
        return read.success ? [read.data] : [];
      }),
    ),
  ),
});
export type GatewayError = z.infer<typeof gatewayErrorSchema>;
