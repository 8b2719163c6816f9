/** Which environment variables a module reads, and what in it loads an env file. Pure. */
import { descendants, enclosing, field, functionTypes, memberPath, namedChildren, propertyName } from '../syntax/nodes.ts';
import { environmentName } from './known-shapes.ts';
import { placeOf } from './place.ts';
import type { CodeModule, EnvLoad, EnvRead } from './types.ts';

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
  return [...members, ...patterns];
}

const loaders =
  /^(?:dotenv(?:-flow|-safe|-expand|-defaults|-mono|-extended)?|@dotenvx\/dotenvx|@next\/env|dotenv-cli|@nestjs\/config|env-cmd|custom-env)(?:\/|$)/;

export function envLoadsOf(module: CodeModule): EnvLoad[] {
  const imports = module.loads.flatMap((load): EnvLoad[] => {
    if (!/^(?:dotenv|dotenv-flow|dotenv-safe|@dotenvx\/dotenvx|dotenv-defaults)\/(?:config|auto)(?:\.js)?$/.test(load.specifier))
      return [];
    const at = { file: module.file, start: load.offset, end: load.offset, location: module.file.locationAt(load.offset) };
    return [{ at, kind: load.kind === 'import' ? 'import' : 'statement', how: load.specifier }];
  });
  const calls = [...descendants(module.root, 'call_expression')].flatMap((call): EnvLoad[] => {
    const callee = field(call, 'function');
    if (!callee) return [];
    const path = memberPath(callee);
    const isLoader =
      path?.join('.') === 'process.loadEnvFile' ||
      (path !== undefined &&
        loaders.test(module.imports.get(path[0] ?? '')?.specifier ?? '') &&
        /^(?:config|load|loadEnvConfig|forRoot|configDotenv)$/.test(
          path.length === 1 ? (module.imports.get(path[0] ?? '')?.name ?? '') : (path.at(-1) ?? ''),
        )) ||
      /^require\(\s*['"](?:dotenv(?:-flow|-safe)?|@dotenvx\/dotenvx)['"]\s*\)\.config$/.test(callee.text);
    return isLoader ? [{ at: placeOf(module.file, call), kind: 'statement', how: callee.text.slice(0, 60) }] : [];
  });
  return [...imports, ...calls];
}
