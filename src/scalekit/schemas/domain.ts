/** E-mail domains of an organization. */
import * as z from 'zod/mini';
import { enumOf, listOf, text, time } from './fields.ts';

export const domain = z.object({
  id: text,
  domain: text,
  organization_id: text,
  verification_status: enumOf(['VERIFICATION_STATUS_UNSPECIFIED', 'PENDING', 'VERIFIED', 'FAILED', 'AUTO_VERIFIED']),
  verification_method: enumOf(['VERIFICATION_METHOD_UNSPECIFIED', 'ADMIN', 'DNS', 'NOT_APPLICABLE']),
  domain_type: enumOf(['DOMAIN_TYPE_UNSPECIFIED', 'ALLOWED_EMAIL_DOMAIN', 'ORGANIZATION_DOMAIN']),
  txt_record_key: text,
  create_time: time,
  update_time: time,
});
export type Domain = z.infer<typeof domain>;

export const domainsSchema = z.object({ domains: listOf(domain) });
