/** Does anything load the env file before the code reads it: the framework, the start script, dotenv, in the right order? Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { fault, type Outcome, ok } from '../diagnosis/outcome.ts';
import type { CodeAnalysis, CodeModule, EnvLoad } from '../project/code/types.ts';
import { deploymentMentions } from '../project/deployment.ts';
import type { FoundEnvFile } from '../project/env-files.ts';
import { envLoading as loadingOf } from '../project/env-order.ts';
import type { Project, SourceFile } from '../project/files.ts';
import { frameworkOf, type ProjectShape } from '../project/package.ts';
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
    const read = reads.reads.find(
      (candidate) => candidate.reachesSdk && candidate.variable !== undefined && given.env[candidate.variable] === undefined,
    );
    if (!read)
      return ok({ kind: 'not-needed', why: 'The code reads no variable for Scalekit, or the environment has them already.' });
    const file = env.files.find((candidate) => sets(candidate, read) && candidate.role !== 'template');
    if (!file) return ok({ kind: 'not-needed', why: 'No env file sets what the code reads.' });
    if (file.role === 'other') return ok({ kind: 'not-needed', why: `${file.path} is for another mode.` });
    const module = code.modules.find((candidate) => candidate.file.path === read.location.file);
    if (!module) return ok({ kind: 'not-needed', why: 'The module that reads it is not known.' });
    const byOthers = loadedByOthers(shape, read.location.file, module);
    if (byOthers !== undefined) return ok({ kind: 'loaded', how: byOthers });
    const order = orderOf(module, read, code);
    if (order.kind === 'in-time') return ok({ kind: 'loaded', how: order.how });
    if (order.kind === 'late') {
      return fault(
        { kind: 'too-late', file: file.path, read, load: order.load, module },
        { label: 'Loaded too late', location: order.load },
      );
    }
    const perhapsElsewhere = await otherLoader(project);
    return fault(
      {
        kind: 'never',
        file: file.path,
        read,
        perhapsElsewhere,
        module,
        hasDotenv: dependsOn(shape, 'dotenv'),
        script: scriptOf(shape, project),
      },
      { label: 'Never loaded', actual: file.path, location: read.location },
    );
  },
});

function dependsOn(shape: ProjectShape, name: string): boolean {
  return shape.packages.some((manifest) => manifest.dependencies.has(name));
}

function scriptOf(shape: ProjectShape, project: Project): { manifest: SourceFile; command: string } | undefined {
  const script = shape.startScripts.find(({ command }) => /(?:^|&&\s*|\s)node\s/.test(command));
  const manifest = script ? project.read(script.manifest) : undefined;
  return script && manifest?.kind === 'source' ? { manifest, command: script.command } : undefined;
}

/** Tools that start a program with settings of their own. */
const starters =
  /\b(?:doppler|infisical|dotenvx|dotenv|env-cmd|direnv|teller|chamber|vercel dev|netlify dev|wrangler|sst|op run|docker|aws-vault|pm2)\b/;

/** A sentence on what else may load the file or set the variables: files that start the app name them. */
async function otherLoader(project: Project): Promise<string | undefined> {
  const [mention] = await deploymentMentions(project);
  if (mention) return `${mention.location.file} names ${mention.name} too, so it may be set there.`;
  const named = await project.filesMentioning(['.env', 'env_file']);
  const starter = named.find(({ path }) => startsApps.test(path));
  return starter ? `${starter.path} speaks of an env file too, so it may be loaded there.` : undefined;
}

const startsApps =
  /(?:^|\/)(?:(?:docker-)?compose[\w.-]*\.ya?ml|Dockerfile[\w.-]*|Procfile|Makefile|makefile|[Jj]ustfile|Taskfile\.ya?ml|\.envrc|mise\.toml|[\w.-]+\.sh|ecosystem\.config\.[cm]?js|\.vscode\/launch\.json|devbox\.json|flake\.nix)$/;

function sets(file: FoundEnvFile, read: VariableRead): boolean {
  return file.entries.some((entry) => entry.name === read.variable);
}

function loadedByOthers(shape: ProjectShape, file: string, module: CodeModule): string | undefined {
  const framework = frameworkOf(shape.frameworks, file);
  if (framework && loadingOf(framework.id).by === 'framework') return `${framework.name} loads it by itself`;
  const script = shape.startScripts.find((candidate) => candidate.envFiles.length > 0 || candidate.loadsDefaultEnvFile);
  if (script) return `the script “${script.name}” loads it`;
  const other = shape.startScripts.find(({ command }) => starters.test(command));
  if (other) return `the script “${other.name}” starts it with settings of its own`;
  if (/import\.meta\.env/.test(module.file.text) && !/process\.env/.test(module.file.text)) return 'the bundler puts it in';
  if (/\bBun\.|bun run|bunx?\b/.test(shape.startScripts.map(({ command }) => command).join(' '))) return 'Bun loads it by itself';
  return undefined;
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
  const all = [...code.envLoads.values()].flat();
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
