/** Hears from the app who has logged in on its own page. */
import type { AuthService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/auth_pb.js';
import { newId } from '../../ids.ts';
import { found, notFound } from '../failure.ts';
import type { Implementation } from '../implementation.ts';

export const ownLogins: Implementation<typeof AuthService> = {
  updateLoginUserDetails: ({ connectionId, loginRequestId, user }, environment) => {
    found(environment.store.connections.get(connectionId), 'connection');
    const request = found(environment.loginRequests.get(loginRequestId), 'login request');
    if (request.connectionId !== connectionId || request.expiresAt <= environment.now()) throw notFound('login request');
    request.user = user;
    return { authRequestId: newId('auth') };
  },
};
