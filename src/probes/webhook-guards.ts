/** What stands in front of the routes that receive webhooks and would turn a delivery away. Derived from the code. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok } from '../diagnosis/outcome.ts';
import { type ExportLookup, exportLookup } from '../project/code/export-lookup.ts';
import { functionBehind } from '../project/code/function-behind.ts';
import type { Middleware } from '../project/code/types.ts';
import { code } from './code.ts';
import { nextMiddlewareGuards } from './next-middleware-guard.ts';
import { probe } from './tools.ts';
import { webhookRoutes } from './webhook-routes.ts';

export interface Guard {
  readonly kind: 'csrf' | 'login';
  readonly name: string;
  readonly path: string;
  readonly location: Location;
}

export interface WebhookGuards {
  readonly receivers: number;
  readonly found: readonly Guard[];
}

export const webhookGuards = probe({
  id: 'webhook-guards',
  title: 'What stands in front of the webhook route',
  reach: 'derived',
  needs: { code, routes: webhookRoutes },
  observe: ({ code, routes }): Outcome<WebhookGuards> => {
    const lookup = exportLookup(new Map(code.modules.map((known) => [known.file.path, known])));
    const found = routes.receivers.flatMap(({ path, before }) =>
      before.flatMap((middleware): Guard[] => {
        const kind = kindOf(middleware, lookup);
        if (kind === undefined) return [];
        const { module, node, name } = middleware;
        return [{ kind, name: name || 'a function', path, location: module.file.locationAt(node.startIndex) }];
      }),
    );
    const before = nextMiddlewareGuards(
      code.modules,
      routes.receivers.map(({ path }) => path),
    );
    found.push(...before.map((guard): Guard => ({ ...guard, kind: 'login' })));
    return ok(
      { receivers: routes.receivers.length, found },
      ...found.map(({ name, path, location }) => ({ label: `In front of ${path}`, actual: name, location })),
    );
  },
});

/** By what the project's own function does; of a library by its package. A name alone proves nothing. */
function kindOf({ node, module, name }: Middleware, lookup: ExportLookup): Guard['kind'] | undefined {
  const [first = ''] = name.split('.');
  const specifier = module.imports.get(first)?.specifier ?? '';
  if (/^(?:csurf|@dr\.pogodin\/csurf|lusca|csrf-csrf|csrf-sync|tiny-csrf|@fastify\/csrf-protection|koa-csrf)$/.test(specifier))
    return 'csrf';
  if (specifier === 'passport' && /authenticate$/.test(name)) return 'login';
  if (
    /^(?:express-openid-connect|express-jwt|express-oauth2-jwt-bearer|connect-ensure-login)$/.test(specifier) &&
    !/^auth$/.test(name)
  )
    return 'login';
  const own = functionBehind(node, module, lookup);
  const text = own?.node.text ?? '';
  if (
    /redirect\s*\(\s*[`'"][^`'"]*(?:login|sign-?in)|(?:status|sendStatus|code|writeHead)\s*\(\s*401\b|UnauthorizedException/.test(
      text,
    )
  )
    return 'login';
  return /csrf/i.test(text) && /\b403\b/.test(text) ? 'csrf' : undefined;
}
