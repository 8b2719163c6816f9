/** A browser on loopback: keeps cookies, follows redirects within the app, stops at the provider's door. Records each exchange. */
import type { IncomingHttpHeaders } from 'node:http';
import type { CookieFate, Exchange, Withheld } from '../events.ts';
import { type Recorder, shownTarget } from '../recorder.ts';
import { type Note, type Notes, notesOf } from '../stage/notes.ts';
import type { LineOf } from '../stage/source-lines.ts';
import { encodedForm } from './forms.ts';
import { type Context, type Cookie, Jar } from './jar.ts';
import type { Patience } from './patience.ts';
import { send } from './request.ts';

/** So that the provider can tell the tool's own browser from the app. */
export const USER_AGENT = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) scalekit-fix-rehearsal';

export interface World {
  /** `http://localhost:3000` */
  /** Another loopback name where the redirect URI has that one. */
  app: URL;
  readonly provider: URL;
  /** Who vouches for the provider's certificate, PEM. */
  readonly authority: string;
  /** On which the provider listens, whatever its address says. */
  readonly providerPort: number;
  /** Loopback address that the app listens on. */
  readonly appAddress: string;
  /** Of another server of the app's own processes. */
  readonly ownAddress?: (port: number) => string | undefined;
  /** The app is asked as by a proxy that ends TLS. */
  behindTls?: boolean;
  readonly recorder: Recorder;
  readonly notes: Notes;
  readonly lineOf: LineOf;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly patience: Patience;
}

export interface Visit {
  readonly method?: 'GET' | 'POST';
  /** Form fields, or a body as it is. */
  readonly form?: Readonly<Record<string, string>>;
  readonly multipart?: boolean;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Origin of the page that leads here; absent: typed into the address bar. */
  readonly initiator?: string | undefined;
  readonly timeoutMs?: number;
}

export interface Answer {
  readonly url: URL;
  readonly exchange: Exchange;
  /** Undefined: no answer came. */
  readonly status: number | undefined;
  readonly failure?: 'refused' | 'reset' | 'timeout' | 'ended';
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Where a redirect leads. */
  readonly location: URL | undefined;
  readonly fates: readonly CookieFate[];
  readonly withheld: readonly Withheld[];
  readonly sent: readonly Cookie[];
  /** What the preload noted while the app worked on it. */
  readonly notes: readonly Note[];
}

/** Where a chain of redirects has led. */
export interface Journey {
  readonly answers: readonly Answer[];
  readonly last: Answer;
  /** The provider's address that the app sends the browser to; it was not opened. */
  readonly toProvider: URL | undefined;
  /** An address that is neither the app nor the provider; it was not opened. */
  readonly elsewhere: URL | undefined;
  readonly loops: boolean;
}

const MOST_HOPS = 12;

export class Browser {
  readonly world: World;
  readonly jar: Jar;

  constructor(world: World, jar: Jar = new Jar()) {
    this.world = world;
    this.jar = jar;
  }

  /** Another browser with the cookies of this one as they are now. */
  copy(): Browser {
    return new Browser(this.world, this.jar.clone());
  }

  isApp(url: URL): boolean {
    if (!isLoopback(url.hostname) || this.isProvider(url)) return false;
    return url.port === this.world.app.port || this.#addressOf(url) !== undefined;
  }

  /** Behind a proxy the app speaks of itself as https, and listens on plain http. */
  #reached(url: URL): URL {
    if (!this.world.behindTls || url.protocol !== 'https:' || !this.isApp(url)) return url;
    return new URL(url.href.replace(/^https:/, 'http:'));
  }

  #addressOf({ port }: URL): string | undefined {
    return this.world.ownAddress?.(Number(port));
  }

  isProvider(url: URL): boolean {
    return url.host === this.world.provider.host;
  }

  async open(target: URL | string, visit: Visit = {}): Promise<Answer> {
    const { world } = this;
    const url = this.#reached(new URL(target, world.app));
    const method = visit.method ?? 'GET';
    const startedAt = world.now();
    const noted = world.notes.all().length;
    const context: Context = { url, initiator: visit.initiator, method, now: Date.now() };
    const { header, sent, withheld } = this.jar.give(context);
    const toApp = this.isApp(url);
    const form = visit.form && encodedForm(visit.form, visit.multipart === true);
    const body = form ? form.body : visit.body;
    const headers = {
      host: url.host,
      ...navigationHeaders(url, visit),
      ...(toApp && world.behindTls ? { 'x-forwarded-proto': 'https' } : {}),
      ...(header === '' ? {} : { cookie: header }),
      ...(form ? { 'content-type': form.type } : {}),
      ...visit.headers,
    };
    const draft = world.recorder.begin(
      {
        from: 'browser',
        to: this.isProvider(url) ? 'scalekit' : 'app',
        method,
        target: shownTarget(url),
        request: world.recorder.message(headers, body),
        ...(withheld.length > 0 ? { withheld } : {}),
      },
      startedAt,
    );
    const result = await send({
      url,
      address: toApp ? (this.#addressOf(url) ?? world.appAddress) : '127.0.0.1',
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      timeoutMs: patienceFor(world, url, toApp, visit),
      signal: world.signal,
      onPort: (port) => void world.notes.ownPorts.add(port),
      authority: world.authority,
      ...(toApp ? {} : { port: world.providerPort }),
    });
    const notes = toApp ? notesOf(world.notes, noted, result.localPort) : [];
    const where = placesOf(notes);
    if ('failure' in result) {
      const exchange = world.recorder.amend(draft.id, {
        answer: failureWords[result.failure],
        ...(where.length > 0 ? { where } : {}),
      });
      return {
        url,
        exchange,
        status: undefined,
        failure: result.failure,
        headers: {},
        body: '',
        location: undefined,
        fates: [],
        withheld,
        sent,
        notes,
      };
    }
    const fates = (result.headers['set-cookie'] ?? []).map((cookie) => this.jar.take(cookie, { url, now: Date.now() }));
    const location = redirectOf(result.status, result.headers, url);
    const exchange = world.recorder.amend(draft.id, {
      status: result.status,
      response: world.recorder.message(result.headers, result.body),
      ...(location ? { answer: `→ ${shownTarget(location, location.host !== url.host)}` } : {}),
      ...(fates.length > 0 ? { cookies: fates } : {}),
      ...(where.length > 0 ? { where } : {}),
    });
    return {
      url,
      exchange,
      status: result.status,
      headers: result.headers,
      body: result.body,
      location,
      fates,
      withheld,
      sent,
      notes,
    };
  }

  /** Follows redirects within the app. What follows has the initiator of the first step, as in browsers. */
  async follow(target: URL | string, visit: Visit = {}): Promise<Journey> {
    const answers: Answer[] = [];
    const seen = new Set<string>();
    let answer = await this.open(target, visit);
    answers.push(answer);
    for (let hop = 0; hop < MOST_HOPS; hop++) {
      const next = answer.location;
      if (!next) return { answers, last: answer, toProvider: undefined, elsewhere: undefined, loops: false };
      if (this.isProvider(next)) return { answers, last: answer, toProvider: next, elsewhere: undefined, loops: false };
      if (!this.isApp(next)) return { answers, last: answer, toProvider: undefined, elsewhere: next, loops: false };
      const key = `${next.href} ${this.jar.give({ url: next, initiator: visit.initiator, method: 'GET', now: Date.now() }).header}`;
      if (seen.has(key)) break;
      seen.add(key);
      const keepsMethod = answer.status === 307 || answer.status === 308;
      answer = await this.open(next, keepsMethod ? visit : { initiator: visit.initiator });
      answers.push(answer);
    }
    return { answers, last: answer, toProvider: undefined, elsewhere: undefined, loops: true };
  }
}

const failureWords = {
  refused: 'connection refused',
  reset: 'connection broken off without an answer',
  timeout: 'no answer in time',
  ended: 'the run was ended',
} as const;

/** An act's own limit is for a path that has answered before. */
function patienceFor({ patience }: World, url: URL, toApp: boolean, { timeoutMs }: Visit): number {
  const usual = toApp ? patience.of(url) : patience.usualMs;
  return timeoutMs === undefined || usual > patience.usualMs ? usual : timeoutMs;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]';
}

function redirectOf(status: number, headers: IncomingHttpHeaders, base: URL): URL | undefined {
  const { location } = headers;
  if (status < 300 || status > 399 || status === 304 || location === undefined) return undefined;
  return URL.canParse(location, base.href) ? new URL(location, base) : undefined;
}

function navigationHeaders(url: URL, { method = 'GET', initiator }: Visit): Record<string, string> {
  const site = initiator === undefined ? 'none' : initiator === url.origin ? 'same-origin' : 'cross-site';
  return {
    'user-agent': USER_AGENT,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-language': 'en-US,en;q=0.9',
    'accept-encoding': 'gzip, deflate',
    'upgrade-insecure-requests': '1',
    'sec-fetch-site': site,
    'sec-fetch-mode': 'navigate',
    'sec-fetch-user': '?1',
    'sec-fetch-dest': 'document',
    ...(method === 'POST' && initiator !== undefined ? { origin: initiator } : {}),
    ...(initiator === undefined ? {} : { referer: `${initiator}/` }),
  };
}

function placesOf(notes: readonly Note[]): Note['frames'] {
  const answer = notes.find((note) => note.kind === 'answer' && note.frames.length > 0);
  return (answer ?? notes.find((note) => note.frames.length > 0))?.frames.slice(0, 3) ?? [];
}
