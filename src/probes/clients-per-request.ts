/** Scalekit clients that a route's handler makes anew each time it runs. Derived. */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { isKeptByCallers } from '../project/code/kept.ts';
import type { ClientConstruction, Handler } from '../project/code/types.ts';
import { descendants } from '../project/syntax/nodes.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

export interface PerRequestClient {
  readonly client: ClientConstruction;
  readonly handler: Handler;
}

export const clientsPerRequest = probe({
  id: 'clients-per-request',
  title: 'When Scalekit clients are made',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<readonly PerRequestClient[]> => {
    if (code.clients.length === 0) return skipped('No Scalekit client is made here.');
    const found = code.clients.flatMap((client): PerRequestClient[] => {
      if (client.atModuleLevel) return [];
      const module = code.modules.find(({ file }) => file === client.at.file);
      const made =
        module && [...descendants(module.root, 'new_expression')].find(({ startIndex }) => startIndex === client.at.start);
      if (!module || !made || isKeptByCallers({ node: made, module }, code)) return [];
      const handler = code.handlers.find(({ reached }) =>
        reached.some(
          (part) => part.module === module && client.at.start >= part.node.startIndex && client.at.end <= part.node.endIndex,
        ),
      );
      return handler ? [{ client, handler }] : [];
    });
    const evidence = found.map(({ client }) => ({ label: 'Made for each request', location: client.at.location }));
    return found.length > 0 ? fault(found, ...evidence) : ok(found);
  },
});
