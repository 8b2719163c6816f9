/** Addresses by hand with a path that Scalekit does not have. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { WrongEndpoint } from '../project/code/endpoint-paths.ts';
import { isLive } from '../project/code/live-modules.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

/** `isLive`: the app runs the module. */
export type WrongEndpointUse = WrongEndpoint & { readonly isLive: boolean };

export const wrongEndpoints = probe({
  id: 'wrong-endpoints',
  title: 'Paths of Scalekit’s endpoints in the code',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<readonly WrongEndpointUse[]> => {
    if (!code.concernsScalekit) return skipped('The code does not concern Scalekit.');
    const found = code.wrongEndpoints.map((endpoint) => {
      const module = code.modules.find(({ file }) => file === endpoint.at.file);
      return { ...endpoint, isLive: module !== undefined && isLive(module, code) };
    });
    return ok(found, ...found.map(({ path, at }) => ({ label: 'Path', actual: path, location: at.location })));
  },
});
