/** How the code uses the SDK, held against what its version can do. Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { sdkOf } from '../project/sdk.ts';
import { code } from './code.ts';
import { type KnownSdk, sdkApi } from './sdk-api.ts';
import { type UnknownCall, unknownCall } from './sdk-use/unknown-calls.ts';
import { probe } from './tools.ts';

/** A misuse together with the SDK by which it is one. */
export type BySdk<T> = T & { readonly known: KnownSdk; readonly location: Location };

export interface SdkUse {
  readonly uses: number;
  readonly unknownCalls: readonly BySdk<UnknownCall>[];
}

export const sdkUse = probe({
  id: 'sdk-use',
  title: 'Calls in the code, held against the SDK',
  reach: 'derived',
  needs: { code, apis: sdkApi },
  observe: ({ code, apis }): Outcome<SdkUse> => {
    if (code.clientUses.length === 0) return skipped('The code makes no call on a Scalekit client that could be followed.');
    const unknownCalls: BySdk<UnknownCall>[] = [];
    for (const use of code.clientUses) {
      const sdk = sdkOf(
        apis.map((known) => known.sdk),
        use.at.file.path,
      );
      const known = apis.find((candidate) => candidate.sdk === sdk);
      if (!known) continue;
      const unknown = unknownCall(use, known.api);
      if (unknown) unknownCalls.push({ ...unknown, known, location: use.at.location });
    }
    const value = { uses: code.clientUses.length, unknownCalls };
    const evidence = unknownCalls.map(({ use, location }) => ({ label: 'Unknown call', actual: use.path.join('.'), location }));
    return evidence.length > 0 ? fault(value, ...evidence) : ok(value, { label: 'Calls checked', actual: `${value.uses}` });
  },
});
