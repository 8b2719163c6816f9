/** Handlers of NestJS: decorated methods of controllers, with the guards that stand before them. Pure. */
import { bare, descendants, field, namedChildren, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { FoundHandler } from './handlers.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { joinPaths } from './route-paths.ts';
import type { CodeModule, Middleware } from './types.ts';

const methods = new Set(['Get', 'Post', 'All', 'Put', 'Patch', 'Delete']);

export function nestHandlers(all: readonly CodeModule[]): FoundHandler[] {
  const prefix = all.map(globalPrefix).find((text) => text !== undefined) ?? '';
  return all.flatMap((module) =>
    controllerHandlers(module).map((handler) => ({ ...handler, path: joinPaths(prefix, handler.path) })),
  );
}

/** `app.setGlobalPrefix('api')`. */
function globalPrefix({ root, loads }: CodeModule): string | undefined {
  if (!loads.some(({ specifier }) => specifier === '@nestjs/core')) return undefined;
  for (const call of descendants(root, 'call_expression')) {
    const callee = field(call, 'function');
    if (callee?.type !== 'member_expression' || field(callee, 'property')?.text !== 'setGlobalPrefix') continue;
    return textOf(argumentsOf(call)[0]);
  }
  return undefined;
}

function controllerHandlers(module: CodeModule): FoundHandler[] {
  if (!module.loads.some(({ specifier }) => specifier === '@nestjs/common')) return [];
  return [...descendants(module.root, new Set(['class_declaration', 'abstract_class_declaration']))].flatMap((owner) => {
    const around = [...decoratorsOn(owner)];
    const controller = around.find(({ name }) => name === 'Controller');
    if (!controller) return [];
    const prefix = textOf(controller.args[0]);
    const body = field(owner, 'body');
    return methodsIn(body).flatMap(({ method, decorators }): FoundHandler[] =>
      decorators
        .filter(({ name }) => methods.has(name))
        .map(({ name, args, node }) => ({
          method: name.toLowerCase(),
          path: joinPaths(prefix, textOf(args[0])),
          at: placeOf(module.file, node),
          framework: 'nest',
          before: [...around, ...decorators].flatMap((decorator) => guardsOf(decorator, module)),
          wrappers: [],
          options: undefined,
          run: { node: method, module },
        })),
    );
  });
}

interface Decorator {
  readonly name: string;
  readonly args: readonly SyntaxNode[];
  readonly node: SyntaxNode;
}

function* decoratorsOn(node: SyntaxNode): Generator<Decorator> {
  const holders = node.parent?.type === 'export_statement' ? [node.parent, node] : [node];
  for (const holder of holders)
    for (const child of namedChildren(holder)) if (child.type === 'decorator') yield asDecorator(child);
}

/** Decorators of a method stand before it in the class's body. */
function methodsIn(body: SyntaxNode | undefined): { method: SyntaxNode; decorators: Decorator[] }[] {
  const found: { method: SyntaxNode; decorators: Decorator[] }[] = [];
  let waiting: Decorator[] = [];
  for (const part of body ? namedChildren(body) : []) {
    if (part.type === 'decorator') waiting.push(asDecorator(part));
    else {
      if (part.type === 'method_definition') {
        const own = namedChildren(part).filter(({ type }) => type === 'decorator');
        found.push({ method: part, decorators: [...waiting, ...own.map(asDecorator)] });
      }
      waiting = [];
    }
  }
  return found;
}

function asDecorator(node: SyntaxNode): Decorator {
  const [inner] = namedChildren(node);
  const callee = inner?.type === 'call_expression' ? field(inner, 'function') : inner;
  return { name: callee?.text ?? '', args: inner?.type === 'call_expression' ? argumentsOf(inner) : [], node };
}

function guardsOf({ name, args }: Decorator, module: CodeModule): Middleware[] {
  return name === 'UseGuards' ? args.map((node) => ({ name: node.text, node, module })) : [];
}

/** A path as Nest takes it: a text, an array's first, or an object's `path`. */
function textOf(node: SyntaxNode | undefined): string {
  if (!node) return '';
  const plain = bare(node);
  if (plain.type === 'array') return textOf(namedChildren(plain)[0]);
  if (plain.type === 'object') {
    const path = namedChildren(plain).find((pair) => field(pair, 'key')?.text === 'path');
    return textOf(path ? field(path, 'value') : undefined);
  }
  return stringValue(plain) ?? '';
}
