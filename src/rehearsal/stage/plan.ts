/** What will be started, where, and with which variables: everything the user is shown before anything runs. Pure. */
import { randomBytes } from 'node:crypto';
import type { StageFacts, StartChoice, VariableUse } from './facts.ts';

export interface SandboxValues {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookSecret: string;
  readonly organizationId: string;
  readonly connectionId: string;
  readonly directoryId: string;
}

export interface StagePlan {
  readonly start: StartChoice;
  readonly port: number;
  /** The variables that are set for the app, by name. Holds secrets of the sandbox. */
  readonly set: ReadonlyMap<string, string>;
  /** Of these what a run is aimed with: put back where the app's own loader replaces it. */
  readonly settings: ReadonlyMap<string, string>;
  /** Of these the names of the caller's own variables that are kept from the app. */
  readonly withheld: readonly string[];
  /** Settings that look like other services: they stay what they are. Names only. */
  readonly staysReal: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface PlanRequest {
  readonly facts: StageFacts;
  readonly start: StartChoice;
  readonly port: number;
  /** The port that the settings are written for. */
  readonly writtenPort: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where nothing sets them: the names that code and samples use. */
const usualNames: Readonly<Record<VariableUse, readonly string[]>> = {
  'environment-url': ['SCALEKIT_ENVIRONMENT_URL', 'SCALEKIT_ENV_URL'],
  'client-id': ['SCALEKIT_CLIENT_ID'],
  'client-secret': ['SCALEKIT_CLIENT_SECRET'],
  'webhook-secret': ['SCALEKIT_WEBHOOK_SECRET'],
  'redirect-uri': [],
  'organization-id': [],
  'connection-id': [],
  'directory-id': [],
};

export function planStage({ facts, start, port, writtenPort, env }: PlanRequest, sandbox: SandboxValues): StagePlan {
  const set = new Map<string, string>();
  const values: Readonly<Record<Exclude<VariableUse, 'redirect-uri'>, string>> = {
    'environment-url': sandbox.url,
    'client-id': sandbox.clientId,
    'client-secret': sandbox.clientSecret,
    'webhook-secret': sandbox.webhookSecret,
    'organization-id': sandbox.organizationId,
    'connection-id': sandbox.connectionId,
    'directory-id': sandbox.directoryId,
  };
  for (const [use, names] of Object.entries(usualNames) as [VariableUse, readonly string[]][])
    if (use !== 'redirect-uri') for (const name of names) set.set(name, values[use]);
  for (const { name, use, path = '' } of facts.variables) {
    if (use !== 'redirect-uri') set.set(name, use === 'environment-url' ? values[use] + path : values[use]);
    else set.set(name, localUri(facts.fileValues.get(name) ?? env[name], facts, writtenPort, port));
  }
  // Addresses of the app itself move along where its port does.
  for (const [name, value] of facts.fileValues) {
    if (set.has(name) || writtenPort === port) continue;
    const moved = value.replaceAll(new RegExp(`\\b(localhost|127\\.0\\.0\\.1):${writtenPort}\\b`, 'g'), `$1:${port}`);
    if (moved !== value) set.set(name, moved);
  }
  for (const name of facts.unset) if (isOwnAddress(name) && !set.has(name)) set.set(name, `http://localhost:${port}`);
  for (const name of facts.unset) if (isOwnSecret(name) && !set.has(name)) set.set(name, randomBytes(24).toString('hex'));
  for (const [name, value] of facts.fileValues)
    if (value === String(writtenPort) && writtenPort !== port && /_PORT$/i.test(name)) set.set(name, String(port));
  set.set('PORT', String(port));
  for (const { name, before } of facts.portVariables ?? []) set.set(name, before + port);
  const withheld = Object.keys(env).filter((name) => env[name] !== undefined && !set.has(name) && /SCALEKIT/i.test(name));
  const kept = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || withheld.includes(name) ? [] : [[name, value] as const],
  );
  const asInShell = (facts.fromShell ?? []).flatMap((name) => {
    const value = facts.fileValues.get(name);
    return value === undefined || env[name] !== undefined ? [] : [[name, value] as const];
  });
  const aimed = new Set([
    ...Object.values(usualNames).flat(),
    ...facts.variables.flatMap(({ name, use }) => (use !== 'redirect-uri' || facts.fileValues.has(name) ? [name] : [])),
  ]);
  return {
    start,
    port,
    set,
    settings: new Map([...set].filter(([name]) => aimed.has(name))),
    withheld,
    staysReal: [...facts.fileValues.keys()].filter((name) => !set.has(name) && namesService(name)),
    env: { ...Object.fromEntries(asInShell), ...Object.fromEntries(kept), ...Object.fromEntries(set), ...surroundings(env) },
  };
}

/** A wrong value of one of these is not seen by running: the sandbox’s own stood in its place. */
export function replacedBy({ set }: StagePlan, { facts, env }: Pick<PlanRequest, 'facts' | 'env'>): string[] {
  const names = [...set.keys()].filter((name) => facts.fileValues.has(name) || env[name] !== undefined);
  if (names.length === 0) return [];
  return [
    `For this run these were set over yours: ${names.join(', ')}. Whether your own values are right is for scalekit-fix check.`,
  ];
}

/** What a program without a terminal and a proxy in between would trip over. */
function surroundings(env: PlanRequest['env']): Record<string, string> {
  const bypass = ['127.0.0.1', 'localhost', '::1'];
  const own = env['NO_PROXY'] ?? env['no_proxy'];
  const list = [...(own === undefined || own === '' ? [] : [own]), ...bypass].join(',');
  return {
    NO_PROXY: list,
    no_proxy: list,
    BROWSER: 'none',
    // Nothing leaves this machine for a rehearsal.
    DO_NOT_TRACK: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    NUXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    FORCE_COLOR: '0',
    NO_COLOR: '1',
    npm_config_update_notifier: 'false',
    // It would go on running when the app has ended.
    NX_DAEMON: 'false',
  };
}

/** The redirect URI with this machine as its host. */
function localUri(written: string | undefined, facts: StageFacts, writtenPort: number, port: number): string {
  const [known] = facts.redirectUris;
  const text = written !== undefined && URL.canParse(written) ? written : known;
  const fallback = `http://localhost:${port}${facts.doors.callback[0] ?? '/auth/callback'}`;
  if (text === undefined || !URL.canParse(text)) return fallback;
  const url = new URL(text);
  const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (!isLocal) return `http://localhost:${port}${url.pathname}`;
  if (Number(url.port || 80) !== writtenPort || writtenPort === port) return text;
  // As written but for the port: a trailing slash, a query or a path's case is the app's own.
  return text.replace(`:${writtenPort}`, `:${port}`);
}

/** Secrets with which an app signs or encrypts what is its own: any value will do. */
export function isOwnSecret(name: string): boolean {
  return (
    /(?:SESSION|COOKIE|JWT|AUTH|APP|CSRF|ENCRYPTION|NEXTAUTH|IRON)_?(?:SECRET|KEY|PASSWORD)|^SECRET(?:_KEY)?$/i.test(name) &&
    !/SCALEKIT|STRIPE|AWS|GOOGLE|GITHUB/i.test(name)
  );
}

/** Where the app itself is reached, as its redirect URI is often made of it. */
function isOwnAddress(name: string): boolean {
  return /^(?:NEXT_PUBLIC_|VITE_|NUXT_PUBLIC_)?(?:APP|BASE|PUBLIC|SITE|SERVER|WEB|ROOT|APP_BASE|NEXTAUTH|AUTH)_?(?:URL|URI|ORIGIN)$/i.test(
    name,
  );
}

function namesService(name: string): boolean {
  return /DATABASE|DATASOURCE|JDBC|RABBIT|POSTGRES|MYSQL|MONGO|REDIS|_DB_|^DB_|SMTP|MAIL|SENDGRID|RESEND|STRIPE|AWS|S3|SLACK|TWILIO|SENTRY|OPENAI|KAFKA|AMQP/i.test(
    name,
  );
}

/** The port that the app is written for: an env file's PORT, then the redirect URI's, then the code's default. */
export function writtenPortOf({ fileValues, redirectUris, ports, start, portVariables = [] }: StageFacts): number {
  const names = ['PORT', ...portVariables.map(({ name }) => name)];
  const given = names.flatMap((name) => /(?:^|:)(\d+)$/.exec(fileValues.get(name) ?? '')?.[1] ?? [])[0];
  if (given !== undefined && /^\d{2,5}$/.test(given)) return Number(given);
  for (const uri of redirectUris) {
    const port = loopbackPort(uri);
    if (port !== undefined) return port;
  }
  const written = (names: RegExp, portOf: (value: string) => number | undefined): number | undefined =>
    [...fileValues].flatMap(([name, value]) => (names.test(name) ? (portOf(value) ?? []) : []))[0];
  const told =
    written(/REDIRECT|CALLBACK/i, loopbackPort) ??
    written(/^(?:HTTP|APP|API|WEB|SERVER|LISTEN|NODE|BACKEND|SERVICE|AUTH)_PORT$/i, (value) =>
      /^\d{2,5}$/.test(value) ? Number(value) : undefined,
    );
  if (told !== undefined) return told;
  for (const [name, value] of fileValues) {
    const port = /URL|URI|ORIGIN|HOST|BASE|DOMAIN/i.test(name) ? loopbackPort(value) : undefined;
    if (port !== undefined) return port;
  }
  return (
    ports[0] ??
    (/^go run/.test(start?.shown ?? '') || (start && isJvm(start))
      ? 8080
      : /uvicorn|manage\.py/.test(start?.shown ?? '')
        ? 8000
        : /flask/.test(start?.shown ?? '')
          ? 5000
          : 3000)
  );
}

/** Started by its build tool, or by `java` itself. */
function isJvm({ shown }: Pick<StartChoice, 'shown'>): boolean {
  return /(?:^|[\s/])(?:java|mvnw?|gradlew?)(?:\.cmd|\.bat)?\s/.test(shown);
}

export function loopbackPort(text: string): number | undefined {
  if (!URL.canParse(text)) return undefined;
  const { hostname, port } = new URL(text);
  return /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) && port !== '' ? Number(port) : undefined;
}
