/** Logins that Scalekit refused for want of a connection: answered just now, or in what the user pasted. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { loginAnswers } from './login-answers.ts';
import type { LoginRequest } from './login-requests.ts';
import { pasted } from './pasted.ts';
import { probe } from './tools.ts';

export interface SsoRefusal {
  readonly code: string;
  readonly from: 'asked' | 'pasted';
  readonly request: LoginRequest | undefined;
  readonly exchange: string | undefined;
}

export const ssoRefusals = probe({
  id: 'sso-refusals',
  title: 'Logins refused for want of a connection',
  reach: 'derived',
  wants: { answers: loginAnswers, pasted },
  observe: ({ answers, pasted }): Outcome<readonly SsoRefusal[]> => {
    if (!answers && !pasted) return skipped('No login was asked for, and nothing was pasted.');
    const asked = (answers ?? []).flatMap(({ answer, request, exchange }): SsoRefusal[] =>
      'error' in answer ? [{ code: answer.error, from: 'asked', request, exchange }] : [],
    );
    const codes = (pasted?.artefacts ?? []).flatMap((artefact) => {
      if (artefact.kind === 'error-code') return [artefact.code];
      return (artefact.kind === 'callback-url' || artefact.kind === 'axios-error') && artefact.error !== undefined
        ? [artefact.error]
        : [];
    });
    const told = [...new Set(codes)].map(
      (code): SsoRefusal => ({ code, from: 'pasted', request: undefined, exchange: undefined }),
    );
    const all = [...asked, ...told];
    return ok(
      all,
      ...all.map(({ code, exchange }) => ({
        label: 'Refused with',
        actual: code,
        ...(exchange === undefined ? {} : { exchange }),
      })),
    );
  },
});

/** Was a login refused with one of these codes? */
export function refusedWith(refusals: readonly SsoRefusal[], codes: readonly string[]): SsoRefusal | undefined {
  return refusals.find(({ code }) => codes.includes(code));
}
