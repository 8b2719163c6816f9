/**
 * One parser for every language: web-tree-sitter with the grammars that the build packs into `dist/grammars/`. Runtime and grammar are
 * loaded at the first file that needs them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Language, Node, Parser, Tree } from 'web-tree-sitter';
import { packageRoot } from '../../package-root.ts';
import type { Grammar } from './language.ts';

export type SyntaxNode = Node;
export type SyntaxTree = Tree;

let runtime: Promise<Parser> | undefined;
const grammars = new Map<Grammar, Promise<Language>>();

/** @throws only when the installation is broken: text that is no code gives a tree with error nodes. */
export async function parse(grammar: Grammar, text: string): Promise<SyntaxTree> {
  runtime ??= loadRuntime();
  const parser = await runtime;
  let language = grammars.get(grammar);
  if (!language) {
    language = loadGrammar(grammar);
    grammars.set(grammar, language);
  }
  parser.setLanguage(await language);
  const tree = parser.parse(text);
  if (!tree) throw new Error(`The ${grammar} parser gave no tree.`);
  return tree;
}

async function loadRuntime(): Promise<Parser> {
  const { Parser } = await import('web-tree-sitter');
  await Parser.init({ wasmBinary: packed('web-tree-sitter', 'web-tree-sitter/web-tree-sitter.wasm') });
  return new Parser();
}

async function loadGrammar(grammar: Grammar): Promise<Language> {
  const { Language } = await import('web-tree-sitter');
  return Language.load(packed(`tree-sitter-${grammar}`, `@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`));
}

/** From the package; in a checkout that was not built yet, the file of the development dependency. */
function packed(name: string, unpacked: string): Uint8Array {
  const path = join(packageRoot(), 'dist', 'grammars', `${name}.wasm.br`);
  if (existsSync(path)) return brotliDecompressSync(readFileSync(path));
  return readFileSync(createRequire(join(packageRoot(), 'package.json')).resolve(unpacked));
}
