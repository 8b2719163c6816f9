/** Which function answers which route, and what runs before it. One shape for all frameworks. Pure. */
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup, FoundNode } from './export-lookup.ts';
import { fileHandlers, serverActions } from './handlers-by-file.ts';
import { calledHandlers } from './handlers-called.ts';
import { configuredHandlers } from './handlers-configured.ts';
import { nestHandlers } from './handlers-nest.ts';
import { serverHandlers } from './handlers-node.ts';
import { reachedFrom } from './reach.ts';
import type { CodeModule, Handler, ReachedPart } from './types.ts';

/** A handler before the code it reaches is known. */
export interface FoundHandler extends Omit<Handler, 'reached' | 'node' | 'module'> {
  readonly run: FoundNode;
}

export function handlersOf(modules: ReadonlyMap<string, CodeModule>, lookup: ExportLookup): Handler[] {
  const all = [...modules.values()];
  const found = [
    ...calledHandlers(all, lookup),
    ...nestHandlers(all),
    ...all.flatMap((module) => [
      ...fileHandlers(module, lookup),
      ...serverActions(module, lookup),
      ...serverHandlers(module, lookup),
    ]),
    ...configuredHandlers(modules, lookup),
  ];
  return found.map(({ run, ...rest }) => ({
    ...rest,
    node: run.node,
    module: run.module,
    reached: reachedFrom(run, lookup),
  }));
}

/** Is the node inside the code that this handler runs? */
/** A stretch of a file's text. */
type Stretch = Pick<SyntaxNode, 'startIndex' | 'endIndex'>;

export function runsIn(handler: Handler, node: Stretch, module: CodeModule): boolean {
  return partAround(handler, node, module) !== undefined;
}

/** Where the handler's own code runs the node: the node itself, or the call of the helper that it stands in. */
export function siteOf(handler: Handler, node: SyntaxNode, module: CodeModule): SyntaxNode | undefined {
  const part = partAround(handler, node, module);
  return part && (part.via ?? node);
}

/** The function that the node stands in, among those that the handler runs. */
export function partAround(handler: Handler, node: Stretch, module: CodeModule): ReachedPart | undefined {
  return handler.reached.find(
    (part) =>
      part.module.file.path === module.file.path &&
      node.startIndex >= part.node.startIndex &&
      node.endIndex <= part.node.endIndex,
  );
}
