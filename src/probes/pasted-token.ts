/** A pasted token, checked against the environment's keys and the app's settings: signature, issuer, audience, times, algorithm. */
import { fault, type Outcome, ok, skipped, unknown } from '../diagnosis/outcome.ts';
import { inspectJwt, type JwtCheck } from '../scalekit/jwt.ts';
import { environmentUrl } from './environment-url.ts';
import { pasted } from './pasted.ts';
import { settings } from './settings.ts';
import { signingKeys } from './signing-keys.ts';
import { probe } from './tools.ts';

export interface PastedTokenFact {
  readonly checks: readonly JwtCheck[];
}

export const pastedToken = probe({
  id: 'pasted-token',
  title: 'The token you pasted',
  reach: 'derived',
  needs: { pasted },
  wants: { keys: signingKeys, environment: environmentUrl, settings },
  observe: async ({ pasted, keys, environment, settings }, { now }): Promise<Outcome<PastedTokenFact>> => {
    const token = pasted.artefacts.find((artefact) => artefact.kind === 'jwt');
    if (!token) return skipped('No token was pasted.');
    const inspection = await inspectJwt(token.token.reveal(), {
      now: now(),
      ...(keys ? { keys } : {}),
      ...(environment?.origin === undefined ? {} : { issuer: environment.origin }),
      ...(settings?.clientId ? { audiences: [settings.clientId.text], clientId: settings.clientId.text } : {}),
    });
    if (!inspection.ok)
      return unknown(
        `The pasted token cannot be read (${inspection.problem}).`,
        'Copy the whole token: three parts with a dot between each.',
      );
    const { checks } = inspection;
    const evidence = checks
      .filter((check) => check.state !== 'pass')
      .map((check) => ({
        label: `Token: ${check.id}`,
        ...(check.expected === undefined ? {} : { expected: check.expected }),
        ...(check.actual === undefined ? {} : { actual: check.actual }),
        ...(check.note === undefined ? {} : { note: check.note }),
      }));
    return checks.some((check) => check.state === 'fail') ? fault({ checks }, ...evidence) : ok({ checks }, ...evidence);
  },
});

/** The check of that name, when it failed. */
export function failedCheck(token: PastedTokenFact | undefined, id: JwtCheck['id']): JwtCheck | undefined {
  return token?.checks.find((check) => check.id === id && check.state === 'fail');
}

/** It was compared, and it is as it should be. */
export function passedCheck(token: PastedTokenFact | undefined, id: JwtCheck['id']): boolean {
  return token?.checks.some((check) => check.id === id && check.state === 'pass') ?? false;
}
