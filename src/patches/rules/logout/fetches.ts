/** Where a page calls a route by a script: what comes back is read by the script, and no redirect leads the browser away. Pure. */
import type { CodeModule } from '../../../project/code/types.ts';
import { bare, calledName, descendants, field, memberPath, namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';

export interface Fetch {
  readonly call: SyntaxNode;
  readonly module: CodeModule;
  /** `fetch` gives a Response, the others an object with `data`. */
  readonly isFetch: boolean;
}

const clients = /^(?:axios|api|http|client|instance|request|\$?http|apiClient|httpClient|axiosInstance)$/i;

export function fetchesOf(path: string, modules: readonly CodeModule[]): Fetch[] {
  return modules.flatMap((module) =>
    [...descendants(module.root, 'call_expression')].flatMap((call): Fetch[] => {
      const list = field(call, 'arguments');
      const [first] = list ? namedChildren(list) : [];
      const callee = field(call, 'function');
      const isFetch = /^(?:window\.|globalThis\.)?fetch$/.test(callee?.text ?? '');
      const holder = callee ? memberPath(callee)?.at(-2) : undefined;
      const isClient = /^(?:get|post|put|delete|request)$/.test(calledName(call)) && holder !== undefined && clients.test(holder);
      return first && (isFetch || isClient) && leadsTo(first, path, isFetch) ? [{ call, module, isFetch }] : [];
    }),
  );
}

/** The address ends in the path; a client with a base address leaves its beginning out. */
function leadsTo(address: SyntaxNode, path: string, isWhole: boolean): boolean {
  const node = bare(address);
  if (!/^(?:string|template_string)$/.test(node.type)) return false;
  const text = node.text
    .slice(1, -1)
    .replace(/[?#].*$/s, '')
    .replace(/\/$/, '');
  const end = text.slice(text.lastIndexOf('}') + 1);
  if (end.length < 4) return false;
  return (
    end.replace(/^https?:\/\/[^/]+/, '') === path ||
    (!isWhole || end !== text ? path.endsWith(end) && end.startsWith('/') : false)
  );
}
