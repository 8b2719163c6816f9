/** Clients of the Node SDK in code that runs in the browser: made there, or made in a module that such code imports. Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok } from '../diagnosis/outcome.ts';
import { placeOf } from '../project/code/place.ts';
import type { ClientConstruction, CodeAnalysis, CodeModule } from '../project/code/types.ts';
import { descendants, field, functionTypes } from '../project/syntax/nodes.ts';
import type { SyntaxNode } from '../project/syntax/parser.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

export interface BrowserClient {
  readonly client: ClientConstruction;
  /** The import in browser code; undefined where the client is made in it. */
  readonly importedAt: Location | undefined;
}

export const browserClients = probe({
  id: 'browser-clients',
  title: 'Scalekit clients in browser code',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<readonly BrowserClient[]> => {
    const made = code.clients
      .filter(({ at }) => isClientComponent(at.file.text))
      .map((client): BrowserClient => ({ client, importedAt: undefined }));
    return ok([...made, ...code.modules.flatMap((module) => importedBy(module, code))]);
  },
});

/** React's directive stands before everything but comments. */
function isClientComponent(text: string): boolean {
  return /^(?:\uFEFF)?(?:\s|\/\/[^\n]*\n|\/\*(?:(?!\*\/)[\s\S]){0,5000}\*\/)*(['"])use client\1/.test(text);
}

/** A page of Next.js' pages router; its API routes are the server's. */
const page = /(?:^|\/)pages\/(?!api\/|_document\.).*\.[jt]sx$/;
/** What only Next.js looks for beside pages. */
const routed = /(?:^|\/)pages\/(?:api\/|_(?:app|document)\.)/;
/** Functions of a page that the bundler keeps on the server, with the imports that only they use. */
const serverOnly = /^get(?:ServerSideProps|StaticProps|StaticPaths)$/;

function importedBy(module: CodeModule, { clients, modules }: CodeAnalysis): BrowserClient[] {
  const isPage = page.test(module.file.path) && modules.some(({ file }) => routed.test(file.path));
  if (!isPage && !isClientComponent(module.file.text)) return [];
  return [...descendants(module.root, 'import_statement')].flatMap((statement): BrowserClient[] => {
    if (/^import\s+type\b/.test(statement.text)) return [];
    const names = [...module.imports].filter(([local]) => localNames(statement).includes(local));
    const path = names[0]?.[1].path;
    const client = clients.find(({ at, atModuleLevel }) => atModuleLevel && at.file.path === path);
    if (!client || path === module.file.path) return [];
    return names.some(([local]) => isUsedInBrowser(local, statement, module.root))
      ? [{ client, importedAt: placeOf(module.file, statement).location }]
      : [];
  });
}

function localNames(statement: SyntaxNode): string[] {
  return [...descendants(statement, 'identifier')].map(({ text }) => text);
}

function isUsedInBrowser(name: string, statement: SyntaxNode, root: SyntaxNode): boolean {
  return [...descendants(root, new Set(['identifier', 'shorthand_property_identifier']))].some((use) => {
    if (use.text !== name || (use.startIndex >= statement.startIndex && use.endIndex <= statement.endIndex)) return false;
    for (let at = use.parent; at; at = at.parent) {
      const own = functionTypes.has(at.type)
        ? (field(at, 'name') ?? (at.parent ? field(at.parent, 'name') : undefined))
        : undefined;
      if (own && serverOnly.test(own.text)) return false;
    }
    return true;
  });
}
