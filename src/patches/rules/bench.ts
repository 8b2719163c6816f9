/** Where the edits of one module come together: its style, the names it needs, code put in front of statements. Holds edits, applies none. */
import type { CodeModule } from '../../project/code/types.ts';
import { descendants } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import type { TextEdit } from '../text-edits.ts';
import { imported, type Wanted } from './imports.ts';
import { insertion, type RuleResult, result } from './rule.ts';
import { type Style, styleOf, written } from './style.ts';

export interface Bench {
  readonly module: CodeModule;
  readonly style: Style;
  /** Adds an edit, or takes the place of the one that was set under this key. */
  readonly set: (key: string, edit: TextEdit) => void;
  /** Adds an edit; the same one twice counts once. */
  readonly add: (edit: TextEdit) => void;
  /** The local name of what another module exports; undefined where the name is taken. */
  readonly use: (wanted: Wanted) => string | undefined;
  /** False where something else stands on the statement's line, or the statement has no line of its own. */
  readonly before: (statement: SyntaxNode, lines: readonly string[]) => boolean;
  readonly replace: (node: SyntaxNode, lines: readonly string[]) => void;
  readonly result: (sure?: boolean) => RuleResult;
}

export function benchOf(module: CodeModule): Bench {
  const { file } = module;
  const style = styleOf(file);
  const edits: TextEdit[] = [];
  const names = new Map<string, string>();
  const keyed = new Map<string, TextEdit>();
  const add = (edit: TextEdit): void => {
    const isThere = edits.some(({ start, end, text }) => start === edit.start && end === edit.end && text === edit.text);
    if (!isThere) edits.push(edit);
  };
  return {
    module,
    style,
    add,
    set: (key, edit) => void keyed.set(`${key} ${edit.start}`, edit),
    use: (wanted) => {
      const key = `${wanted.specifier} ${wanted.name}`;
      const known = names.get(key);
      if (known !== undefined) return known;
      const found = imported(module, wanted);
      if (!found) return undefined;
      if (found.edit) {
        // A second name of a module that is imported anew joins the first.
        const earlier = edits.findIndex(
          ({ start, text }) => start === found.edit?.start && text.includes(`${style.quote}${wanted.specifier}${style.quote}`),
        );
        const joined = edits[earlier];
        if (joined) edits[earlier] = { ...joined, text: joined.text.replace(' }', `, ${wanted.name} }`) };
        else add(found.edit);
      }
      names.set(key, found.local);
      return found.local;
    },
    before: (described, lines) => {
      const statement = withComments(described, file.text);
      const indent = indentBefore(file.text, statement.startIndex);
      if (indent === undefined) return false;
      add(insertion(statement.startIndex, `${written(lines, style, indent)}${style.end}${indent}`));
      return true;
    },
    replace: (node, lines) => {
      const indent = /^[ \t]*/.exec(file.text.slice(file.text.lastIndexOf('\n', node.startIndex) + 1))?.[0] ?? '';
      add({ start: node.startIndex, end: node.endIndex, text: written(lines, style, indent) });
    },
    result: (sure = true) => result(file, [...edits, ...keyed.values()], sure),
  };
}

export interface Workshop {
  /** One bench a module, so that a name is imported once. */
  readonly bench: (module: CodeModule) => Bench;
  readonly results: (sure?: boolean) => readonly RuleResult[];
}

export function workshop(): Workshop {
  const benches = new Map<CodeModule, Bench>();
  return {
    bench: (module) => {
      const known = benches.get(module) ?? benchOf(module);
      benches.set(module, known);
      return known;
    },
    results: (sure) => [...benches.values()].map((bench) => bench.result(sure)).filter(({ edits }) => edits.length > 0),
  };
}

/** A comment on the lines right above belongs to the statement: what is new goes in front of it. */
function withComments(statement: SyntaxNode, text: string): SyntaxNode {
  let first = statement;
  for (let before = first.previousSibling; before?.type === 'comment'; before = first.previousSibling) {
    const isAlone = text.slice(text.lastIndexOf('\n', before.startIndex - 1) + 1, before.startIndex).trim() === '';
    if (!isAlone || (text.slice(before.endIndex, first.startIndex).match(/\n/g) ?? []).length !== 1) break;
    first = before;
  }
  return first;
}

/** Undefined where something stands in front of it on its line. */
function indentBefore(text: string, offset: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return before.trim() === '' ? before : undefined;
}

/** A name that nothing in the scope has, the first of those that are offered. */
export function freeName(scope: SyntaxNode, names: readonly string[]): string | undefined {
  const taken = new Set(
    [
      ...descendants(scope, new Set(['identifier', 'shorthand_property_identifier_pattern', 'shorthand_property_identifier'])),
    ].map(({ text }) => text),
  );
  return names.find((name) => !taken.has(name));
}
