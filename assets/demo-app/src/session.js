import { randomBytes } from 'node:crypto';
import { scalekit } from './scalekit.js';

const sessions = new Map();
const refreshes = new Map();
const cookie = { httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' };

export function readCookies(request, _response, next) {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='));
  request.cookies = Object.fromEntries(pairs.map(([name, value]) => [name, decodeURIComponent(value ?? '')]));
  next();
}

export function startSession(response, tokens) {
  const id = randomBytes(32).toString('base64url');
  sessions.set(id, { ...tokens });
  response.cookie('session', id, { ...cookie, maxAge: tokens.expiresIn * 1000 });
}

export function endSession(request, response) {
  const session = sessions.get(request.cookies.session);
  sessions.delete(request.cookies.session);
  response.clearCookie('session', cookie);
  return session;
}

export async function requireSession(request, response, next) {
  const session = sessions.get(request.cookies.session);
  if (!session) {
    response.redirect('/login');
    return;
  }
  if (!(await scalekit.validateAccessToken(session.accessToken))) {
    try {
      await renew(request.cookies.session, session);
    } catch {
      endSession(request, response);
      response.redirect('/login');
      return;
    }
  }
  request.session = session;
  next();
}

// One refresh at a time for a session: a second one would use a token that is dead by then.
function renew(id, session) {
  const running = refreshes.get(id) ?? refresh(session).finally(() => refreshes.delete(id));
  refreshes.set(id, running);
  return running;
}

async function refresh(session) {
  const refreshed = await scalekit.refreshAccessToken(session.accessToken);
  session.accessToken = refreshed.accessToken;
}
