/** Settings in Spring's own files, under the variables that go over them, and stack traces of the JVM. */
import { describe, expect, it } from 'vitest';
import { contextPath, doorsBehind, springDoors, springUses, springValues } from '../../src/commands/rehearse/spring-settings.ts';
import { javaTracesIn } from '../../src/rehearsal/stage/java-traces.ts';
import { lastWritten } from '../../src/rehearsal/stage/not-ready.ts';

const valuesOf = (file: string, text: string) => springValues(new Map([[`src/main/resources/${file}`, text]]));
const usesOf = (file: string, text: string): Record<string, string> =>
  Object.fromEntries(springUses(valuesOf(file, text)).map(({ name, use, path = '' }) => [name, use + path]));

describe('a configuration file', () => {
  it('in YAML is read with its nesting, quotes, comments and defaults', () => {
    const text = `server:
  port: \${PORT:9090} # of the platform
app.title: "Portal # one"
scalekit:
  env-url: https://x.scalekit.dev
  clientId: 'skc_123'
  client-secret: \${SECRET}
  scopes:
    - openid
`;
    expect(valuesOf('application.yml', text).map(({ name, value }) => [name, value])).toEqual([
      ['SERVER_PORT', '9090'],
      ['APP_TITLE', 'Portal # one'],
      ['SCALEKIT_ENV_URL', 'https://x.scalekit.dev'],
      ['SCALEKIT_CLIENTID', 'skc_123'],
      ['SCALEKIT_CLIENT_SECRET', undefined],
    ]);
  });

  it('of the app goes before one of a profile', () => {
    const files = new Map([
      ['src/main/resources/application-prod.yml', 'server:\n  port: 80\n'],
      ['src/main/resources/application.properties', 'server.port=8081\n'],
    ]);
    expect(springValues(files)).toEqual([{ key: 'server.port', name: 'SERVER_PORT', value: '8081' }]);
  });
});

const tables: readonly (readonly [name: string, file: string, text: string, uses: Record<string, string>])[] = [
  [
    'properties named after Scalekit',
    'application.properties',
    'scalekit.env-url=https://auth.shop.example\nscalekit.client-id=${ID}\nscalekit.webhook-secret=\n',
    {
      SCALEKIT_ENV_URL: 'environment-url',
      SCALEKIT_CLIENT_ID: 'client-id',
      SCALEKIT_WEBHOOK_SECRET: 'webhook-secret',
    },
  ],
  [
    'a group of its own name, told by a value',
    'application.yml',
    'login:\n  issuer: https://shop.scalekit.com\n  client-id: abc\n  client-secret: ${S}\n  timeout: 3\n',
    { LOGIN_ISSUER: 'environment-url', LOGIN_CLIENT_ID: 'client-id', LOGIN_CLIENT_SECRET: 'client-secret' },
  ],
  [
    'Spring Security, beside another provider',
    'application.yml',
    `spring:
  security:
    oauth2:
      client:
        registration:
          scalekit:
            client-id: a
            client-secret: b
            redirect-uri: "{baseUrl}/login/oauth2/code/{registrationId}"
          google:
            client-id: c
            client-secret: d
        provider:
          scalekit:
            issuer-uri: https://auth.shop.example
`,
    {
      SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_SCALEKIT_CLIENT_ID: 'client-id',
      SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_SCALEKIT_CLIENT_SECRET: 'client-secret',
      SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_SCALEKIT_ISSUER_URI: 'environment-url',
    },
  ],
  [
    'single endpoints of a lone provider',
    'application.properties',
    [
      'spring.security.oauth2.client.registration.sso.client-id=a',
      'spring.security.oauth2.client.registration.sso.client-secret=b',
      'spring.security.oauth2.client.provider.sso.token-uri=https://shop.scalekit.dev/oauth/token',
    ].join('\n'),
    {
      SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_SSO_CLIENT_ID: 'client-id',
      SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_SSO_CLIENT_SECRET: 'client-secret',
      SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_SSO_TOKEN_URI: 'environment-url/oauth/token',
    },
  ],
  ['a mail server', 'application.properties', 'mail.client-id=a\nmail.url=https://mail.example\n', {}],
];

it.each(tables)('%s: what is Scalekit’s is known, and nothing else', (_name, file, text, uses) => {
  expect(usesOf(file, text)).toEqual(uses);
});

it('Spring Security’s own doors go by the name of the registration', () => {
  const { login, callback } = springDoors(
    valuesOf('application.properties', 'spring.security.oauth2.client.registration.my-sso.client-id=a'),
  );
  expect([login, callback]).toEqual([['/oauth2/authorization/my-sso'], ['/login/oauth2/code/my-sso']]);
});

it('doors lie behind the context path, which redirect URIs have already', () => {
  const values = valuesOf('application.yml', 'server:\n  servlet:\n    context-path: /shop/\n');
  const doors = { ...springDoors([]), login: ['/login'], callback: ['/shop/back', '/back'], pages: ['/me'] };
  const { login, callback, pages } = doorsBehind(contextPath(values), doors);
  expect([login, callback, pages]).toEqual([['/shop/login'], ['/shop/back'], ['/shop/', '/shop/me']]);
  expect(doorsBehind(contextPath([]), doors)).toBe(doors);
});

describe('a stack trace of the JVM', () => {
  const files = ['src/main/java/com/shop/auth/Login.java', 'src/main/java/com/shop/Names.java', 'other/Names.java'];
  const trace = `2026-12-01 ERROR [dispatcherServlet] : Servlet.service() threw exception
org.springframework.web.util.NestedServletException: failed
\tat org.springframework.web.Frame.run(Frame.java:80) ~[spring-web.jar:6.2]
\tat com.shop.auth.Login$Inner.callback(Login.java:41) ~[classes/:na]
\t... 50 common frames omitted
Caused by: java.lang.NullPointerException: Cannot invoke "String.trim()" because "secret" is null
\tat java.base/java.util.Objects.requireNonNull(Objects.java:233)
\tat com.shop.Names.of(Names.java:7) ~[classes/:na]
\tat com.shop.auth.Login.callback(Login.java:39) ~[classes/:na]
\t... 52 common frames omitted
2026-12-01 INFO done
`;

  it('gives the project’s frames of what was thrown first, and no message', () => {
    expect(javaTracesIn(trace, files)).toEqual([
      {
        said: 'NullPointerException',
        frames: [
          { file: 'src/main/java/com/shop/Names.java', line: 7, column: 1 },
          { file: 'src/main/java/com/shop/auth/Login.java', line: 39, column: 1 },
        ],
      },
    ]);
  });

  it('leaves room for what the app said', () => {
    const said = lastWritten(trace);
    expect(said).toContain('org.springframework.web.util.NestedServletException: failed');
    expect(said.filter((line) => line.includes('.java:'))).toEqual([]);
  });

  it('without a frame of the project says nothing', () => {
    expect(javaTracesIn(trace.replaceAll('com.shop', 'com.library'), files)).toEqual([]);
  });
});
