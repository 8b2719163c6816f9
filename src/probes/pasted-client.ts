/** The client that a pasted token was issued to, by its own claims, beside the one that the app uses. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { decodeJwt } from '../scalekit/jwt-decode.ts';
import { pasted } from './pasted.ts';
import { settings } from './settings.ts';
import { probe } from './tools.ts';

export interface PastedClient {
  readonly issuedTo: string;
  readonly own: string;
}

export const pastedClient = probe({
  id: 'pasted-client',
  title: 'The client of the pasted token',
  reach: 'derived',
  needs: { pasted, settings },
  observe: ({ pasted, settings }): Outcome<PastedClient> => {
    const own = settings.clientId?.text;
    const token = pasted.artefacts.find((artefact) => artefact.kind === 'jwt');
    if (!token || own === undefined) return skipped('No token was pasted, or the app has no client id.');
    const decoded = decodeJwt(token.token.reveal());
    const claims = decoded.ok ? decoded.token.claims : {};
    const issuedTo = [claims['client_id'], claims['azp']].find((claim) => typeof claim === 'string');
    if (typeof issuedTo !== 'string') return skipped('The pasted token does not say to which client it was issued.');
    return ok({ issuedTo, own }, { label: 'Issued to', expected: own, actual: issuedTo });
  },
});
