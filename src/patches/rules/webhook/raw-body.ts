/** Code for the body as it came, and what has to be set up so that it is there: per framework. Pure. */
import type { CodeModule, Handler } from '../../../project/code/types.ts';
import { descendants, field } from '../../../project/syntax/nodes.ts';
import type { Bench, Workshop } from '../bench.ts';
import { contextMember } from '../dialect/context-member.ts';
import { parameterNames } from '../rule.ts';
import { expressBody } from './express-body.ts';
import { fastifyBody } from './fastify-body.ts';
import { nestBody } from './nest-body.ts';
import { pagesBody } from './pages-body.ts';

export interface RawBodyInput {
  readonly handler: Handler;
  readonly shop: Workshop;
  readonly modules: readonly CodeModule[];
}

/** An expression for the raw body where the framework hands over a parsed one; undefined where the way to it is not known. */
export function rawBodyCode(input: RawBodyInput): string | undefined {
  switch (input.handler.framework) {
    case 'express':
      return expressBody(input);
    case 'fastify':
      return fastifyBody(input);
    case 'nest':
      return nestBody(input);
    case 'next-pages':
      return pagesBody(input);
    case 'koa':
      return koaBody(input);
    default:
      return undefined;
  }
}

/** koa-bodyparser keeps the text beside what it makes of it. */
function koaBody({ handler, modules }: RawBodyInput): string | undefined {
  const [context] = parameterNames(handler.node);
  const parsers = modules.flatMap(({ loads }) =>
    loads.filter(({ specifier }) => /^(?:koa-bodyparser|@koa\/bodyparser)$/.test(specifier)),
  );
  return context !== undefined && parsers.length > 0 ? `${context}.request.rawBody` : undefined;
}

/** All headers of the request, as the SDK takes them. `payload`: code of the raw body. */
export function headersCode({ framework, node }: Handler, bench: Bench, payload = ''): string | undefined {
  const { isTypeScript } = bench.style;
  const names = parameterNames(node);
  const [request] = names;
  const cast = isTypeScript ? ' as Record<string, string>' : '';
  switch (framework) {
    case 'express':
    case 'fastify':
    case 'next-pages':
      return request && `${request}.headers${cast}`;
    case 'next-app':
      return request && `Object.fromEntries(${request}.headers)`;
    case 'koa':
      return request && `${request}.headers${cast}`;
    case 'sveltekit':
    case 'remix':
    case 'astro': {
      const from = contextMember(bench, node, 'request');
      return from && `Object.fromEntries(${from}.headers)`;
    }
    case 'nuxt':
      return request && `getHeaders(${request})${cast}`;
    case 'hono':
      return request && `${request}.req.header()`;
    case 'nest': {
      const list = field(node, 'parameters');
      for (const decorator of list ? descendants(list, 'decorator') : []) {
        const name = decorator.parent ? field(decorator.parent, 'pattern')?.text : undefined;
        if (name !== undefined && /^@Headers\(\s*\)/.test(decorator.text)) return `${name}`;
        if (name !== undefined && /^@Req(?:uest)?\(/.test(decorator.text)) return `${name}.headers${cast}`;
      }
      // The request that the raw body brought in.
      const added = /^(\w+)\.rawBody\b/.exec(payload)?.[1];
      return added && `${added}.headers${cast}`;
    }
    case 'node': {
      const around = names.length > 0 ? names : parameterNames(functionAround(node));
      const own = around.find((name) => name !== undefined && /^req/i.test(name));
      return own && `${own}.headers${cast}`;
    }
    default:
      return undefined;
  }
}

function functionAround(node: Handler['node']): Handler['node'] {
  let at = node;
  while (at.parent && !/function|method_definition/.test(at.type)) at = at.parent;
  return at;
}
