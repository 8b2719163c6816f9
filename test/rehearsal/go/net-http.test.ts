/** net/http with the real SDK of Go: methods of a struct, ServeMux patterns, sessions at the server. */
import { type FixtureApp, type Planted, rehearsed } from '../planted.ts';
import { goHere, moduleHere } from '../runtime.ts';
import { loginFaults } from './login.ts';

const app: FixtureApp = {
  name: 'net/http',
  source: 'rehearsal/go-http',
  main: 'login.go',
  prepare: moduleHere,
  env: goHere(),
};

const error = `	if code := query.Get("error"); code != "" {
		log.Printf("sign-in ended with %q", code)
		http.Error(w, "The sign-in did not go through.", http.StatusBadRequest)
		return
	}
`;
const compared = '[]byte(query.Get("state"))';
const session = 'Name: "board_session", Value: id, Path: "/", MaxAge: 86400, HttpOnly: true';
const attempt =
  'Name: "login_state", Value: options.State, Path: "/", MaxAge: 600, HttpOnly: true, SameSite: http.SameSiteLaxMode';
const renew = 'func (s *session) renew(ctx context.Context, client scalekit.Scalekit) error {\n';
const locked = `${renew}	s.mu.Lock()\n	defer s.mu.Unlock()\n`;
const rotated = '	if fresh.RefreshToken != "" {\n		s.refreshToken = fresh.RefreshToken\n	}\n';
const exchanges = 'AuthenticateWithCode(';
const refreshes = 'RefreshAccessToken(';
const verifies = 'VerifyWebhookPayload(';

const planted: readonly Planted[] = [
  { shows: 'state-missing/not-compared', act: 'state', change: [[compared, '[]byte(expected.Value)']], at: exchanges },
  {
    shows: 'state-missing/predictable',
    act: 'authorize',
    change: [['options.State = random()', 'options.State = "board"']],
    at: 'GetAuthorizationUrl(',
  },
  {
    shows: 'state-missing/not-sent',
    act: 'authorize',
    change: [['	options.State = random()\n', '']],
    at: 'GetAuthorizationUrl(',
  },
  { shows: 'callback-error-unread/error-ignored', act: 'denied', change: [[error, '']], at: exchanges },
  {
    shows: 'login-fails/failure-uncaught',
    act: 'trouble',
    change: [['result, err := b.client', 'result, _ := b.client']],
    at: 'result.User.Name',
  },
  {
    shows: 'expires-too-quickly/cookie-same-site-strict',
    act: 'login',
    change: [[attempt, attempt.replace('Lax', 'Strict')]],
    at: 'Name: "login_state"',
  },
  {
    shows: 'expires-too-quickly/cookie-path',
    act: 'login',
    change: [[attempt, attempt.replace('"/"', '"/login"')]],
    at: 'Name: "login_state"',
  },
  {
    shows: 'session-unprotected/cookie-readable',
    act: 'cookies',
    change: [[session, session.replace(', HttpOnly: true', '')]],
    at: 'Name: "board_session"',
  },
  {
    shows: 'session-unprotected/leads-elsewhere',
    act: 'return-address',
    change: [[' || strings.HasPrefix(next, "//")', '']],
    at: 'func (b *board) callback',
  },
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [['query.Get("code"), b.redirectURI,', 'query.Get("code"), b.redirectURI+"/",']],
    at: exchanges,
  },
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [['sessions.go', '{byID: map[string]*session{}}', '{}']],
    at: 's.byID[id] = one',
  },
  {
    shows: 'login-fails/start-crashes',
    act: 'login',
    change: [
      ['main.go', 'client: scalekit.NewScalekitClient(', 'client: unset('],
      ['main.go', 'func main() {', 'func unset(string, string, string) scalekit.Scalekit { return nil }\n\nfunc main() {'],
    ],
    at: 'GetAuthorizationUrl(',
  },
  {
    shows: 'login-fails/callback-not-answered',
    act: 'login',
    change: [['main.go', 'GET /auth/callback', 'GET /callback']],
  },
  {
    shows: 'idp-initiated-login/assertion-ignored',
    act: 'idp-initiated',
    change: [['ConnectionId: claims.ConnectionID, ', '']],
    at: 'GetIdpInitiatedLoginClaims(',
  },
  {
    shows: 'logout-incomplete/old-cookie-works',
    act: 'logout',
    change: [['sessions.go', '		delete(s.byID, cookie.Value)\n', '		_ = cookie\n']],
    at: 'GetLogoutUrl(',
  },
  {
    shows: 'logout-incomplete/no-hint',
    act: 'logout',
    change: [['IdTokenHint: kept.idToken, ', '']],
    at: 'GetLogoutUrl(',
    severity: 'warning',
  },
  { shows: 'token-expired/rotated-token-dropped', act: 'refresh', change: [['sessions.go', rotated, '']], at: refreshes },
  { shows: 'token-expired/no-offline-access', act: 'refresh', change: [[', "offline_access"', '']], at: refreshes },
  {
    shows: 'cannot-refresh/wrong-token',
    act: 'refresh',
    change: [['sessions.go', '(ctx, s.refreshToken)', '(ctx, s.accessToken)']],
    at: refreshes,
  },
  {
    shows: 'expires-too-quickly/refresh-raced',
    act: 'together',
    change: [['sessions.go', locked, renew]],
    at: refreshes,
    severity: 'warning',
  },
  {
    shows: 'signature-verification/good-delivery-refused',
    act: 'webhooks',
    change: [['hook.go', '	body, err := io', '	var early event\n	json.NewDecoder(r.Body).Decode(&early)\n	body, err := io']],
    at: verifies,
  },
  {
    shows: 'signature-verification/not-verified',
    act: 'webhooks',
    change: [
      ['hook.go', 'ok, err := b.client', 'ok, _ := b.client'],
      ['hook.go', 'err != nil || !ok', 'false && !ok'],
    ],
    at: verifies,
  },
];

rehearsed(app, [...planted, ...loginFaults]);
