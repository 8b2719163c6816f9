/** Webhooks are not received: the delivery fails before, at, or right behind the door of the app. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { bodyRefused } from './body-refused.ts';
import { getOnly } from './get-only.ts';
import { guarded } from './guarded.ts';
import { nameUnresolved } from './name-unresolved.ts';
import { notHttps } from './not-https.ts';
import { notPublic } from './not-public.ts';
import { redirects } from './redirects.ts';
import { rejected } from './rejected.ts';
import { routeMissing } from './route-missing.ts';
import { tlsBroken } from './tls-broken.ts';
import { tooSlow } from './too-slow.ts';
import { tunnelDead } from './tunnel-dead.ts';
import { unreachable } from './unreachable.ts';

export const notReceived = problem<ProbeTools>({
  id: 'not-received',
  category: 'webhooks',
  title: 'Webhooks are not received',
  looksLike: 'The dashboard lists failed deliveries, or nothing arrives at your endpoint at all.',
  symptoms: {
    codes: [],
    phrases: [
      'webhook not received',
      'webhook is not arriving',
      'webhook delivery failed',
      'no webhook events',
      'endpoint not called',
    ],
  },
  causes: [
    notHttps,
    notPublic,
    nameUnresolved,
    tlsBroken,
    unreachable,
    tunnelDead,
    redirects,
    routeMissing,
    getOnly,
    guarded,
    bodyRefused,
    rejected,
    tooSlow,
  ],
  docs: 'https://docs.scalekit.com/reference/webhooks/overview/',
});
