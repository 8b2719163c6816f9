/** Which environment variables a module reads, and what in it loads an env file. Pure. */
import {
  bare,
  descendants,
  enclosing,
  field,
  functionTypes,
  memberPath,
  namedChildren,
  propertyName,
  stringValue,
} from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { environmentName, importedVariable } from './known-shapes.ts';
import { placeOf } from './place.ts';
import type { CodeModule, EnvLoad, EnvRead, EnvWrites } from './types.ts';

export function envReadsOf(module: CodeModule): EnvRead[] {
  if (!/\benv\b/.test(module.file.text)) return [];
  const members = [...descendants(module.root, new Set(['member_expression', 'subscript_expression']))].flatMap((node) => {
    const path = memberPath(node);
    const name = path ? environmentName(path) : undefined;
    return name === undefined
      ? []
      : [{ name, at: placeOf(module.file, node), atModuleLevel: enclosing(node, functionTypes) === undefined }];
  });
  const patterns = [...descendants(module.root, 'object_pattern')].flatMap((pattern) => {
    const value = pattern.parent?.type === 'variable_declarator' ? field(pattern.parent, 'value') : undefined;
    const source = value ? memberPath(value)?.join('.') : undefined;
    if (source !== 'process.env' && source !== 'import.meta.env') return [];
    return namedChildren(pattern).flatMap((part) => {
      const name =
        part.type === 'shorthand_property_identifier_pattern'
          ? part.text
          : propertyName(field(part, 'key') ?? field(part, 'left'));
      return name === undefined
        ? []
        : [{ name, at: placeOf(module.file, part), atModuleLevel: enclosing(part, functionTypes) === undefined }];
    });
  });
  const named = [...module.imports].flatMap(([local, imported]) => {
    const name = importedVariable(imported);
    const at = name === undefined ? -1 : module.file.text.search(new RegExp(`\\b${local}\\b`));
    return name === undefined || at < 0
      ? []
      : [{ name, at: { file: module.file, start: at, end: at, location: module.file.locationAt(at) }, atModuleLevel: true }];
  });
  return [...members, ...patterns, ...named];
}

const loaders =
  /^(?:dotenv(?:-flow|-safe|-expand|-defaults|-mono|-extended)?|@dotenvx\/dotenvx|@next\/env|dotenv-cli|@nestjs\/config|env-cmd|custom-env)(?:\/|$)/;

export function envLoadsOf(module: CodeModule): EnvLoad[] {
  const imports = module.loads.flatMap((load): EnvLoad[] => {
    if (!/^(?:dotenv|dotenv-flow|dotenv-safe|@dotenvx\/dotenvx|dotenv-defaults)\/(?:config|auto)(?:\.js)?$/.test(load.specifier))
      return [];
    const at = { file: module.file, start: load.offset, end: load.offset, location: module.file.locationAt(load.offset) };
    return [{ at, kind: load.kind === 'import' ? 'import' : 'statement', how: load.specifier, file: undefined }];
  });
  const calls = [...descendants(module.root, 'call_expression')].flatMap((call): EnvLoad[] => {
    const callee = field(call, 'function');
    if (!callee) return [];
    const path = memberPath(callee);
    const isLoader =
      path?.join('.') === 'process.loadEnvFile' ||
      isNodesOwn(path, module) ||
      (/^(?:readFile|readFileSync)$/.test(path?.at(-1) ?? '') && /\.env\b/.test(field(call, 'arguments')?.text ?? '')) ||
      (path !== undefined &&
        loaders.test(module.imports.get(path[0] ?? '')?.specifier ?? '') &&
        /^(?:config|load|loadEnvConfig|forRoot|configDotenv)$/.test(
          path.length === 1 ? (module.imports.get(path[0] ?? '')?.name ?? '') : (path.at(-1) ?? ''),
        )) ||
      /^require\(\s*['"](?:dotenv(?:-flow|-safe)?|@dotenvx\/dotenvx)['"]\s*\)\.config$/.test(callee.text);
    return isLoader
      ? [{ at: placeOf(module.file, call), kind: 'statement', how: callee.text.slice(0, 60), file: fileOf(call) }]
      : [];
  });
  return [...imports, ...calls];
}

/** `import { loadEnvFile } from 'node:process'`. */
function isNodesOwn(path: readonly string[] | undefined, module: CodeModule): boolean {
  const imported = path?.length === 1 ? module.imports.get(path[0] ?? '') : undefined;
  return imported?.name === 'loadEnvFile' && /^(?:node:)?process$/.test(imported.specifier);
}

/** `config({ path: 'config/.env' })`, `loadEnvFile('config/.env')`. */
function fileOf(call: SyntaxNode): EnvLoad['file'] {
  const list = field(call, 'arguments');
  const [first] = list ? namedChildren(list) : [];
  if (!first) return undefined;
  const pair = [...descendants(first, 'pair')].find((one) =>
    /^(?:path|envFilePath)$/.test(propertyName(field(one, 'key')) ?? ''),
  );
  const given = pair ? field(pair, 'value') : first.type === 'object' ? undefined : first;
  return given ? (stringValue(bare(given)) ?? 'other') : undefined;
}

const written = new Set(['assignment_expression', 'augmented_assignment_expression', 'call_expression']);

export function envWritesOf(modules: readonly CodeModule[]): EnvWrites {
  const names = new Set<string>();
  let any = false;
  for (const module of modules) {
    if (!/\benv\b[^\n]{0,120}=|assign\s*\(\s*process\.env/.test(module.file.text)) continue;
    for (const node of descendants(module.root, written)) {
      const left = field(node, 'left');
      if (node.type === 'call_expression') any ||= /^Object\.assign\(\s*process\.env\b/.test(node.text.slice(0, 80));
      else if (left) {
        const name = environmentName(memberPath(left) ?? []);
        if (name !== undefined) names.add(name);
        else any ||= /^process\.env(?:\[|$)/.test(left.text);
      }
    }
  }
  return { names: [...names], any };
}
