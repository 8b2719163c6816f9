/** What probes are handed: the project, the way to Scalekit, the pasted text and the time. Nothing else reaches the outside world. */
import { causeWith, probeWith } from '../diagnosis/define.ts';
import type { Intake } from '../intake/types.ts';
import type { Project } from '../project/files.ts';
import type { Redactor } from '../redaction/redactor.ts';
import type { ScalekitClient } from '../scalekit/client.ts';
import type { Credentials } from '../scalekit/credentials.ts';
import type { NetworkLooks } from './network-looks.ts';

export interface ProbeTools {
  readonly project: Project;
  /** `--environment-url`, `--dotenv` as typed, and the process environment. */
  readonly given: {
    readonly environmentUrl: string | undefined;
    readonly dotenv: readonly string[];
    readonly env: Readonly<Record<string, string | undefined>>;
  };
  readonly pasted: Intake | undefined;
  /** A client for one environment; equal arguments give the same one, so that a token is bought once. */
  readonly openClient: (environmentUrl: string, credentials?: Credentials) => ScalekitClient;
  readonly network: NetworkLooks;
  /** Epoch milliseconds by this computer's clock. */
  readonly now: () => number;
  readonly redactor: Redactor;
}

export const probe = probeWith<ProbeTools>();
export const cause = causeWith<ProbeTools>();
