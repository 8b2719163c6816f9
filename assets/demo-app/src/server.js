import { randomBytes } from 'node:crypto';
import express from 'express';
import { redirectUri, scalekit } from './scalekit.js';
import { endSession, readCookies, requireSession, startSession } from './session.js';
import { webhooks } from './webhooks.js';

const app = express();
app.use(express.json());
app.use('/webhooks', webhooks);
app.use(readCookies);

app.get('/login', async (request, response) => {
  const state = randomBytes(16).toString('hex');
  response.cookie('state', state, { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' });
  const scopes = ['openid', 'profile', 'email'];
  // Also the initiate-login URL: an identity provider that starts the login sends people here.
  const { idp_initiated_login: assertion } = request.query;
  if (assertion) {
    const claims = await scalekit.getIdpInitiatedLoginClaims(assertion);
    response.redirect(
      scalekit.getAuthorizationUrl(redirectUri, {
        state,
        connectionId: claims.connection_id,
        loginHint: claims.login_hint,
        scopes,
      }),
    );
    return;
  }
  response.redirect(
    scalekit.getAuthorizationUrl(redirectUri, { state, organizationId: process.env.SCALEKIT_ORGANIZATION_ID, scopes }),
  );
});

app.get('/auth/callback', async (request, response) => {
  const { code, error, error_description: description, state } = request.query;
  if (error) {
    response.status(400).type('text').send(`Sign-in failed: ${error}. ${description ?? ''}`);
    return;
  }
  if (!state || state !== request.cookies.state) {
    response.status(400).send('Sign-in failed: the state does not match.');
    return;
  }
  response.clearCookie('state');
  const { accessToken, refreshToken, idToken, user, expiresIn } = await scalekit.authenticateWithCode(code, redirectUri);
  startSession(response, { accessToken, refreshToken, idToken, user, expiresIn });
  response.redirect('/me');
});

app.get('/me', requireSession, (request, response) => {
  response.json({ user: request.session.user });
});

app.get('/logout', (request, response) => {
  const session = endSession(request, response);
  response.redirect(scalekit.getLogoutUrl({ idTokenHint: session?.idToken, postLogoutRedirectUri: 'http://localhost:3000/' }));
});

app.get('/', (_request, response) => {
  response.send('<a href="/login">Sign in</a>');
});

const port = Number(process.env.PORT ?? 3000);
app.listen(port, () => console.log(`Listening on http://localhost:${port}`));
