/** Handlers, calls and cookies of languages into whose programs no preload can look, told by their text. */
import { describe, expect, it } from 'vitest';
import type { FindingId } from '../../src/diagnosis/judge.ts';
import { located, setUp } from '../../src/rehearsal/reading/locate.ts';
import { readPlaces } from '../../src/rehearsal/reading/places.ts';
import { panicsIn } from '../../src/rehearsal/stage/crashes.ts';

const layered = new Map([
  [
    'cmd/server/main.go',
    `package main

func main() {
	r := gin.New()
	auth := handlers.NewAuth(service)
	g := r.Group(routes.Prefix)
	g.GET(routes.Login, auth.Login)
	g.GET("/callback", middleware.Log(), auth.Callback)
	r.GET("/me", middleware.SignedIn(service), me)
	r.POST("/hooks", func(c *gin.Context) {
		hooks.Take(c)
	})
}

func me(c *gin.Context) {
	c.String(200, "me")
}
`,
  ],
  ['internal/routes/routes.go', 'package routes\n\nconst (\n\tPrefix = "/auth"\n\tLogin  = "/login"\n)\n'],
  [
    'internal/handlers/auth.go',
    `package handlers

const cookieName = "shop_session"

func (a *Auth) Login(c *gin.Context) {
	c.Redirect(302, a.service.LoginURL(c))
}

func (a *Auth) Callback(c *gin.Context) {
	result, err := a.service.Finish(c, c.Query("code"))
	c.SetCookie(cookieName, result, 3600, "/", "", false, true)
}

func (a *Auth) Logout(c *gin.Context) {
	c.SetCookie(cookieName, "", -1, "/", "", false, true)
}
`,
  ],
  [
    'internal/middleware/log.go',
    'package middleware\n\nfunc Log() gin.HandlerFunc {\n\treturn func(c *gin.Context) {\n\t\tc.Next()\n\t}\n}\n',
  ],
  [
    'internal/hooks/hooks.go',
    'package hooks\n\nfunc Take(c *gin.Context) {\n\tok, _ := client.VerifyWebhookPayload(secret, headers, body)\n}\n',
  ],
  [
    'internal/service/scalekit.go',
    `package service

func (s *Scalekit) LoginURL(c context.Context) string {
	u, _ := s.client.GetAuthorizationUrl(s.redirect, options)
	return u.String()
}

func (s *Scalekit) Finish(c context.Context, code string) (*Result, error) {
	return s.client.AuthenticateWithCode(c, code, s.redirect, options)
}
`,
  ],
]);

const spring = new Map([
  [
    'src/main/java/app/AuthController.java',
    `@RestController
@RequestMapping("/auth")
public class AuthController {
  @GetMapping("/login")
  public String login(HttpSession session) {
    return service.start(session);
  }

  @RequestMapping(value = "/callback", method = RequestMethod.GET)
  public ResponseEntity<Void> callback(@RequestParam String code) {
    return service.finish(code);
  }
}
`,
  ],
  [
    'src/main/java/app/AuthService.java',
    `public class AuthService {
  public ResponseEntity<Void> finish(String code) {
    client.authentication().authenticateWithCode(code, redirect, options);
  }
}
`,
  ],
]);

const lines = (
  texts: ReadonlyMap<string, string>,
  found: readonly { readonly file: string; readonly line: number }[],
): string[] => found.map(({ file, line }) => texts.get(file)?.split('\n')[line - 1]?.trim() ?? '');

describe('the handler of a route', () => {
  it.each([
    [
      'GET',
      '/auth/login',
      'authorize',
      layered,
      ['c.Redirect(302, a.service.LoginURL(c))', 'u, _ := s.client.GetAuthorizationUrl(s.redirect, options)'],
    ],
    [
      'GET',
      '/auth/callback',
      'exchange',
      layered,
      [
        'result, err := a.service.Finish(c, c.Query("code"))',
        'return s.client.AuthenticateWithCode(c, code, s.redirect, options)',
      ],
    ],
    ['GET', '/auth/callback', undefined, layered, ['func (a *Auth) Callback(c *gin.Context) {']],
    ['GET', '/me', 'exchange', layered, ['func me(c *gin.Context) {']],
    ['POST', '/hooks', 'webhook', layered, ['hooks.Take(c)', 'ok, _ := client.VerifyWebhookPayload(secret, headers, body)']],
    ['GET', '/nowhere', undefined, layered, []],
    [
      'GET',
      '/auth/callback',
      'exchange',
      spring,
      ['return service.finish(code);', 'client.authentication().authenticateWithCode(code, redirect, options);'],
    ],
    ['POST', '/auth/login', undefined, spring, []],
  ] as const)('%s %s, %s', (method, path, call, texts, expected) => {
    expect(lines(texts, readPlaces(texts).handlerOf(method, path, call))).toEqual(expected);
  });

  it('leads to where a cookie gets a value, by its constant', () => {
    expect(lines(layered, readPlaces(layered).cookieAt('shop_session'))).toEqual([
      'c.SetCookie(cookieName, result, 3600, "/", "", false, true)',
    ]);
  });

  it('leads to the helper that sets a cookie whose name it is given', () => {
    const texts = new Map([
      [
        'api.go',
        'package api\n\nfunc put(w http.ResponseWriter, name string) {\n\tc := http.Cookie{Name: name}\n\thttp.SetCookie(w, &c)\n}\n',
      ],
      ['auth.go', 'package api\n\nfunc done(w http.ResponseWriter) {\n\tfirst()\n\tput(w, "b_access")\n}\n'],
    ]);
    expect(lines(texts, readPlaces(texts).cookieAt('b_access'))).toEqual(['c := http.Cookie{Name: name}']);
  });

  it('is said to be told by reading', () => {
    const shown = {
      id: 'state-missing/not-compared',
      kind: 'confirmed',
      severity: 'error',
      because: '',
      locations: [],
      evidence: [{ label: 'Callback', exchange: 'exchange-1' }],
    } as const;
    const exchange = {
      id: 'exchange-1',
      act: 'state',
      from: 'browser',
      to: 'app',
      at: 0,
      ms: 1,
      method: 'GET',
      target: '/auth/callback?code=#1',
    } as const;
    const { locations, evidence } = located(shown, readPlaces(layered), () => exchange);
    expect(lines(layered, locations)[0]).toBe('result, err := a.service.Finish(c, c.Query("code"))');
    expect(evidence.at(-1)?.note).toBe('By reading: the handler of GET /auth/callback.');
  });
});

describe('a panic', () => {
  it.each([
    [
      'net/http',
      '2026/12/01 10:00:00 http: panic serving 127.0.0.1:40112: runtime error: invalid memory address or nil pointer dereference\ngoroutine 18 [running]:\nnet/http.(*conn).serve.func1()\n\t/usr/local/go/src/net/http/server.go:1943 +0xd3\nmain.(*board).callback(0xc000)\n\t/home/a/shop/login.go:63 +0x4a5\n',
      [
        {
          said: 'runtime error: invalid memory address or nil pointer dereference',
          port: 40112,
          frames: [{ file: 'login.go', line: 63, column: 1 }],
        },
      ],
    ],
    [
      'Gin',
      '[Recovery] 2026/12/01 - 10:00:00 panic recovered:\nGET /callback?code=1 HTTP/1.1\n\nassignment to entry in nil map\n/usr/local/go/src/runtime/map.go:1 (0x1)\n/home/a/shop/internal/auth.go:12 (0x2)\n\t(*Auth).Callback: a.sessions[id] = one\n',
      [{ said: 'assignment to entry in nil map', frames: [{ file: 'internal/auth.go', line: 12, column: 1 }] }],
    ],
    [
      'Echo, as JSON',
      '{"level":"-","message":"[PANIC RECOVER] runtime error: index out of range [1] with length 1 goroutine 8 [running]:\\nmain.callback()\\n\\t/home/a/shop/main.go:40 +0x1d\\n"}',
      [
        {
          said: 'runtime error: index out of range [1] with length 1',
          frames: [{ file: 'main.go', line: 40, column: 1 }],
        },
      ],
    ],
    ['somebody else’s code', 'panic: no\n\n\t/home/a/go/pkg/mod/x/y.go:1 +0x1\n\t/home/a/shop/vendor/x/y.go:2 +0x1\n', []],
  ])('of %s', (_what, output, expected) => {
    expect(panicsIn(output, '/home/a/shop')).toEqual(expected);
  });
});

describe('what a library does for the app', () => {
  const texts = new Map([
    [
      'app.js',
      "app.use(session({ secret, cookie: { sameSite: 'strict' } }));\napp.get('/in', passport.authenticate('oidc', { failureRedirect: '/in' }));\n",
    ],
    ['other.js', 'app.use(auth({ idpLogout: false }));\n'],
  ]);
  it.each([
    ['expires-too-quickly/cookie-same-site-strict', 'app.js:1'],
    ['session-unprotected/cookie-readable', 'app.js:1'],
    ['callback-error-unread/error-ignored', 'app.js:2'],
    ['logout-incomplete/local-only', 'other.js:1'],
    ['token-expired/refresh-never-called', 'app.js:2 other.js:1'],
  ])('%s is placed where it is set up', (id, place) => {
    const { locations, evidence } = setUp(
      { id: id as FindingId, kind: 'confirmed', severity: 'error', because: '', locations: [], evidence: [] },
      texts,
    );
    expect(locations.map(({ file, line }) => `${file}:${line}`).join(' ')).toBe(place);
    expect(evidence.at(-1)?.note).toBe('By reading: here it is set up.');
  });
});
