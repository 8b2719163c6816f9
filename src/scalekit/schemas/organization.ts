/** Organizations: the customers of the user's application. */
import * as z from 'zod/mini';
import { enumOf, envelope, flag, freeForm, listOf, optional, text, time, whole } from './fields.ts';

const organization = z.object({
  id: z.string(),
  display_name: text,
  external_id: text,
  slug: text,
  region_code: enumOf(['REGION_CODE_UNSPECIFIED', 'US', 'EU']),
  metadata: freeForm,
  settings: optional(z.object({ features: listOf(z.object({ name: text, enabled: flag })) })),
  create_time: time,
  update_time: time,
});
export type Organization = z.infer<typeof organization>;

export const organizationSchema = envelope('organization', organization);
export const organizationsSchema = z.object({
  organizations: listOf(organization),
  next_page_token: text,
  prev_page_token: text,
  total_size: whole,
});
export type Organizations = z.infer<typeof organizationsSchema>;
