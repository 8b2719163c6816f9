/** Third set: whole texts without a secret, which have to come back as they are. */
import { DIGITS, HEX, type Random, UPPER, WORD } from '../corpus/random.ts';

interface Document {
  readonly name: string;
  readonly write: (random: Random) => string;
}

const hash = (r: Random): string => r.bytes(64).toString('base64');

export const documents: readonly Document[] = [
  {
    name: 'package-lock',
    write: (r) =>
      `"node_modules/jose": {\n  "version": "6.2.18",\n  "resolved": "https://registry.npmjs.org/jose/-/jose-6.2.18.tgz",\n  "integrity": "sha512-${hash(r)}",\n  "license": "MIT"\n}`,
  },
  {
    name: 'yarn.lock',
    write: (r) =>
      `jose@^6.2.0:\n  version "6.2.18"\n  resolved "https://registry.yarnpkg.com/jose/-/jose-6.2.18.tgz#${r.text(HEX, 40)}"\n  integrity sha512-${hash(r)}\n`,
  },
  {
    name: 'pnpm-lock',
    write: (r) => `  jose@6.2.18:\n    resolution: {integrity: sha512-${hash(r)}}\n    engines: {node: '>=18'}\n`,
  },
  {
    name: 'go.sum',
    write: (r) =>
      `github.com/golang-jwt/jwt/v5 v5.2.1 h1:${r.bytes(32).toString('base64')}\ngithub.com/golang-jwt/jwt/v5 v5.2.1/go.mod h1:${r.bytes(32).toString('base64')}\n`,
  },
  {
    name: 'Cargo.lock',
    write: (r) =>
      `[[package]]\nname = "secrecy"\nversion = "0.8.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "${r.text(HEX, 64)}"\n`,
  },
  {
    name: 'pip hashes',
    write: (r) => `pyjwt==2.9.0 \\\n    --hash=sha256:${r.text(HEX, 64)} \\\n    --hash=sha256:${r.text(HEX, 64)}\n`,
  },
  {
    name: 'git log',
    write: (r) =>
      `commit ${r.text(HEX, 40)}\nMerge: ${r.text(HEX, 7)} ${r.text(HEX, 7)}\nDate:   Wed Feb 11 10:00:01 2026 +0100\n\n    Rotate the client secret and shorten the token's life\n`,
  },
  {
    name: 'git diff head',
    write: (r) =>
      `diff --git a/src/token.ts b/src/token.ts\nindex ${r.text(HEX, 7)}..${r.text(HEX, 7)} 100644\n--- a/src/token.ts\n+++ b/src/token.ts\n`,
  },
  {
    name: 'JWKS',
    write: (r) =>
      `{"keys":[{"use":"sig","kty":"RSA","kid":"snk_${r.text(DIGITS, 17)}","alg":"RS256","n":"${r.bytes(256).toString('base64url')}","e":"AQAB"}]}`,
  },
  {
    name: 'JWK, EC',
    write: (r) =>
      `{"kty":"EC","crv":"P-256","x":"${r.bytes(32).toString('base64url')}","y":"${r.bytes(32).toString('base64url')}","kid":"${r.text(WORD, 22)}"}`,
  },
  {
    name: 'claims',
    write: (r) =>
      `{"iss":"https://acme.scalekit.com","aud":["skc_${r.text(DIGITS, 17)}"],"sub":"conn_${r.text(DIGITS, 17)};usr_1","exp":1790000300,"iat":1790000000,"at_hash":"${r.text(WORD, 22)}","amr":["conn_${r.text(DIGITS, 17)}"]}`,
  },
  {
    name: 'discovery',
    write: () =>
      '{"issuer":"https://acme.scalekit.com","token_endpoint":"https://acme.scalekit.com/oauth/token","token_endpoint_auth_methods_supported":["client_secret_post","client_secret_basic"],"id_token_signing_alg_values_supported":["RS256"],"code_challenge_methods_supported":["S256"]}',
  },
  {
    name: 'authorize URL',
    write: (r) =>
      `https://acme.scalekit.com/oauth/authorize?response_type=code&client_id=skc_${r.text(DIGITS, 17)}&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback&scope=openid%20profile&organization_id=org_${r.text(DIGITS, 17)}&code_challenge=${r.text(WORD, 43)}&code_challenge_method=S256`,
  },
  {
    name: 'error at the redirect URI',
    write: () => 'https://app.acme.com/callback?error=invalid_client&error_description=client%20secret%20does%20not%20match',
  },
  {
    name: 'docker pull',
    write: (r) => `Digest: sha256:${r.text(HEX, 64)}\nStatus: Image is up to date for node@sha256:${r.text(HEX, 64)}\n`,
  },
  {
    name: 'AWS answer',
    write: (r) =>
      `x-amz-request-id: ${r.text(UPPER + DIGITS, 16)}\nx-amz-version-id: ${r.text(WORD, 32)}\netag: "${r.text(HEX, 32)}"\ncf-ray: ${r.text(HEX, 16)}-FRA\n`,
  },
  {
    name: 'X.509 dump',
    write: (r) =>
      `        Serial Number:\n            ${Array.from({ length: 16 }, () => r.text(HEX, 2)).join(':')}\n        X509v3 Subject Key Identifier:\n            ${Array.from({ length: 20 }, () => r.text('0123456789ABCDEF', 2)).join(':')}\n`,
  },
  {
    name: 'SAML metadata',
    write: (r) =>
      `<KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIIC${r.bytes(600).toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>`,
  },
  { name: 'known_hosts', write: (r) => `github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.text(WORD, 43)}\n` },
  {
    name: 'prose on secrets',
    write: () =>
      'The client secret is read from the environment. A password must have twelve characters; tokens expire after five minutes, and the refresh token rotates with each use.',
  },
  {
    name: 'prose with colons',
    write: () =>
      'Password: must be at least 12 characters.\nToken: the bearer token that the dashboard shows once.\nSecret: see the vault.',
  },
  {
    name: 'error prose',
    write: () =>
      'Error: client_secret is required\nError: missing token: set SCALEKIT_CLIENT_SECRET in .env\nError: password authentication failed for user "web"',
  },
  {
    name: 'JWT errors',
    write: () =>
      'JsonWebTokenError: invalid signature\nTokenExpiredError: jwt expired\nJWTClaimValidationFailed: unexpected "aud" claim value',
  },
  {
    name: 'stack trace of Node',
    write: () =>
      'Error: Failed to refresh token: Request failed with status code 400\n    at CoreClient.authenticateClient (/srv/app/node_modules/@scalekit-sdk/node/lib/core.js:87:19)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
  },
  {
    name: 'stack trace of Java',
    write: () =>
      'Caused by: org.springframework.security.oauth2.jwt.JwtValidationException: An error occurred while attempting to decode the Jwt\n\tat com.scalekit.internal.ScalekitAuthClient.verifyAccessToken(ScalekitAuthClient.java:112) ~[scalekit-sdk-java-2.0.1.jar:na]',
  },
  {
    name: 'TypeScript source',
    write: () =>
      'interface Tokens { accessToken: string; refreshToken?: string; expiresIn: number }\nconst { accessToken, refreshToken } = await scalekit.authenticateWithCode(code, redirectUri);\nsession.token = accessToken;',
  },
  {
    name: 'Python source',
    write: () =>
      'def login(request, password: str, token: Optional[str] = None) -> Response:\n    secret = settings.SCALEKIT_CLIENT_SECRET\n    if not check_password(password, user.password):\n        raise InvalidPassword("password does not match")\n',
  },
  {
    name: 'Go source',
    write: () =>
      'token, err := client.Token(ctx)\nif err != nil {\n\treturn fmt.Errorf("fetch token: %w", err)\n}\nreq.Header.Set("Authorization", "Bearer "+token.AccessToken)\n',
  },
  {
    name: 'Terraform source',
    write: () =>
      'resource "random_password" "db" {\n  length  = 24\n  special = true\n}\npassword = random_password.db.result\nsecret_id = aws_secretsmanager_secret.web.id\n',
  },
  {
    name: 'workflow',
    write: () =>
      'permissions:\n  id-token: write\nenv:\n  NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}\nsteps:\n  - uses: actions/checkout@b4ffde65f46336ab88eb53be808477a3936bae11\n',
  },
  {
    name: 'Kubernetes manifest',
    write: () =>
      '        - name: CLIENT_SECRET\n          valueFrom:\n            secretKeyRef:\n              name: scalekit\n              key: client-secret\n        imagePullSecrets:\n        - name: regcred\n',
  },
  {
    name: 'env template',
    write: () =>
      'SCALEKIT_ENVIRONMENT_URL=https://your-env.scalekit.com\nSCALEKIT_CLIENT_ID=skc_your_client_id\nSCALEKIT_CLIENT_SECRET=\nJWT_SECRET=<generate with openssl rand -hex 32>\n',
  },
  {
    name: 'table of masks',
    write: () => '| variable | value |\n|---|---|\n| SCALEKIT_CLIENT_SECRET | •••••••• |\n| DB_PASSWORD | ******** |\n',
  },
  {
    name: 'response heads',
    write: () =>
      'HTTP/1.1 401 Unauthorized\nwww-authenticate: Bearer realm="acme", error="invalid_token", error_description="The access token expired"\ncontent-length: 58\nvary: authorization, cookie\n',
  },
  {
    name: 'CORS',
    write: () =>
      'access-control-allow-headers: authorization, content-type, x-api-key, x-csrf-token\naccess-control-allow-credentials: true\n',
  },
  {
    name: 'cookies without values',
    write: () => 'Set-Cookie attributes seen: session; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=300',
  },
  {
    name: 'long words',
    write: () =>
      'Donaudampfschifffahrtsgesellschaftskapitän, pneumonoultramicroscopicsilicovolcanoconiosis, AbstractSingletonProxyFactoryBean, internationalizationConfigurationManager',
  },
  {
    name: 'paths',
    write: () =>
      '/var/lib/docker/overlay2/web/merged/usr/share/nginx/html/index.html\nC:\\Users\\jane\\AppData\\Roaming\\npm\\node_modules\\scalekit-fix\\dist\\cli.js\n',
  },
  {
    name: 'source map',
    write: () =>
      '//# sourceMappingURL=index-BkXr9a3q.js.map\n{"version":3,"mappings":"AAAA,SAASA,GAAG,CAACC,CAAC,CAAC,OAAOA,CAAC,CAAC,GAAG,CAAC,CAAC"}',
  },
  {
    name: 'picture in CSS',
    write: (r) => `background: url(data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA${r.bytes(120).toString('base64')});`,
  },
  {
    name: 'Tailwind',
    write: () => '<div class="bg-gradient-to-r from-indigo-500 hover:underline md:grid-cols-[200px_minmax(900px,_1fr)_100px]">',
  },
  {
    name: 'SQL schema',
    write: () =>
      'CREATE TABLE users (\n  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),\n  password_hash varchar(255) NOT NULL,\n  reset_token text,\n  api_key_id bigint REFERENCES api_keys(id)\n);',
  },
  {
    name: 'OpenAPI',
    write: () =>
      'securitySchemes:\n  bearerAuth:\n    type: http\n    scheme: bearer\n    bearerFormat: JWT\n  apiKey:\n    type: apiKey\n    in: header\n    name: X-API-Key\n',
  },
  {
    name: 'metrics',
    write: () =>
      'http_requests_total{path="/oauth/token",code="200"} 1027\ntoken_refresh_seconds_bucket{le="0.5"} 24054\nsecret_rotations_total 12\n',
  },
  {
    name: 'npm audit',
    write: () =>
      'jsonwebtoken  <=8.5.1\nSeverity: moderate\njsonwebtoken unrestricted key type could lead to legacy keys usage - https://github.com/advisories/GHSA-8cf7-32gw-wr33\n',
  },
  {
    name: 'test names',
    write: () =>
      ' ✓ src/auth/token.test.ts > refreshes the token when the password was changed 12ms\n ✓ hides the client secret: in logs, in errors\n',
  },
  {
    name: 'Content-Security-Policy',
    write: (r) => `content-security-policy: script-src 'self' 'sha256-${r.bytes(32).toString('base64')}'; report-uri /csp\n`,
  },
  {
    name: 'kubectl',
    write: (r) =>
      `NAME                       TYPE                DATA   AGE\nscalekit-credentials       Opaque              3      12d\nweb-${r.text(HEX, 10)}-x2x9p   1/1   Running   0   3h\n`,
  },
  {
    name: 'times and numbers',
    write: (r) =>
      `2026-02-11T10:00:01.123456789Z 1790000000000 ${r.text('123456789', 19)} +49-30-1234567 192.168.10.1:8443 3.14159265358979\n`,
  },
  {
    name: 'names of secrets among others',
    write: () =>
      '{"label": "SCALEKIT_CLIENT_SECRET", "actual": "set", "variables": ["API_TOKEN", "DB_USER", "PORT"]}\n| SCALEKIT_CLIENT_SECRET | .env:3 |\n',
  },
];
