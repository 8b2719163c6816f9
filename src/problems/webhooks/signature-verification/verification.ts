/** The type of what `webhook-verification` finds, for causes and steps. */

import type { ValueOf } from '../../../diagnosis/fact.ts';
import type { webhookVerification } from '../../../probes/webhook-verification.ts';

export type Verification = ValueOf<typeof webhookVerification>[number];
