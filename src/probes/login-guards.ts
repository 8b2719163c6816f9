/** What stands in front of the login and its callback and turns away whoever is not signed in yet. Derived from the code. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { runsIn } from '../project/code/handlers.ts';
import { code } from './code.ts';
import { loginFlow } from './login-flow.ts';
import { type NextGuard, nextLoginGuards } from './next-middleware-guard.ts';
import { probe } from './tools.ts';

export const loginGuards = probe({
  id: 'login-guards',
  title: 'What stands in front of the login',
  reach: 'derived',
  needs: { code, flow: loginFlow },
  observe: ({ code, flow }): Outcome<readonly NextGuard[]> => {
    const starting = flow.starts.flatMap(
      ({ call }) => code.handlers.find((handler) => runsIn(handler, call.node, call.module)) ?? [],
    );
    const handlers = [...starting, ...flow.callbacks.map(({ handler }) => handler)].filter(({ framework }) =>
      framework.startsWith('next-'),
    );
    if (handlers.length === 0) return skipped('No route of Next.js starts a login or is called back.');
    const paths = [...new Set(handlers.map(({ path }) => path))];
    const found = nextLoginGuards(code.modules, paths);
    return ok(found, ...found.map(({ name, path, location }) => ({ label: `In front of ${path}`, actual: name, location })));
  },
});
