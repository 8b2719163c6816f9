/** The environment cannot be reached by name and in safety: `getaddrinfo ENOTFOUND`, `self-signed certificate in certificate chain`. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { certificateUntrusted } from './certificate-untrusted.ts';
import { unresolved } from './unresolved.ts';

export const nameResolution = problem<ProbeTools>({
  id: 'name-resolution',
  category: 'network',
  title: 'The environment cannot be reached',
  looksLike: 'Every call fails with getaddrinfo ENOTFOUND, or with “self-signed certificate in certificate chain”.',
  symptoms: { codes: [], phrases: ['scalekit host not found', 'cannot reach scalekit', 'scalekit certificate not trusted'] },
  causes: [unresolved, certificateUntrusted],
  comesFirst: true,
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
});
