/** Does anything load the env file before the code reads it: the framework, the start script, dotenv, in the right order? Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { fault, type Outcome, ok } from '../diagnosis/outcome.ts';
import type { CodeAnalysis, CodeModule, EnvLoad } from '../project/code/types.ts';
import type { FoundEnvFile } from '../project/env-files.ts';
import { envLoading as loadingOf } from '../project/env-order.ts';
import type { Project, SourceFile } from '../project/files.ts';
import { packageOf } from '../project/manifests.ts';
import { frameworkOf, type ProjectShape } from '../project/package.ts';
import { readStarters, type Starter } from '../project/starters.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import { projectShape } from './project-shape.ts';
import { probe } from './tools.ts';
import { type VariableRead, variableReads } from './variable-reads.ts';

export type EnvLoadingFact =
  | { readonly kind: 'not-needed'; readonly why: string }
  | { readonly kind: 'loaded'; readonly how: string }
  | {
      readonly kind: 'never';
      readonly file: string;
      readonly read: VariableRead;
      /** A sentence on what else might set the variables. */
      readonly perhapsElsewhere: string | undefined;
      readonly module: CodeModule;
      /** A command that starts the app names the file that runs. */
      readonly isStartKnown: boolean;
      /** `dotenv` is among the dependencies. */
      readonly hasDotenv: boolean;
      /** The start script, when plain `node` runs it. */
      readonly script: { readonly manifest: SourceFile; readonly command: string } | undefined;
    }
  | {
      readonly kind: 'too-late';
      readonly file: string;
      readonly read: VariableRead;
      readonly load: Location;
      readonly module: CodeModule;
    };

export const envLoading = probe({
  id: 'env-loading',
  title: 'Is the env file loaded?',
  reach: 'files',
  needs: { code, shape: projectShape, env: envFiles, reads: variableReads },
  observe: async ({ code, shape, env, reads }, { project, given }): Promise<Outcome<EnvLoadingFact>> => {
    const needed = reads.reads.filter((read) => isNeeded(read, code) && given.env[read.variable ?? ''] === undefined);
    const [first] = needed;
    if (!first)
      return ok({ kind: 'not-needed', why: 'The code reads no variable for Scalekit, or the environment has them already.' });
    const runs = runsOf(code);
    const isRun = (read: VariableRead): boolean => runs.modules?.has(read.location.file) ?? true;
    const read = needed.find((one) => isRun(one) && env.files.some((file) => sets(file, one) && file.role !== 'template'));
    if (!read) {
      const why = needed.some(isRun)
        ? 'No env file sets what the code reads.'
        : 'Nothing that is known to start loads the module that reads it.';
      return ok({ kind: 'not-needed', why });
    }
    const file = env.files.find((candidate) => sets(candidate, read) && candidate.role !== 'template');
    if (!file) return ok({ kind: 'not-needed', why: 'No env file sets what the code reads.' });
    if (file.role === 'other') return ok({ kind: 'not-needed', why: `${file.path} is for another mode.` });
    const module = code.modules.find((candidate) => candidate.file.path === read.location.file);
    if (!module) return ok({ kind: 'not-needed', why: 'The module that reads it is not known.' });
    const starters = await readStarters(project);
    const byOthers = loadedByOthers(shape, read.location.file, module) ?? handedOver(starters, given.env);
    if (byOthers !== undefined) return ok({ kind: 'loaded', how: byOthers });
    const order = orderOf(module, read, onlyRun(code, runs.modules));
    if (order.kind === 'in-time') return ok({ kind: 'loaded', how: order.how });
    if (order.kind === 'late') {
      return fault(
        { kind: 'too-late', file: file.path, read, load: order.load, module },
        { label: 'Loaded too late', location: order.load },
      );
    }
    const mention = starters.find(({ mentions }) => mentions);
    return fault(
      {
        kind: 'never',
        file: file.path,
        read,
        perhapsElsewhere:
          mention && `${mention.file} speaks of an env file or of these variables, so it may be handed over there.`,
        isStartKnown: runs.isStartKnown,
        module,
        hasDotenv: dependsOn(shape, 'dotenv'),
        script: scriptOf(shape, project),
      },
      { label: 'Never loaded', actual: file.path, location: read.location },
    );
  },
});

/** What has a default, or is set by the code itself, works without the file. */
function isNeeded(read: VariableRead, { envWrites }: CodeAnalysis): boolean {
  const { reachesSdk, variable, isAlternative, instead } = read;
  if (!reachesSdk || variable === undefined || isAlternative || envWrites.any || envWrites.names.includes(variable)) return false;
  return instead.last === 'nothing' || instead.last === 'empty';
}

/** The modules that run. Where no start command names one: what a server, or a file of a usual name that nobody loads, takes in. */
function runsOf(code: CodeAnalysis): { readonly modules: ReadonlySet<string> | undefined; readonly isStartKnown: boolean } {
  if (code.reached) return { modules: code.reached, isStartKnown: true };
  const loaded = new Set(code.modules.flatMap(({ loads }) => loads.flatMap(({ path }) => path ?? [])));
  const roots = code.modules.filter(
    ({ file }) => !loaded.has(file.path) && (usualEntry.test(file.path) || serves.test(file.text)),
  );
  const modules = new Set(roots.map(({ file }) => file.path));
  for (const path of modules)
    for (const load of code.modules.find(({ file }) => file.path === path)?.loads ?? [])
      if (load.path !== undefined) modules.add(load.path);
  return { modules, isStartKnown: false };
}

const usualEntry = /^(?:[\w.-]+\/){0,3}(?:index|server|app|main|www)(?:\.[cm]?[jt]s)?$/;
const serves = /\.listen\s*\(|\bserve\s*\(|\bcreateServer\s*\(|\bBun\.serve|\bDeno\.serve/;

function onlyRun(code: CodeAnalysis, modules: ReadonlySet<string> | undefined): CodeAnalysis {
  return modules ? { ...code, modules: code.modules.filter(({ file }) => modules.has(file.path)) } : code;
}

function dependsOn(shape: ProjectShape, name: string): boolean {
  return shape.packages.some((manifest) => manifest.dependencies.has(name));
}

function scriptOf(shape: ProjectShape, project: Project): { manifest: SourceFile; command: string } | undefined {
  const script = shape.startScripts.find(({ command }) => /(?:^|&&\s*|\s)node\s/.test(command));
  const manifest = script ? project.read(script.manifest) : undefined;
  return script && manifest?.kind === 'source' ? { manifest, command: script.command } : undefined;
}

/** Tools that start a program with settings of their own. */
const tools =
  /\b(?:doppler|infisical|dotenvx|dotenv|env-cmd|direnv|teller|chamber|vercel dev|netlify dev|wrangler|sst|op run|docker|aws-vault|pm2|firebase|varlock|heroku local|foreman|honcho|nf start|overmind|hivemind|make|just|task|mise|\S+\.sh)\b/;

/** Packages of frameworks and tools that read `.env` before the app's own code. */
const loadingPackages =
  /^(?:@adonisjs\/core|@strapi\/strapi|@redwoodjs\/core|blitz|@medusajs\/(?:medusa|framework)|@keystone-6\/core|sails|meteor-node-stubs|vinxi|nitropack|nitro|@solidjs\/start|@tanstack\/(?:react-)?start|gatsby|expo|parcel|firebase-functions|serverless-dotenv-plugin|@vercel\/node|wrangler|netlify-cli|sst|encore\.dev|@trigger\.dev\/sdk|varlock|moleculer-cli|@feathersjs\/cli)$/;

function sets(file: FoundEnvFile, read: VariableRead): boolean {
  return file.entries.some((entry) => entry.name === read.variable);
}

function loadedByOthers(shape: ProjectShape, file: string, module: CodeModule): string | undefined {
  const framework = frameworkOf(shape.frameworks, file);
  if (framework && loadingOf(framework.id).by === 'framework') return `${framework.name} loads it by itself`;
  const governing = packageOf(shape.packages, file);
  const loading = [...(governing?.dependencies.keys() ?? [])].find((name) => loadingPackages.test(name));
  if (loading !== undefined) return `${loading} may load it by itself`;
  const script = shape.startScripts.find((candidate) => candidate.envFiles.length > 0 || candidate.loadsDefaultEnvFile);
  if (script) return `the script “${script.name}” loads it`;
  const other = shape.startScripts.find(({ command }) => tools.test(command));
  if (other) return `the script “${other.name}” starts it with settings of its own`;
  if (/import\.meta\.env/.test(module.file.text) && !/process\.env/.test(module.file.text)) return 'the bundler puts it in';
  const isBun = shape.packageManager === 'bun' || /\bBun\./.test(module.file.text);
  return isBun ? 'Bun loads it by itself' : undefined;
}

/** By a file that starts the app, or by Node's own options in the environment. */
function handedOver(starters: readonly Starter[], environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const starter = starters.find(({ handsOver }) => handsOver);
  if (starter) return `${starter.file} hands it to the app`;
  return /--env-file|dotenv/.test(environment['NODE_OPTIONS'] ?? '') ? 'NODE_OPTIONS loads it' : undefined;
}

type Order =
  | { readonly kind: 'in-time'; readonly how: string }
  | { readonly kind: 'late'; readonly load: Location }
  | { readonly kind: 'never' };

/** Imports run before the module around them, in their order; `require` and calls run where they stand. */
function orderOf(module: CodeModule, read: VariableRead, code: CodeAnalysis): Order {
  const offset = { start: read.offset, atModuleLevel: read.atModuleLevel };
  const within = loadBefore(module, code, offset.atModuleLevel ? offset.start : Number.POSITIVE_INFINITY, new Set());
  if (within) return { kind: 'in-time', how: within.how };
  const all = code.modules.flatMap(({ file }) => code.envLoads.get(file.path) ?? []);
  const preloaded = preloadedBy(module, code);
  if (preloaded) return { kind: 'in-time', how: preloaded.how };
  if (!offset.atModuleLevel) return all[0] ? { kind: 'in-time', how: all[0].how } : { kind: 'never' };
  let late: EnvLoad | undefined = code.envLoads.get(module.file.path)?.[0];
  const waiting = [module.file.path];
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const importer of code.modules) {
      const load = importer.loads.find((candidate) => candidate.path === path);
      if (!load || seen.has(importer.file.path)) continue;
      seen.add(importer.file.path);
      waiting.push(importer.file.path);
      const before = loadBefore(importer, code, load.offset, new Set(), load.kind === 'import');
      if (before) return { kind: 'in-time', how: before.how };
      late ??= code.envLoads.get(importer.file.path)?.[0];
    }
  }
  return late
    ? { kind: 'late', load: late.at.location }
    : all[0] && waiting.length === 0 && seen.size === 1
      ? { kind: 'in-time', how: all[0].how }
      : { kind: 'never' };
}

/** A module of the start command itself (`--import ./env.mjs`): nobody loads it, and it does not load the one that reads. */
function preloadedBy(module: CodeModule, code: CodeAnalysis): EnvLoad | undefined {
  const loaded = new Set(code.modules.flatMap(({ loads }) => loads.flatMap(({ path }) => path ?? [])));
  if (!code.reached) return undefined;
  return code.modules
    .filter(
      ({ file, loads }) =>
        !loaded.has(file.path) && file.path !== module.file.path && !loads.some(({ path }) => path !== undefined),
    )
    .flatMap(({ file }) => code.envLoads.get(file.path) ?? [])[0];
}

/** What loads an env file in this module, or in one it loads, before the offset. */
function loadBefore(
  module: CodeModule,
  code: CodeAnalysis,
  offset: number,
  seen: Set<string>,
  onlyImports = false,
): EnvLoad | undefined {
  if (seen.has(module.file.path)) return undefined;
  seen.add(module.file.path);
  const own = (code.envLoads.get(module.file.path) ?? []).find(
    (load) => (load.kind === 'import' || !onlyImports) && (load.at.start < offset || (load.kind === 'import' && !onlyImports)),
  );
  if (own) return own;
  for (const load of module.loads) {
    if (load.path === undefined || (load.offset >= offset && load.kind === 'require') || (onlyImports && load.offset >= offset))
      continue;
    const target = code.modules.find((candidate) => candidate.file.path === load.path);
    const inner = target ? loadBefore(target, code, Number.POSITIVE_INFINITY, seen) : undefined;
    if (inner) return inner;
  }
  return undefined;
}
