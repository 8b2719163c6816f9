/** Spring MVC in layers, by the published endpoints: sound, and with faults that each show in a run. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FixtureApp, rehearsed } from '../planted.ts';
import { runtime } from '../runtime.ts';

const home = 'src/main/java/com/northwind/portal';
const auth = `${home}/auth/AuthController.java`;
const service = `${home}/scalekit/ScalekitService.java`;
const hook = `${home}/webhook/WebhookController.java`;

const everything = readFileSync(path.join(runtime('java'), 'classpath.txt'), 'utf8')
  .trim()
  .split(':');
/** Spring Security guards every route as soon as it is there. */
const withoutSecurity = everything.filter((file) => !/spring-security-(?:config|web|oauth2-client)-/.test(file));

/** Compiled and started without its build tool, which would take longer than the app. */
function onJvm(libraries: readonly string[], main: string): Pick<FixtureApp, 'prepare' | 'build' | 'start'> {
  const classes = 'target/classes';
  return {
    prepare: ({ edit, port }) => edit('src/main/resources/application.yml', (text) => text.replaceAll('8080', String(port))),
    build: ({ folder }) => {
      const sources = readdirSync(path.join(folder, 'src/main/java'), { recursive: true, encoding: 'utf8' });
      const files = sources.filter((file) => file.endsWith('.java')).map((file) => path.join('src/main/java', file));
      const args = ['-parameters', '-nowarn', '-cp', libraries.join(':'), '-d', classes, ...files];
      execFileSync('javac', args, { cwd: folder, stdio: 'pipe' });
      cpSync(path.join(folder, 'src/main/resources'), path.join(folder, classes), { recursive: true });
    },
    start: {
      folder: '',
      shown: `java ${main}`,
      file: 'java',
      args: ['-XX:TieredStopAtLevel=1', '-cp', [classes, ...libraries].join(':'), main],
    },
  };
}

rehearsed(
  {
    name: 'Spring MVC',
    source: 'rehearsal/spring',
    main: auth,
    ...onJvm(withoutSecurity, 'com.northwind.portal.PortalApplication'),
  },
  [
    {
      shows: 'redirect-uri-mismatch/calls-disagree',
      act: 'login',
      change: [
        [
          service,
          'form.add("redirect_uri", properties.redirectUri());',
          'form.add("redirect_uri", properties.redirectUri() + "/");',
        ],
      ],
      at: 'scalekit.exchange(code)',
    },
    {
      shows: 'login-fails/callback-crashes',
      act: 'login',
      change: [['claims.getClaimAsString("name"), tokens', 'claims.getClaimAsString("displayName").trim(), tokens']],
      at: 'displayName',
    },
  ],
  [
    [
      {
        shows: 'state-missing/not-compared',
        act: 'state',
        change: [
          ['pending == null || code == null || !pending.state().equals(state)', 'code == null'],
          ['if (!pending.nonce().equals(claims.getClaimAsString("nonce"))) return refused("Please start again.");', ''],
          ['URI.create(pending.returnTo())', 'URI.create("/me")'],
        ],
        at: 'scalekit.exchange(code)',
      },
      {
        shows: 'token-expired/rotated-token-dropped',
        act: 'refresh',
        change: [
          [
            `${home}/scalekit/Tokens.java`,
            'String next = fresh.refreshToken() == null ? refreshToken : fresh.refreshToken();',
            'String next = refreshToken;',
          ],
        ],
      },
      {
        shows: 'signature-verification/parsed-body',
        act: 'webhooks',
        change: [
          [hook, '@RequestBody byte[] body', '@RequestBody com.fasterxml.jackson.databind.JsonNode parsed'],
          [
            hook,
            '    if (!verifier',
            '    byte[] body = parsed.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);\n    if (!verifier',
          ],
        ],
        at: 'isGenuine',
      },
    ],
    [
      {
        shows: 'logout-incomplete/old-cookie-works',
        act: 'logout',
        change: [
          ['session.invalidate();', ''],
          [
            'return redirect(scalekit.logoutUrl(',
            'String gone = "JSESSIONID=; Max-Age=0; Path=/";\n    return ResponseEntity.status(HttpStatus.FOUND).header("Set-Cookie", gone).location(scalekit.logoutUrl(',
          ],
          ['user.tokens().idToken(), home));', 'user.tokens().idToken(), home)).build();'],
        ],
      },
      {
        shows: 'callback-error-unread/error-ignored',
        act: 'denied',
        change: [
          ['    if (error != null) return refused("Scalekit did not sign you in.");\n', ''],
          ['pending == null || code == null || ', 'pending == null || '],
        ],
      },
      {
        shows: 'signature-verification/not-verified',
        act: 'webhooks',
        change: [
          [
            hook,
            'return ResponseEntity.status(HttpStatus.BAD_REQUEST).build();',
            'org.slf4j.LoggerFactory.getLogger("hooks").warn("wrong signature");',
          ],
        ],
        at: 'isGenuine',
      },
      {
        shows: 'session-unprotected/leads-elsewhere',
        act: 'return-address',
        change: [['isLocal(returnTo) ? returnTo : "/me"', 'returnTo == null ? "/me" : returnTo']],
      },
      {
        shows: 'id-token-not-verified/only-decoded',
        act: 'token-forgeries',
        severity: 'warning',
        change: [
          [
            service,
            'return decoder.decode(token);',
            'try {\n      return new Jwt(token, null, null, Map.of("alg", "x"), com.nimbusds.jwt.JWTParser.parse(token).getJWTClaimsSet().getClaims());\n    } catch (java.text.ParseException wrong) {\n      throw new org.springframework.security.oauth2.jwt.BadJwtException("wrong");\n    }',
          ],
        ],
      },
    ],
  ],
);

rehearsed(
  {
    name: 'Spring Security',
    source: 'rehearsal/spring-security',
    main: 'src/main/java/com/northwind/desk/SecurityConfig.java',
    ...onJvm(everything, 'com.northwind.desk.DeskApplication'),
    // It takes no webhooks, no logins from elsewhere, and keeps a session of its own instead of refreshing.
    notJudged: ['idp-initiated', 'webhooks', 'together', 'refused-refresh'],
  },
  [
    {
      shows: 'logout-incomplete/local-only',
      act: 'logout',
      severity: 'warning',
      change: [['    http.logout(logout -> logout.logoutSuccessHandler(toScalekit));\n', '']],
    },
  ],
);
