/** Reads the project's JavaScript and TypeScript as one program and says what of it concerns Scalekit. Does no I/O but for the grammars. */

import { namesEnvironment } from '../environment-mention.ts';
import type { SourceFile } from '../source-file.ts';
import { holdsScript, scriptsAlone } from '../syntax/embedded.ts';
import { grammarOf, isScript } from '../syntax/language.ts';
import { descendants, field } from '../syntax/nodes.ts';
import { parse } from '../syntax/parser.ts';
import { withAutoImports } from './auto-imports.ts';
import { requestsByHand, secretsByHand } from './by-hand/requests.ts';
import { responseUse } from './by-hand/response.ts';
import { type Callers, callersIn } from './callers.ts';
import { clientsOf, sdkCallsOf } from './calls.ts';
import { clientUsesOf } from './client-uses.ts';
import { cookieWritesOf } from './cookies.ts';
import { wrongEndpoints } from './endpoint-paths.ts';
import { type EntryCommand, entriesOf, isHandRun, type MainFile, reachedModules } from './entry-points.ts';
import { envLoadsOf, envReadsOf, envWritesOf } from './env-use.ts';
import { createEvaluator } from './evaluate.ts';
import { exportLookup } from './export-lookup.ts';
import { handlersOf } from './handlers.ts';
import { SDK_PACKAGE } from './known-shapes.ts';
import { readModule } from './module.ts';
import { oidcConfigurationsOf } from './oidc-configurations.ts';
import { placeOf } from './place.ts';
import { rawCookieWritesOf } from './raw-cookies.ts';
import { redirectUrisByHand, redirectUrisOfCalls } from './redirect-arguments.ts';
import { pathResolver } from './resolve-path.ts';
import { routesOf } from './routes.ts';
import type { CodeAnalysis, CodeModule, EnvLoad, Place, SdkCall } from './types.ts';
import { validationsByLibrary, validationsBySdk } from './validations.ts';

export interface AnalysisInput {
  readonly files: readonly SourceFile[];
  /** From tsconfig: `@/` → `src/`. */
  readonly aliases: readonly (readonly [prefix: string, folder: string])[];
  /** What starts the app, and the main files of its packages. */
  readonly starts?: { readonly commands: readonly EntryCommand[]; readonly mains: readonly MainFile[] };
}

export async function analyseCode({ files, aliases, starts }: AnalysisInput): Promise<CodeAnalysis> {
  const scripts = files.filter(({ path }) => isScript(path) || holdsScript(path));
  const paths = pathResolver(new Set(scripts.map((file) => file.path)), aliases);
  const read = new Map<string, CodeModule>();
  const notes: string[] = [];
  for (const file of scripts) {
    const isEmbedded = holdsScript(file.path);
    const grammar = isEmbedded ? 'typescript' : grammarOf(file.path);
    if (!grammar) continue;
    try {
      const { rootNode } = await parse(grammar, isEmbedded ? scriptsAlone(file.path, file.text) : file.text);
      if (rootNode.hasError) notes.push(`${file.path} has a syntax error; what stands around it may be overlooked.`);
      read.set(file.path, readModule(file, rootNode, paths));
    } catch (error) {
      // Code nested so deeply that no tree can be walked: one such file must not hide the others.
      if (!(error instanceof RangeError)) throw error;
      notes.push(`${file.path} is nested too deeply to be read.`);
    }
  }
  const reached = reachedModules(entriesOf(starts?.commands ?? [], starts?.mains ?? [], read), read);
  // What a person runs by hand beside the app is not the app.
  if (reached) for (const path of [...read.keys()]) if (isHandRun(path) && !reached.has(path)) read.delete(path);
  const modules = withAutoImports(read);
  const evaluator = createEvaluator(modules);
  const all = [...modules.values()];
  const lookup = exportLookup(modules);
  const callers = callersIn(all, lookup);
  const sdkCalls = all.flatMap((module) => sdkCallsOf(module, evaluator)).map((call) => withCallersUse(call, callers));
  const calls = [...sdkCalls, ...all.flatMap((module) => requestsByHand(module, evaluator, callers))];
  return {
    modules: all,
    reached,
    concernsScalekit: all.some(
      ({ file, loads }) => loads.some(({ specifier }) => specifier === SDK_PACKAGE) || namesEnvironment(file.text),
    ),
    clients: all.flatMap((module) => clientsOf(module, evaluator)),
    calls,
    wrongEndpoints: all.flatMap((module) => wrongEndpoints(module, evaluator)),
    secretsByHand: all.flatMap((module) => secretsByHand(module, evaluator)),
    clientUses: all.flatMap((module) => clientUsesOf(module, evaluator, modules)),
    redirectUris: [...redirectUrisOfCalls(sdkCalls), ...all.flatMap((module) => redirectUrisByHand(module, evaluator))],
    oidcConfigurations: all.flatMap((module) => oidcConfigurationsOf(module, evaluator)),
    validations: [...validationsBySdk(calls), ...all.flatMap((module) => validationsByLibrary(module, evaluator))],
    refreshTokenReads: all.flatMap(refreshTokenReads),
    routes: routesOf(all),
    handlers: handlersOf(modules, lookup),
    cookies: all.flatMap((module) => [...cookieWritesOf(module), ...rawCookieWritesOf(module)]),
    envReads: all.flatMap(envReadsOf),
    envWrites: envWritesOf(all),
    envLoads: new Map(all.map((module): [string, readonly EnvLoad[]] => [module.file.path, envLoadsOf(module)])),
    notes,
  };
}

/** Tokens that a helper hands back are looked after by what calls it. */
function withCallersUse(call: SdkCall, callers: Callers): SdkCall {
  if (!call.result.escapes || !/^(?:refreshAccessToken|authenticateWithCode)$/.test(call.method)) return call;
  return { ...call, result: responseUse(call.node, call.module, callers) };
}

/** `refreshToken` taken out of a result or read from where it is kept. */
function refreshTokenReads(module: CodeModule): Place[] {
  if (!/refresh_?token/i.test(module.file.text)) return [];
  const members = [...descendants(module.root, 'member_expression')].filter((node) =>
    /^refresh_?token$/i.test(field(node, 'property')?.text ?? ''),
  );
  const patterns = [...descendants(module.root, 'shorthand_property_identifier_pattern')].filter((node) =>
    /^refresh_?token$/i.test(node.text),
  );
  const keys = [...descendants(module.root, 'pair_pattern')].filter((node) =>
    /^refresh_?token$/i.test(field(node, 'key')?.text ?? ''),
  );
  return [...members, ...patterns, ...keys].sort((a, b) => a.startIndex - b.startIndex).map((node) => placeOf(module.file, node));
}
