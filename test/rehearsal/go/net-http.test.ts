/** net/http with the real SDK of Go: methods of a struct, ServeMux patterns, sessions at the server. */
import { type FixtureApp, type Planted, rehearsed } from '../planted.ts';
import { goHere, moduleHere } from '../runtime.ts';

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
const board = 'Name: "board_session", Value: id, Path: "/", MaxAge: 86400, HttpOnly: true';
const stateCookie =
  'Name: "login_state", Value: options.State, Path: "/", MaxAge: 600, HttpOnly: true, SameSite: http.SameSiteLaxMode';
const locked =
  'func (s *session) renew(ctx context.Context, client scalekit.Scalekit) error {\n\ts.mu.Lock()\n\tdefer s.mu.Unlock()\n';
const rotated = '	if fresh.RefreshToken != "" {\n\t\ts.refreshToken = fresh.RefreshToken\n\t}\n';

const planted: readonly Planted[] = [
  { shows: 'state-missing/not-compared', act: 'state', change: [[compared, '[]byte(expected.Value)']] },
  { shows: 'state-missing/predictable', act: 'authorize', change: [['options.State = random()', 'options.State = "board"']] },
  { shows: 'state-missing/not-sent', act: 'authorize', change: [['	options.State = random()\n', '']] },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'denied',
    change: [
      [error, ''],
      ['\t"log"\n', ''],
      ['\t\tlog.Printf("code exchange: %v", err)\n', ''],
    ],
  },
  {
    shows: 'login-fails/failure-uncaught',
    act: 'trouble',
    change: [
      ['result, err := b.client', 'result, _ := b.client'],
      ['\t"log"\n', ''],
      ['\t\tlog.Printf("code exchange: %v", err)\n', ''],
    ],
  },
  {
    shows: 'expires-too-quickly/cookie-same-site-strict',
    act: 'login',
    change: [[stateCookie, stateCookie.replace('Lax', 'Strict')]],
  },
  { shows: 'expires-too-quickly/cookie-path', act: 'login', change: [[stateCookie, stateCookie.replace('"/"', '"/login"')]] },
  { shows: 'session-unprotected/cookie-readable', act: 'cookies', change: [[board, board.replace(', HttpOnly: true', '')]] },
  { shows: 'session-unprotected/leads-elsewhere', act: 'return-address', change: [[' || strings.HasPrefix(next, "//")', '']] },
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [['query.Get("code"), b.redirectURI,', 'query.Get("code"), b.redirectURI+"/",']],
  },
  { shows: 'login-fails/callback-crashes', act: 'login', change: [['sessions.go', '{byID: map[string]*session{}}', '{}']] },
  { shows: 'login-fails/callback-not-answered', act: 'login', change: [['main.go', 'GET /auth/callback', 'GET /callback']] },
  { shows: 'idp-initiated-login/assertion-ignored', act: 'idp-initiated', change: [['ConnectionId: claims.ConnectionID, ', '']] },
  {
    shows: 'logout-incomplete/old-cookie-works',
    act: 'logout',
    change: [['sessions.go', '\t\tdelete(s.byID, cookie.Value)\n', '\t\t_ = cookie\n']],
  },
  { shows: 'logout-incomplete/no-hint', act: 'logout', change: [['IdTokenHint: kept.idToken, ', '']], severity: 'warning' },
  { shows: 'token-expired/rotated-token-dropped', act: 'refresh', change: [['sessions.go', rotated, '']] },
  { shows: 'token-expired/no-offline-access', act: 'refresh', change: [[', "offline_access"', '']] },
  {
    shows: 'cannot-refresh/wrong-token',
    act: 'refresh',
    change: [['sessions.go', 'RefreshAccessToken(ctx, s.refreshToken)', 'RefreshAccessToken(ctx, s.accessToken)']],
  },
  { shows: 'token-expired/concurrent-refresh', act: 'together', change: [['sessions.go', locked, locked.split('\n')[0] + '\n']] },
  {
    shows: 'signature-verification/good-delivery-refused',
    act: 'webhooks',
    change: [
      [
        'hook.go',
        '	body, err := io.ReadAll',
        '	var early event\n	json.NewDecoder(r.Body).Decode(&early)\n	body, err := io.ReadAll',
      ],
    ],
  },
  {
    shows: 'signature-verification/not-verified',
    act: 'webhooks',
    change: [
      ['hook.go', 'ok, err := b.client', 'ok, _ := b.client'],
      ['hook.go', 'err != nil || !ok', 'false && !ok'],
    ],
  },
];

rehearsed(app, planted);
