/** Answers of the token endpoint: tokens (RFC 6749 §5.1) and errors (§5.2). */
import * as z from 'zod/mini';
import { optionalText, optionalWhole } from './fields.ts';

export const tokenAnswerSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  token_type: optionalText,
  expires_in: optionalWhole,
  refresh_token: optionalText,
  id_token: optionalText,
  scope: optionalText,
});
export type TokenAnswer = z.infer<typeof tokenAnswerSchema>;

export const oauthErrorSchema = z.object({
  error: z.string().check(z.minLength(1)),
  error_description: optionalText,
  error_uri: optionalText,
});
export type OAuthError = z.infer<typeof oauthErrorSchema>;
