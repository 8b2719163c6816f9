/** The environment's certificate: valid, for this host, by an authority this computer trusts (RFC 5280, RFC 9525)? */
import { fault, type Outcome, ok, skipped, unknown } from '../diagnosis/outcome.ts';
import type { TlsLook } from '../scalekit/network.ts';
import { connection, portOf } from './connection.ts';
import { environmentOrigin } from './environment-url.ts';
import { probe } from './tools.ts';

export type TlsFact = Extract<TlsLook, { readonly ok: true }>;

export const tlsChain = probe({
  id: 'tls-chain',
  title: 'TLS certificate of the environment',
  reach: 'network',
  needs: { origin: environmentOrigin, connection },
  deadlineMs: 6_000,
  observe: async ({ origin, connection }, { network }, signal): Promise<Outcome<TlsFact>> => {
    if (origin.protocol !== 'https:') return skipped('The environment is on this machine and speaks plain http.');
    if (!connection.connects) return skipped('There is no connection, so no certificate was shown.');
    const look = await network.inspectTls(origin.hostname, portOf(origin), signal);
    if (!look.ok)
      return unknown(look.failure.sentence, 'Run again; if it stays, something between here and Scalekit breaks TLS.');
    const [leaf] = look.chain;
    const evidence = [
      { label: 'Certificate for', actual: leaf?.subject ?? 'nobody', note: `Issued by ${leaf?.issuer ?? 'nobody'}.` },
      { label: 'Valid until', actual: leaf?.validTo ?? 'unknown' },
    ];
    if (look.authorized) return ok(look, ...evidence);
    return fault(look, ...evidence, {
      label: 'Judgement',
      expected: 'trusted',
      actual: look.code ?? look.problem ?? 'not trusted',
    });
  },
});
