/** Login by a code or a link in an e-mail. No e-mail goes out: the control API shows what would have been in it. */
import { randomBytes, randomInt } from 'node:crypto';
import {
  type PasswordlessService,
  PasswordlessType,
  type SendPasswordlessResponse,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/passwordless_pb.js';
import type { PasswordlessRequest } from '../../environment.ts';
import type { Parts } from '../../messages.ts';
import { found, invalid } from '../failure.ts';
import type { Implementation } from '../implementation.ts';

/** Seconds. */
const DEFAULT_VALIDITY = 300;

export const passwordless: Implementation<typeof PasswordlessService> = {
  sendPasswordlessEmail: ({ email, template, state, expiresIn }, environment) => {
    if (email === '') throw invalid('email is required');
    const id = randomBytes(24).toString('base64url');
    const validSeconds = expiresIn || DEFAULT_VALIDITY;
    const request: PasswordlessRequest = {
      email,
      template: template ?? 0,
      state,
      validSeconds,
      code: String(randomInt(1_000_000)).padStart(6, '0'),
      linkToken: randomBytes(24).toString('base64url'),
      expiresAt: environment.now() + validSeconds * 1000,
      used: false,
    };
    environment.passwordless.set(id, request);
    return answer(id, request);
  },
  resendPasswordlessEmail: ({ authRequestId }, environment) => {
    const request = found(environment.passwordless.get(authRequestId), 'authentication request');
    if (request.used) throw invalid('the authentication request was completed');
    request.expiresAt = environment.now() + request.validSeconds * 1000;
    return answer(authRequestId, request);
  },
  verifyPasswordlessEmail: ({ authCredential, authRequestId }, environment) => {
    const open = [...environment.passwordless]
      .filter(([id]) => authRequestId === undefined || id === authRequestId)
      .map(([, request]) => request)
      .find(({ code, linkToken }) => authCredential.value === (authCredential.case === 'code' ? code : linkToken));
    if (!open || open.used || open.expiresAt <= environment.now()) throw invalid('the code or link is wrong or has expired');
    open.used = true;
    return {
      email: open.email,
      template: open.template,
      passwordlessType: PasswordlessType.LINK_OTP,
      state: open.state,
    };
  },
};

function answer(authRequestId: string, { expiresAt, validSeconds }: PasswordlessRequest): Parts<SendPasswordlessResponse> {
  return {
    authRequestId,
    expiresAt: BigInt(Math.floor(expiresAt / 1000)),
    expiresIn: validSeconds,
    passwordlessType: PasswordlessType.LINK_OTP,
  };
}
