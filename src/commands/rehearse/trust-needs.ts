/**
 * Which clients of the app talk TLS to the provider: the SDKs of Python and Java for management calls, and libraries that take no http issuer
 * for everything. Pure.
 */
import type { TrustNeed } from '../../rehearsal/stage/trust.ts';

export interface TrustFacts {
  readonly files: readonly string[];
  /** Name → range, of all packages. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** The code, by file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fileValues: ReadonlyMap<string, string>;
}

export function trustNeeds({ files, dependencies, texts, fileValues }: TrustFacts): TrustNeed[] {
  const isPython = files.some((file) => /\.py$|(?:^|\/)(?:requirements[\w.-]*\.txt|pyproject\.toml|Pipfile)$/.test(file));
  const isJava = files.some((file) => /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$|\.(?:java|kt)$/.test(file));
  const all = [...texts.values()];
  const insists =
    (takesHttpsOnly(dependencies) && !all.some((text) => text.includes('allowInsecureRequests'))) ||
    (all.some((text) => /\b(?:import|from)\s+(?:requests_oauthlib|oauthlib|flask_dance)\b/.test(text)) &&
      !fileValues.has('OAUTHLIB_INSECURE_TRANSPORT') &&
      !all.some((text) => text.includes('OAUTHLIB_INSECURE_TRANSPORT')));
  return [...(isPython ? ['grpc' as const] : []), ...(isJava ? ['java' as const] : []), ...(insists ? ['https' as const] : [])];
}

/** From its version 6 on, openid-client stands on oauth4webapi. */
function takesHttpsOnly(dependencies: ReadonlyMap<string, string>): boolean {
  const major = Number(/\d+/.exec(dependencies.get('openid-client') ?? '')?.[0] ?? 0);
  return major >= 6 || dependencies.has('oauth4webapi');
}
