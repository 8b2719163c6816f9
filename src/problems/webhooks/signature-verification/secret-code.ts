/** The code for the webhook secret: as the call has it, or the canonical variable. Pure. */
import type { Verification } from './verification.ts';

export function secretCode({ secretNode, swapped }: Verification): string {
  const text = secretNode?.text ?? '';
  return !swapped && /^(?:process\.env\.\w+|[A-Za-z_$][\w$]*)$/.test(text) ? text : 'process.env.SCALEKIT_WEBHOOK_SECRET';
}
