/** Gin in layers: handlers over services, groups, a guard as middleware, a form that signs out. */
import { type FixtureApp, type Planted, rehearsed } from '../planted.ts';
import { goHere, moduleHere } from '../runtime.ts';

const app: FixtureApp = {
  name: 'Gin',
  source: 'rehearsal/go-gin',
  callback: '/account/callback',
  main: 'internal/handlers/auth.go',
  prepare: moduleHere,
  env: goHere(),
};

const identity = 'internal/services/identity.go';
const events = 'internal/handlers/events.go';
const guard = 'internal/middleware/guard.go';
const denied = `	if c.Query("error") != "" {
		c.String(http.StatusForbidden, "The sign-in was broken off.")
		return
	}
`;
const lax = '	c.SetSameSite(http.SameSiteLaxMode)\n';
const attempt = '	c.SetCookie(attemptCookie, state+"|"+ownPath(c.Query("next")), 600, "/", "", false, true)\n';
const session = 'c.SetCookie(sessions.CookieName, a.store.Begin(person, tokens), 86400, "/", "", false, true)';
const rotated = '	if answer.RefreshToken != "" {\n		tokens.Refresh = answer.RefreshToken\n	}\n';

const planted: readonly Planted[] = [
  {
    shows: 'state-missing/not-compared',
    act: 'state',
    change: [[' || c.Query("state") != state', '']],
    at: 'a.identity.Finish(',
  },
  {
    shows: 'state-missing/not-bound',
    act: 'state',
    change: [
      ['	state := sessions.NewID()\n', '	state := sessions.NewID()\n	sent.Store(state, true)\n'],
      ['state == "" || c.Query("state") != state', '!known(c.Query("state"))'],
      ['	state, next, _ := strings.Cut', '	_, next, _ := strings.Cut'],
      [
        'func Account(',
        'var sent sync.Map\n\nfunc known(state string) bool {\n	_, ok := sent.LoadAndDelete(state)\n	return ok\n}\n\nfunc Account(',
      ],
      ['	"strings"\n', '	"strings"\n	"sync"\n'],
    ],
    at: 'a.identity.Finish(',
  },
  { shows: 'callback-error-unread/error-ignored', act: 'denied', change: [[denied, '']], at: 'a.identity.Finish(' },
  {
    shows: 'callback-error-unread/description-unescaped',
    act: 'denied',
    change: [
      [
        'c.String(http.StatusForbidden, "The sign-in was broken off.")',
        'c.Data(http.StatusForbidden, "text/html", []byte("<p>"+c.Query("error_description")+"</p>"))',
      ],
    ],
    severity: 'warning',
    at: 'a.identity.Finish(',
  },
  {
    shows: 'expires-too-quickly/cookie-same-site-strict',
    act: 'login',
    change: [[`${lax}${attempt}`, `	c.SetSameSite(http.SameSiteStrictMode)\n${attempt}`]],
    at: 'c.SetCookie(attemptCookie, state',
  },
  {
    shows: 'session-unprotected/cookie-readable',
    act: 'cookies',
    change: [[session, session.replace('false, true', 'false, false')]],
    at: 'a.store.Begin(person, tokens)',
  },
  {
    shows: 'session-unprotected/leads-elsewhere',
    act: 'return-address',
    change: [[' || strings.HasPrefix(path, "//")', '']],
    at: 'func (a *Auth) Callback',
  },
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [[identity, 'code, i.redirectURI, scalekit', 'code, i.redirectURI+"?from=shop", scalekit']],
    at: 'AuthenticateWithCode(',
  },
  {
    shows: 'login-fails/failure-uncaught',
    act: 'trouble',
    change: [
      [identity, 'answer, err := i.client.AuthenticateWithCode', 'answer, _ := i.client.AuthenticateWithCode'],
      [identity, '	if err != nil {\n		return Person{}, Tokens{}, err\n	}\n', ''],
    ],
    severity: 'warning',
    at: 'answer.User.Id',
  },
  {
    shows: 'idp-initiated-login/assertion-ignored',
    act: 'idp-initiated',
    change: [[identity, 'Organization: claims.OrganizationID, ', '']],
  },
  {
    shows: 'connection-not-found/selector-ignored',
    act: 'selectors',
    change: [[identity, '		OrganizationId: wish.Organization,\n', '']],
    at: 'a.leave(c, services.Wish{',
  },
  {
    shows: 'logout-incomplete/local-only',
    act: 'logout',
    change: [
      ['	c.Redirect(http.StatusSeeOther, target)\n', '	_ = target\n	c.Redirect(http.StatusSeeOther, "/account/sign-in")\n'],
    ],
    severity: 'warning',
  },
  {
    shows: 'logout-incomplete/old-cookie-works',
    act: 'logout',
    change: [['	a.store.End(id)\n', '']],
    at: 'a.identity.SignOutURL(',
  },
  { shows: 'token-expired/rotated-token-dropped', act: 'refresh', change: [[identity, rotated, '']], at: 'RefreshAccessToken(' },
  {
    shows: 'cannot-refresh/wrong-token',
    act: 'refresh',
    change: [[identity, '(ctx, tokens.Refresh)', '(ctx, tokens.ID)']],
    at: 'RefreshAccessToken(',
  },
  {
    shows: 'cannot-refresh/refusal-unhandled',
    act: 'refused-refresh',
    change: [
      [
        guard,
        '		c.Redirect(http.StatusFound, "/account/sign-in")\n		c.Abort()\n		return\n	}\n	c.Set',
        '		c.AbortWithStatus(http.StatusInternalServerError)\n		return\n	}\n	c.Set',
      ],
    ],
    severity: 'warning',
    at: 'RefreshAccessToken(',
  },
  {
    shows: 'signature-verification/good-delivery-refused',
    act: 'webhooks',
    change: [[events, '	body, err := io', '	var early event\n	c.ShouldBindJSON(&early)\n	body, err := io']],
    at: 'e.identity.IsGenuine(',
  },
  {
    shows: 'signature-verification/not-verified',
    act: 'webhooks',
    change: [[identity, 'return ok && err == nil', 'return ok || err != nil']],
    at: 'e.identity.IsGenuine(',
  },
];

rehearsed(app, planted);
