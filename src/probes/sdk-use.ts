/** How the code uses the SDK, held against what its version can do. Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { placeOf } from '../project/code/place.ts';
import type { CodeModule } from '../project/code/types.ts';
import { sdkOf } from '../project/sdk.ts';
import { code } from './code.ts';
import { type KnownSdk, sdkApi } from './sdk-api.ts';
import { type ArgumentFault, argumentFaults } from './sdk-use/argument-faults.ts';
import { type ResultFault, resultFault } from './sdk-use/result-faults.ts';
import { resultReads } from './sdk-use/result-reads.ts';
import { type UnknownCall, unknownCall } from './sdk-use/unknown-calls.ts';
import { probe } from './tools.ts';

/** A misuse together with the SDK by which it is one. */
export type BySdk<T> = T & { readonly known: KnownSdk; readonly location: Location };

export interface SdkUse {
  readonly uses: number;
  readonly unknownCalls: readonly BySdk<UnknownCall>[];
  readonly wrongArguments: readonly BySdk<ArgumentFault>[];
  readonly unknownFields: readonly BySdk<Extract<ResultFault, { readonly kind: 'no-field' }>>[];
  readonly booleanClaims: readonly BySdk<Extract<ResultFault, { readonly kind: 'boolean' }>>[];
  readonly promises: readonly BySdk<Extract<ResultFault, { readonly kind: 'promise' }>>[];
}

export const sdkUse = probe({
  id: 'sdk-use',
  title: 'Calls in the code, held against the SDK',
  reach: 'derived',
  needs: { code, apis: sdkApi },
  observe: ({ code, apis }): Outcome<SdkUse> => {
    if (code.clientUses.length === 0) return skipped('The code makes no call on a Scalekit client that could be followed.');
    const sdks = apis.map(({ sdk }) => sdk);
    const knownFor = ({ file }: CodeModule): KnownSdk | undefined => {
      const sdk = sdkOf(sdks, file.path);
      return apis.find((candidate) => candidate.sdk === sdk);
    };
    const unknownCalls = code.clientUses.flatMap((use): BySdk<UnknownCall>[] => {
      const known = knownFor(use.module);
      const unknown = known ? unknownCall(use, known.api) : undefined;
      return known && unknown ? [{ ...unknown, known, location: use.at.location }] : [];
    });
    const wrongArguments = code.clientUses.flatMap((use): BySdk<ArgumentFault>[] => {
      const known = knownFor(use.module);
      return known ? argumentFaults(use, known.api).map((found) => ({ ...found, known, location: use.at.location })) : [];
    });
    const faults = code.modules.flatMap((module) => {
      const known = knownFor(module);
      if (!known) return [];
      return resultReads(module, code.clientUses).flatMap((read): BySdk<ResultFault>[] => {
        const found = resultFault(read, known.api);
        return found ? [{ ...found, known, location: placeOf(module.file, read.node).location }] : [];
      });
    });
    const value: SdkUse = {
      uses: code.clientUses.length,
      unknownCalls,
      wrongArguments,
      unknownFields: faults.flatMap((found) => (found.kind === 'no-field' ? [found] : [])),
      booleanClaims: faults.flatMap((found) => (found.kind === 'boolean' ? [found] : [])),
      promises: faults.flatMap((found) => (found.kind === 'promise' ? [found] : [])),
    };
    const evidence = [
      ...unknownCalls.map(({ use, location }) => ({ label: 'Unknown call', actual: use.path.join('.'), location })),
      ...wrongArguments.map(({ use, location }) => ({ label: 'Wrong arguments', actual: use.path.join('.'), location })),
      ...faults.map(({ read, location }) => ({ label: 'Misread result', actual: read.use.path.join('.'), location })),
    ];
    return evidence.length > 0 ? fault(value, ...evidence) : ok(value, { label: 'Calls checked', actual: `${value.uses}` });
  },
});
