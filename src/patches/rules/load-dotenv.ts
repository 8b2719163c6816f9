/** Loads the env file in the very module that reads the variables, before anything else of it runs. Pure. */
import type { CodeModule } from '../../project/code/types.ts';
import { namedChildren } from '../../project/syntax/nodes.ts';
import { insertion, lineEnding, quoteOf, type RuleResult, result } from './rule.ts';

export function loadDotenv(module: CodeModule): RuleResult {
  const { text } = module.file;
  const quote = quoteOf(text);
  const usesSemicolons = /;\s*(?:\r?\n|$)/.test(text);
  const end = usesSemicolons ? ';' : '';
  const statement = module.isEsm
    ? `import ${quote}dotenv/config${quote}${end}`
    : `require(${quote}dotenv${quote}).config()${end}`;
  return result(module.file, [insertion(firstStatement(module), `${statement}${lineEnding(text)}`)]);
}

/** Behind a byte-order mark, a `#!` line, directives and the comment that heads the file. */
function firstStatement({ root, file }: CodeModule): number {
  for (const child of namedChildren(root)) {
    if (child.type === 'hash_bang_line') continue;
    const isDirective = child.type === 'expression_statement' && /^['"]use [a-z]+['"];?$/.test(child.text.trim());
    if (!isDirective) return child.startIndex;
  }
  return file.text.length;
}
