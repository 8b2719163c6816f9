/** The session behind a pasted token, as Scalekit has it now: active, expired, revoked. The token's claims only say which one to ask for. */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { decodeJwt } from '../scalekit/jwt-decode.ts';
import type { Session } from '../scalekit/schemas/session.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { pasted } from './pasted.ts';
import { probe } from './tools.ts';

export interface PastedSession {
  readonly session: Session;
  readonly exchange: string;
  /** Epoch milliseconds. */
  readonly readAt: number;
}

export const pastedSession = probe({
  id: 'pasted-session',
  title: 'The session of the pasted token',
  reach: 'network',
  needs: { ...granted, pasted },
  observe: async (facts, tools, signal): Promise<Outcome<PastedSession>> => {
    const id = facts.pasted.artefacts.map(sessionIdIn).find((found) => found !== undefined);
    if (id === undefined) return skipped('The pasted text names no session.');
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    const result = await client.getSession(id, { signal });
    if (!result.ok) return unseen(result.failure, result.exchange);
    const value = { session: result.value, exchange: result.exchange, readAt: tools.now() };
    const evidence = seenIn(`Session ${id}`, result.exchange, { expected: 'active', actual: result.value.status });
    return /^active$/i.test(result.value.status) ? ok(value, evidence) : fault(value, evidence);
  },
});

function sessionIdIn(artefact: {
  readonly kind: string;
  readonly label: string;
  readonly token?: { reveal(): string };
}): string | undefined {
  const named = /\bses_\d{5,}\b/.exec(artefact.label)?.[0];
  if (named !== undefined || artefact.kind !== 'jwt' || !artefact.token) return named;
  const decoded = decodeJwt(artefact.token.reveal());
  const sid = decoded.ok ? decoded.token.claims['sid'] : undefined;
  return typeof sid === 'string' && /^ses_\w{3,80}$/.test(sid) ? sid : undefined;
}
