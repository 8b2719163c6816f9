/** What the project's version of the Node SDK can do: by the installed package itself, else by the table of published versions. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { InstalledSdk } from '../project/sdk.ts';
import { installedApi } from '../project/sdk-types/installed.ts';
import { apiOfVersion } from '../project/sdk-types/table.ts';
import type { SdkApi } from '../project/sdk-types/types.ts';
import { projectShape } from './project-shape.ts';
import { probe } from './tools.ts';

export interface KnownSdk {
  readonly sdk: InstalledSdk;
  readonly api: SdkApi;
  /** The API of this very version. Otherwise of its neighbours, or of all that the manifest allows. */
  readonly exact: boolean;
  /** "Scalekit SDK 2.11.0". */
  readonly name: string;
}

export const sdkApi = probe({
  id: 'sdk-api',
  title: 'Calls that the installed Scalekit SDK has',
  reach: 'files',
  needs: { shape: projectShape },
  observe: async ({ shape }): Promise<Outcome<readonly KnownSdk[]>> => {
    const known: KnownSdk[] = [];
    for (const sdk of shape.sdks.filter(({ language }) => language === 'node')) {
      const installed = sdk.installedAt === undefined ? undefined : await installedApi(sdk.installedAt);
      const tabled = installed || sdk.version === undefined ? undefined : apiOfVersion(sdk.version, sdk.certainty === 'asked');
      const api = installed ?? tabled?.api;
      if (api) known.push({ sdk, api, exact: installed !== undefined || tabled?.exact === true, name: nameOf(sdk) });
    }
    if (known.length === 0) return skipped('The project uses no version of the Scalekit Node SDK that is known here.');
    return ok(
      known,
      ...known.map(({ sdk, api, name }) => ({
        label: name,
        actual: `${api.methods.size} calls`,
        note: sdk.certainty === 'installed' ? `By the type files beside ${sdk.source}.` : `By the version in ${sdk.source}.`,
      })),
    );
  },
});

function nameOf({ version, certainty }: InstalledSdk): string {
  return certainty === 'asked' ? `Scalekit Node SDK (${version ?? 'any version'})` : `Scalekit Node SDK ${version ?? ''}`.trim();
}
