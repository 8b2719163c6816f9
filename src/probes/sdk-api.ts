/** What the project's version of the Node SDK can do: by the table of published versions, else by the type files of the installed package. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { InstalledSdk } from '../project/sdk.ts';
import { installedApi } from '../project/sdk-types/installed.ts';
import { apiOfVersion, type TabledApi } from '../project/sdk-types/table.ts';
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
      const found = await apiFor(sdk);
      if (found) known.push({ sdk, ...found, name: nameOf(sdk) });
    }
    if (known.length === 0) return skipped('The project uses no version of the Scalekit Node SDK that is known here.');
    return ok(
      known,
      ...known.map(({ sdk, api, name }) => ({
        label: name,
        actual: `${api.methods.size} calls`,
        note: `By the version in ${sdk.source}.`,
      })),
    );
  },
});

/** Reading the type files costs more than a second, so they are read only for a version that the table does not have. */
async function apiFor(sdk: InstalledSdk): Promise<TabledApi | undefined> {
  const tabled = sdk.version === undefined ? undefined : apiOfVersion(sdk.version, sdk.certainty === 'asked');
  if (tabled?.exact || sdk.installedAt === undefined) return tabled;
  const api = await installedApi(sdk.installedAt);
  return api ? { api, exact: true } : tabled;
}

function nameOf({ version, certainty }: InstalledSdk): string {
  return certainty === 'asked' ? `Scalekit Node SDK (${version ?? 'any version'})` : `Scalekit Node SDK ${version ?? ''}`.trim();
}
