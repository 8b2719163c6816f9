/** The small apps of every remedy, in one list. */
import { callbackErrorCases } from './callback-error-cases.ts';
import { contextCases } from './context-cases.ts';
import type { RemedyCase } from './harness.ts';
import { helperCases } from './helper-cases.ts';
import { logoutCases } from './logout-cases.ts';
import { secretCases } from './secret-cases.ts';
import { sessionCases } from './session-cases.ts';
import { stateCases } from './state-cases.ts';
import { stateElsewhereCases } from './state-elsewhere-cases.ts';
import { webhookCases } from './webhook-cases.ts';
import { webhookCheckCases } from './webhook-check-cases.ts';
import { webhookHeaderCases } from './webhook-header-cases.ts';

export const remedyCases: readonly RemedyCase[] = [
  ...stateCases,
  ...stateElsewhereCases,
  ...helperCases,
  ...contextCases,
  ...callbackErrorCases,
  ...webhookCases,
  ...webhookCheckCases,
  ...webhookHeaderCases,
  ...sessionCases,
  ...logoutCases,
  ...secretCases,
];
