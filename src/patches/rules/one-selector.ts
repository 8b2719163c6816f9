/** Takes the other selectors of a login out where the connection is given: one decides, and that is the most exact. Pure. */
import type { CodeModule, Handler } from '../../project/code/types.ts';
import { descendants, field, namedChildren, propertyName } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { workshop } from './bench.ts';
import { partName, withoutPart } from './login-options.ts';
import type { RuleResult } from './rule.ts';

const others = new Set(['organizationId', 'domainHint', 'provider']);

export function keepConnectionOnly({ reached }: Handler): readonly RuleResult[] | undefined {
  const shop = workshop();
  for (const { node, module } of reached) {
    inObjects(node, module, shop);
    inAssignments(node, module, shop);
  }
  const results = shop.results();
  return results.length > 0 ? results : undefined;
}

function inObjects(scope: SyntaxNode, module: CodeModule, shop: ReturnType<typeof workshop>): void {
  for (const object of descendants(scope, 'object')) {
    const parts = namedChildren(object);
    const names = parts.map((part) => partName(part));
    if (!names.includes('connectionId')) continue;
    for (const part of parts) {
      if (others.has(partName(part) ?? '')) shop.bench(module).add({ ...withoutPart(object, part), text: '' });
    }
  }
}

/** `options.connectionId = …; options.organizationId = …;` in one block. */
function inAssignments(scope: SyntaxNode, module: CodeModule, shop: ReturnType<typeof workshop>): void {
  const all = [...descendants(scope, 'assignment_expression')].flatMap((node) => {
    const left = field(node, 'left');
    const name = left ? propertyName(field(left, 'property')) : undefined;
    const statement = node.parent?.type === 'expression_statement' ? node.parent : undefined;
    return left && name !== undefined && statement ? [{ name, object: field(left, 'object')?.text, statement }] : [];
  });
  for (const { name, object, statement } of all) {
    const isBeside = all.some(
      (other) => other.name === 'connectionId' && other.object === object && other.statement.parent?.id === statement.parent?.id,
    );
    if (!others.has(name) || !isBeside) continue;
    const { text } = module.file;
    const start = text.lastIndexOf('\n', statement.startIndex) + 1;
    const end = text.indexOf('\n', statement.endIndex) + 1;
    const isAlone = end > 0 && text.slice(start, end).trim() === statement.text;
    shop
      .bench(module)
      .add(isAlone ? { start, end, text: '' } : { start: statement.startIndex, end: statement.endIndex, text: '' });
  }
}
