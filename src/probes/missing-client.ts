/** Calls of the SDK on a name that its module does not know. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { isLive } from '../project/code/live-modules.ts';
import { type MissingClient, missingClients } from '../project/code/missing-client.ts';
import type { CodeModule } from '../project/code/types.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

export interface MissingClientUse {
  /** `isLive`: the app runs the module. */
  readonly calls: readonly (MissingClient & { readonly isLive: boolean })[];
  readonly modules: readonly CodeModule[];
}

export const missingClient = probe({
  id: 'missing-client',
  title: 'Does each module know the client that it uses?',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<MissingClientUse> => {
    if (!code.concernsScalekit) return skipped('The code does not concern Scalekit.');
    const calls = missingClients(code.modules).map((call) => ({ ...call, isLive: isLive(call.module, code) }));
    return ok(
      { calls, modules: code.modules },
      ...calls.map(({ name, at }) => ({ label: 'Not declared', actual: name, location: at.location })),
    );
  },
});
