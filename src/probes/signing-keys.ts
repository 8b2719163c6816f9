/** The keys with which the environment signs tokens (RFC 7517). */
import { fault, ok } from '../diagnosis/outcome.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { environmentOrigin } from './environment-url.ts';
import { probe } from './tools.ts';

export const signingKeys = probe({
  id: 'signing-keys',
  title: 'Signing keys of the environment',
  reach: 'network',
  needs: { origin: environmentOrigin },
  observe: async ({ origin }, { openClient }, signal) => {
    const result = await openClient(origin.origin).keys({ signal });
    if (!result.ok) return unseen(result.failure, result.exchange);
    const { keys } = result.value;
    const evidence = seenIn('Keys', result.exchange, {
      actual:
        keys
          .map((key) => key.kid ?? key.kty)
          .slice(0, 5)
          .join(', ') || 'none',
    });
    return keys.length > 0 ? ok(result.value, evidence) : fault(result.value, { ...evidence, expected: 'at least one key' });
  },
});
