/** The tools of one gathering: fresh clients, so that no token and no answer of an earlier one is used again. */
import type { Intake } from '../intake/types.ts';
import type { ProbeTools } from '../probes/tools.ts';
import { learnEnvironment } from '../project/env-files.ts';
import type { Project } from '../project/files.ts';
import { foldersListening } from '../project/listening.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { createScalekitClient, type ScalekitClient } from '../scalekit/client.ts';
import type { Credentials } from '../scalekit/credentials.ts';
import type { ExchangeLog } from '../scalekit/exchanges.ts';
import { connectTcp, inspectTls, resolveName } from '../scalekit/network.ts';
import { routeFor } from '../scalekit/proxy.ts';
import type { Transport } from '../scalekit/transport.ts';
import type { CommonOptions } from './options.ts';

export interface ToolParts {
  readonly project: Project;
  readonly pasted: Intake | undefined;
  readonly options: CommonOptions;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly transport: Transport;
  readonly exchanges: ExchangeLog;
  readonly redactor: Redactor;
  readonly now: () => number;
  /** Ends every request that is still under way. */
  readonly signal: AbortSignal;
}

export function probeTools(parts: ToolParts): ProbeTools {
  const { project, pasted, options, env, transport, exchanges, redactor, now, signal } = parts;
  learnEnvironment(project);
  const clients = new Map<string, ScalekitClient>();
  const openClient = (environmentUrl: string, credentials?: Credentials): ScalekitClient => {
    const key = JSON.stringify([environmentUrl, credentials?.clientId, credentials?.clientSecret.reveal()]);
    const known = clients.get(key);
    if (known) return known;
    const client = createScalekitClient({ environmentUrl, credentials, transport, exchanges, now, signal });
    clients.set(key, client);
    return client;
  };
  return {
    project,
    given: { environmentUrl: options.environmentUrl, dotenv: options.dotenv, env },
    pasted,
    openClient,
    network: {
      resolveName,
      connectTcp,
      inspectTls,
      request: (request) => transport.send(request),
      foldersListening,
      proxyFor: (url) => {
        const route = routeFor(new URL(url), env);
        return route.kind === 'proxy' ? route.host : undefined;
      },
    },
    now,
    redactor,
  };
}
