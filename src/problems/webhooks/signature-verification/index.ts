/** Signature verification fails: mostly the bytes, then the secret, then a call that never worked. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { bodyRewritten } from './body-rewritten.ts';
import { failureIgnored } from './failure-ignored.ts';
import { notVerified } from './not-verified.ts';
import { otherSecret } from './other-secret.ts';
import { parsedBody } from './parsed-body.ts';
import { secretMalformed } from './secret-malformed.ts';
import { secretNotSet } from './secret-not-set.ts';
import { secretOfOtherKind } from './secret-of-other-kind.ts';
import { throwUnhandled } from './throw-unhandled.ts';
import { timestampRefused } from './timestamp-refused.ts';
import { unknownFunction } from './unknown-function.ts';
import { wrongArguments } from './wrong-arguments.ts';
import { wrongHeaders } from './wrong-headers.ts';
import { wrongScheme } from './wrong-scheme.ts';

export const signatureVerification = problem<ProbeTools>({
  id: 'signature-verification',
  category: 'webhooks',
  title: 'The webhook’s signature is not verified',
  looksLike: 'Deliveries arrive and your handler refuses them: Invalid Signature, Missing required headers, timestamp too old.',
  symptoms: {
    codes: ['webhookverificationerror', 'invalid_signature'],
    phrases: [
      'webhook signature invalid',
      'signature verification failed',
      'missing required headers',
      'message timestamp too old',
      'invalid secret',
    ],
  },
  causes: [
    parsedBody,
    unknownFunction,
    wrongArguments,
    wrongHeaders,
    wrongScheme,
    secretNotSet,
    secretOfOtherKind,
    secretMalformed,
    otherSecret,
    bodyRewritten,
    timestampRefused,
    failureIgnored,
    throwUnhandled,
    notVerified,
  ],
  alsoCausedBy: ['token-expired/local-clock-wrong', 'unknown-sdk-call/missing-await'],
  docs: 'https://docs.scalekit.com/reference/webhooks/overview/',
});
