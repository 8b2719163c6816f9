/** Doors of an app in Java or Kotlin, by the annotations of its handlers and what these lead to. */
import { expect, it } from 'vitest';
import { javaDoors } from '../../src/commands/rehearse/read-doors.ts';
import { readJava } from '../../src/rehearsal/reading/java.ts';

const routesOf = (text: string): string[] =>
  readJava(new Map([['A.java', text]])).routes.map(({ method = 'any', path }) => `${method} ${path}`);

const controller = (annotation: string, prefix = ''): string => `
/** This class is a controller. */
@RestController
${prefix}
public class A {
  static final String LOGIN = "/sign-in";

  ${annotation}
  public String handle(HttpServletRequest request) {
    return "x";
  }
}
`;

const table: readonly (readonly [name: string, text: string, routes: readonly string[]])[] = [
  ['a mapping', controller('@GetMapping("/login")'), ['GET /login']],
  ['none', controller('@GetMapping', '@RequestMapping("/auth")'), ['GET /auth']],
  ['a prefix', controller('@PostMapping(path = "hook")', '@RequestMapping(path = "/api/")'), ['POST /api/hook']],
  ['several', controller('@PostMapping(path = {"/a", "/b"}, consumes = "application/json")'), ['POST /a', 'POST /b']],
  ['a path behind other attributes', controller('@GetMapping(produces = "text/html", value = "/me")'), ['GET /me']],
  ['a method of a request mapping', controller('@RequestMapping(value = "/x", method = RequestMethod.POST)'), ['POST /x']],
  ['a constant', controller('@GetMapping(Routes.LOGIN)'), ['GET /sign-in']],
  ['a constant that is not known', controller('@GetMapping(Other.PATH)'), []],
  ['attributes without a path', controller('@GetMapping(produces = "text/html")', '@RequestMapping("/home")'), ['GET /home']],
  ['JAX-RS', controller('@GET\n  @Path("callback")', '@Path("/auth")'), ['GET /auth/callback']],
];

it.each(table)('%s', (_name, text, routes) => {
  expect(routesOf(text)).toEqual(routes);
});

it('Kotlin is read likewise', () => {
  const text = `
@RestController
@RequestMapping("/auth")
class AuthController(private val scalekit: ScalekitClient) {
    @GetMapping("/start")
    fun start(session: HttpSession): ResponseEntity<Void> {
        return redirect(scalekit.authentication().getAuthorizationUrl(uri, options))
    }

    @PostMapping("/hooks")
    fun hooks(@RequestBody body: ByteArray, @RequestHeader headers: HttpHeaders) =
        if (scalekit.webhook().verifyWebhookPayload(secret, headers.toSingleValueMap(), body)) ok() else bad()
}
`;
  const { login, webhook } = javaDoors(new Map([['src/main/kotlin/AuthController.kt', text]]));
  expect([login, webhook]).toEqual([['/auth/start'], ['/auth/hooks']]);
});

it('a handler is known by what it leads to, whatever its path is called', () => {
  const text = `
@RestController
class Door {
  @GetMapping("/in")
  public String begin() {
    return identity.url();
  }

  @GetMapping("/back")
  public String back(String code) {
    return identity.exchange(code);
  }

  @PostMapping("/inbound")
  public void inbound(byte[] body) {
    verify(body);
  }

  private void verify(byte[] body) {
    Mac.getInstance("HmacSHA256");
  }
}

`;
  const client = `
class Identity {
  String url() {
    return issuer + "/oauth/authorize?x";
  }
  String exchange(String code) {
    return post("/oauth/token", "authorization_code");
  }
}
`;
  const { login, callback, webhook } = javaDoors(
    new Map([
      ['Door.java', text],
      ['Identity.java', client],
    ]),
  );
  expect([login, callback, webhook]).toEqual([['/in'], ['/back'], ['/inbound']]);
});
