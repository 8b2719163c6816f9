/** What the files tell of the app before it is started: how, on which port, with which variables, and where its doors are. */
import type { FactSheet } from '../../diagnosis/fact-sheet.ts';
import { code } from '../../probes/code.ts';
import { loginFlow } from '../../probes/login-flow.ts';
import { projectShape } from '../../probes/project-shape.ts';
import { redirectUris } from '../../probes/redirect-uris.ts';
import { webhookRoutes } from '../../probes/webhook-routes.ts';
import { runsIn } from '../../project/code/handlers.ts';
import type { CodeAnalysis } from '../../project/code/types.ts';
import { type Project, textOf, textsOf } from '../../project/files.ts';
import type { Mention } from '../../project/scan.ts';
import { functionsThatStartLogins, selectorsIn, selectorsOf } from '../../rehearsal/reading/selectors.ts';
import { addressesIn } from '../../rehearsal/real-environment.ts';
import type { StageFacts } from '../../rehearsal/stage/facts.ts';
import { startCommand, whyNoStart } from '../../rehearsal/stage/start-command.ts';
import { factValue } from '../report.ts';
import { directoryEventsIn } from './directory-events.ts';
import { goFactsOf } from './go-facts.ts';
import { goPorts, goPortVariables, goReads, shellNames } from './go-reads.ts';
import { jvmFacts } from './jvm-facts.ts';
import { moreDoors } from './more-doors.ts';
import { pythonDoors, withDoors } from './python-doors.ts';
import { pythonFacts } from './python-facts.ts';
import { pythonReads } from './python-reads.ts';
import { pythonTexts } from './python-texts.ts';
import { goDoors, isAnnotated, javaDoors } from './read-doors.ts';
import { routePlaces } from './route-places.ts';
import { BACK_CHANNEL, writtenRoutes } from './routes.ts';
import { fileRoutes } from './scripts.ts';
import { contextPath, doorsBehind, springDoors, springUses } from './spring-settings.ts';
import { portsIn, startFacts } from './start-facts.ts';
import { trustNeeds } from './trust-needs.ts';
import { namesReadIn, valuesOf, variablesOf } from './variables.ts';
import { exchangesItselfIn, refreshesIn, watchlessTexts } from './watchless.ts';

const MOST_READ = 80;
const startWords = ['scalekit', 'Scalekit', 'SCALEKIT', 'listen(', 'PORT', 'FastAPI(', 'Flask('];
/** In files that only say which path is whose. */
const routeWords = [
  '.post(',
  '.get(',
  '.route(',
  'Router',
  '@Controller',
  'pathname',
  'setGlobalPrefix',
  'idp_initiated_login',
  'dotenv',
  'Mapping(',
  'session(',
  'cookie',
];
const MOST_CLIENT = 200_000;
const trustsProxy =
  /trust[ _]?proxy|x-forwarded-proto|\bapp\.proxy\s*=|\bproxy\s*:\s*true|ProxyFix|SECURE_PROXY_SSL_HEADER|proxy_headers/i;

export async function stageFacts(sheet: FactSheet, project: Project): Promise<StageFacts> {
  const analysis = factValue(code, sheet);
  const python = await pythonTexts(project);
  const sources = await watchlessTexts(project);
  const others = new Map([...(await sourceTexts(project)), ...sources]);
  // Go, and Java's annotations, have a reader of their own.
  const unread = new Map([...others].filter(([file, text]) => !(/\.go$/.test(file) || isAnnotated(file, text))));
  const texts = new Map([...others, ...python]);
  const files = await project.list();
  const uris = factValue(redirectUris, sheet)?.uses.flatMap(({ uri }) => (uri === undefined ? [] : [uri])) ?? [];
  const jvm = await jvmFacts(project);
  const spring = springUses(jvm.values);
  for (const { name, use } of spring)
    if (use === 'redirect-uri') uris.push(...jvm.values.flatMap((one) => (one.name === name ? (one.value ?? []) : [])));
  const pythonStart = await pythonFacts(project, python, valuesOf(sheet, ''));
  const starting = startFacts(sheet, project, {
    texts,
    files,
    redirectUris: uris,
    python: pythonStart,
    go: goFactsOf(project, files, sources),
    jvm,
  });
  const start = startCommand(starting);
  const fileValues = valuesOf(sheet, start?.folder ?? '');
  for (const { name, value } of jvm.values) if (value !== undefined && !fileValues.has(name)) fileValues.set(name, value);
  const reads = [
    ...new Set([
      ...(analysis?.envReads.map(({ name }) => name) ?? []),
      ...namesReadIn(others),
      ...pythonReads(python),
      ...goReads(sources),
      ...jvm.unset,
    ]),
  ];
  const dependencies = new Map((factValue(projectShape, sheet)?.packages ?? []).flatMap((one) => [...one.dependencies]));
  const noStart = start ? undefined : whyNoStart(starting);
  return {
    root: project.root,
    start,
    ...(noStart === undefined ? {} : { noStart }),
    variables: [
      ...variablesOf(sheet, fileValues, reads).filter(({ name }) => !spring.some((one) => one.name === name)),
      ...spring,
    ],
    fileValues,
    unset: reads.filter((name) => !fileValues.has(name) && project.io.env[name] === undefined),
    fromShell: start?.file === 'go' ? shellNames(sources, reads, fileValues) : [],
    redirectUris: [...new Set(uris)],
    ports: [...goPorts(sources), ...portsIn(texts)],
    portVariables: [...goPortVariables(sources, reads, fileValues), ...jvm.portVariables],
    fileWins: fileWinsIn(texts),
    compiles: compilesOnDemand(sheet),
    addresses: addressesIn(texts),
    sources,
    texts,
    doors: {
      ...doorsBehind(
        contextPath(jvm.values),
        [pythonDoors(python), goDoors(sources), javaDoors(sources), springDoors(jvm.values)].reduce(
          withDoors,
          doorsOf(sheet, analysis, unread, await clientTexts(project), files),
        ),
      ),
      behindProxy: [...texts.values()].some((text) => trustsProxy.test(text)),
      refreshes: refreshesIn(sources),
      exchangesItself: exchangesItselfIn(sources),
      directoryEvents: await directoryEventsIn(project),
    },
    trust: trustNeeds({ files, dependencies, texts, fileValues }),
  };
}

/** Files that speak of Scalekit or start a server, in any language. */
async function sourceTexts(project: Project): Promise<Map<string, string>> {
  const mentions = await project.filesMentioning([...startWords, ...routeWords]);
  const isFirst = (one: Mention): boolean => one.needles.some((index) => index < startWords.length);
  // What speaks of Scalekit or starts a server is read before what only says which path is whose.
  const ordered = [...mentions.filter(isFirst), ...mentions.filter((one) => !isFirst(one))];
  const tables = (await project.list()).filter((file) =>
    /(?:^|\/)(?:urls\.py|routes?\.\w+|router\.\w+)$|(?:^|\/)routes?\//.test(file),
  );
  const files = [...new Set([...ordered.map(({ path: file }) => file), ...tables])].filter(
    (file) =>
      /\.(?:[cm]?[jt]sx?|go|java|kt|rb|php)$/.test(file) && !/(?:^|\/)(?:tests?|__tests__)\/|\.(?:test|spec)\./.test(file),
  );
  return textsOf(project, files.slice(0, MOST_READ));
}

function compilesOnDemand(sheet: FactSheet): boolean {
  const names = /^(?:next|nuxt|astro|vite|vinxi|@sveltejs\/kit|@remix-run\/dev|@react-router\/dev|gatsby)$/;
  return (factValue(projectShape, sheet)?.packages ?? []).some(({ dependencies }) =>
    [...dependencies.keys()].some((one) => names.test(one)),
  );
}

/** Loaders by which the file's value replaces the one that is set for the run. */
function fileWinsIn(texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([file, text]) => {
    if (/load_dotenv\([^)]*override\s*=\s*True|\bdotenv_values\(|read_env\([^)]*over\w+\s*=\s*True/.test(text))
      return [`${file} takes its env file over the environment: for this run it is given what was set in the file’s place.`];
    if (!/dotenv[\s\S]{0,200}override\s*:\s*true|godotenv\.Overload\(/.test(text)) return [];
    const isPutBack = /\.[cm]?[jt]sx?$/.test(file);
    const what = isPutBack ? 'put back behind it' : 'replaced by what the file says';
    return [`${file} loads its env file over the environment: what was set for this run is ${what}.`];
  });
}

/** Pages and scripts that lead to addresses of the app. */
async function clientTexts(project: Project): Promise<Map<string, string>> {
  const mentions = await project.filesMentioning(['fetch(', 'axios', 'href=', 'action=', 'location.']);
  const files = mentions
    .map(({ path: file }) => file)
    .filter(
      (file) => /\.(?:html?|ejs|hbs|njk|pug|vue|svelte|astro|[cm]?[jt]sx?)$/.test(file) && !/\.(?:test|spec|min)\./.test(file),
    );
  return new Map(files.slice(0, MOST_READ).map((file) => [file, (textOf(project, file) ?? '').slice(0, MOST_CLIENT)] as const));
}

function doorsOf(
  sheet: FactSheet,
  analysis: CodeAnalysis | undefined,
  texts: ReadonlyMap<string, string>,
  scripts: ReadonlyMap<string, string>,
  files: readonly string[],
): StageFacts['doors'] {
  const flow = factValue(loginFlow, sheet);
  const handlers = analysis?.handlers ?? [];
  const fixed = (paths: readonly string[]): string[] => [
    ...new Set(paths.filter((one) => one.startsWith('/') && !/[:*{[(<]/.test(one))),
  ];
  const login = (flow?.starts ?? []).flatMap(({ call }) =>
    handlers.filter((handler) => runsIn(handler, call.node, call.module)).map((handler) => handler.path),
  );
  const callback = (flow?.callbacks ?? []).map(({ handler }) => handler.path);
  const redirect = (factValue(redirectUris, sheet)?.uses ?? []).flatMap(({ uri }) =>
    uri !== undefined && URL.canParse(uri) ? [new URL(uri).pathname] : [],
  );
  // A path that nobody would guess says it by what its handler calls.
  const leaving = (flow?.logoutCalls ?? []).flatMap((call) =>
    handlers.filter((handler) => runsIn(handler, call.node, call.module)).map((handler) => handler.path),
  );
  const logout = [...(flow?.logouts ?? []).map((one) => one.path), ...leaving];
  const webhook = (factValue(webhookRoutes, sheet)?.receivers ?? []).map((one) => one.path);
  const routes = writtenRoutes(texts);
  const written = [...new Set(routes.map((one) => one.path))];
  const more = moreDoors({ handlers, written: routes, texts, clientTexts: scripts, fileRoutes: fileRoutes(files) });
  const callbacks = fixed([...callback, ...redirect]);
  // What does something else is not for a delivery to be tried at.
  const posts = fixed([
    ...handlers.filter(({ method }) => method === 'post').map((handler) => handler.path),
    ...routes.flatMap((one) => (one.method === 'post' ? [one.path] : [])),
  ]).filter(
    (one) => !callbacks.includes(one) && !/log-?_?(?:in|out)|sign-?_?(?:in|out)|callback|auth|\bsso\b|\bscim\b/i.test(one),
  );
  const logins = fixed([
    ...login,
    ...written.filter((one) => /log-?_?in|sign-?_?in|\/sso/i.test(one) && !callbacks.includes(one)),
  ]);
  const taken = new Set([...login, ...callbacks, ...logout, ...webhook]);
  const pages = fixed([
    ...handlers.filter(({ method }) => method === 'get' || method === 'any' || method === 'all').map((handler) => handler.path),
    ...written,
    ...more.pages,
  ]).filter((one) => !taken.has(one) && !/log-?_?out|sign-?_?out|callback|webhook|health|favicon|metrics|\.\w+$/i.test(one));
  return {
    // What takes assertions starts plain logins, too, but seldom as people do.
    login: logins.toSorted((a, b) => Number(/initiat|\bidp\b/i.test(a)) - Number(/initiat|\bidp\b/i.test(b))),
    callback: callbacks,
    logout: fixed([...logout, ...written.filter((one) => /log-?_?out|sign-?_?out/i.test(one))]).filter(
      (one) => !BACK_CHANNEL.test(one),
    ),
    backChannel: fixed(written.filter((one) => BACK_CHANNEL.test(one))),
    webhook: fixed([
      ...webhook,
      ...written.filter((one) => /webhook|\bhooks?\b/i.test(one)),
      ...posts.filter((one) => /scalekit/i.test(one)),
    ]),
    maybeWebhook: posts.filter((one) => /\bevents?\b|directory/i.test(one)),
    selectors: [
      ...selectorsIn(loginTexts(handlers, flow?.starts ?? [], texts)),
      ...selectorsOf(handlers.map((one) => ({ path: one.path, text: one.reached.map(({ node }) => node.text).join('\n') }))),
    ],
    places: routePlaces(handlers, routes, texts),
    initiate: initiatesIn(handlers, texts, [...logins, ...written.filter((one) => /initiat|\bidp\b/i.test(one))]),
    pages,
    posts: more.posts,
  };
}

/** Where no handler is known that starts a login: the functions that build the authorize address. */
function loginTexts(
  handlers: CodeAnalysis['handlers'],
  starts: readonly {
    readonly call: { readonly node: Parameters<typeof runsIn>[1]; readonly module: Parameters<typeof runsIn>[2] };
  }[],
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const own = handlers.filter((handler) => starts.some(({ call }) => runsIn(handler, call.node, call.module)));
  if (own.length > 0) return [];
  return [...texts.values()].flatMap(functionsThatStartLogins);
}

/** Handlers whose code speaks of it; where no handler is known, all addresses of logins, if anything does. */
function initiatesIn(
  handlers: CodeAnalysis['handlers'],
  texts: ReadonlyMap<string, string>,
  login: readonly string[],
): readonly string[] {
  const named = /idp_initiated_login|[iI]dpInitiatedLogin/;
  const found = handlers
    .filter(({ reached }) => reached.some(({ node }) => named.test(node.text)))
    .map((handler) => handler.path);
  if (found.length > 0) return [...new Set(found)];
  return [...texts.values()].some((text) => named.test(text)) ? [...new Set(login)] : [];
}
