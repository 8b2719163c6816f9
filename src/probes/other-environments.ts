/** Other environment URLs in the project that know the client id: a client id is no secret, and nothing else is sent to them. */
import { hasValue, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { mayReceiveCredentials } from '../scalekit/environment-url.ts';
import { environmentOrigin } from './environment-url.ts';
import { knownClient, readKnownClient, unregisteredRedirectUri } from './known-client.ts';
import { type Setting, settings } from './settings.ts';
import { probe } from './tools.ts';

export interface OtherEnvironmentFact {
  /** The environments that know the client id, each with where its URL stands. */
  readonly knownAt: readonly { readonly origin: string; readonly setting: Setting; readonly exchange: string }[];
  readonly asked: readonly string[];
  /** Those that were asked and did not say. */
  readonly silent: readonly string[];
}

export const otherEnvironments = probe({
  id: 'other-environments',
  title: 'Other environments of the project',
  reach: 'network',
  needs: { origin: environmentOrigin, settings, here: knownClient },
  observe: async ({ origin, settings, here }, { openClient }, signal): Promise<Outcome<OtherEnvironmentFact>> => {
    const { clientId } = settings;
    if (here.known || !clientId) return skipped('The environment in use knows the client id.');
    const others = new Map<string, Setting>();
    for (const setting of settings.all) {
      if (setting.role !== 'environment-url') continue;
      const permission = mayReceiveCredentials(setting.text);
      if (permission.ok && permission.origin !== origin.origin && !others.has(permission.origin))
        others.set(permission.origin, setting);
    }
    if (others.size === 0) return skipped('The project names no other environment.');
    const asked = [...others].slice(0, 3);
    const answers = await Promise.all(
      asked.map(async ([other, setting]) => {
        const result = await openClient(other).authorizeProbe(
          { clientId: clientId.text, redirectUri: unregisteredRedirectUri },
          { signal },
        );
        return { origin: other, setting, outcome: readKnownClient(result, clientId.text) };
      }),
    );
    const knownAt = answers.flatMap(({ origin: at, setting, outcome }) =>
      hasValue(outcome) && outcome.value.known ? [{ origin: at, setting, exchange: outcome.value.exchange }] : [],
    );
    return ok(
      {
        knownAt,
        asked: asked.map(([other]) => other),
        silent: answers.flatMap(({ origin: at, outcome }) => (hasValue(outcome) ? [] : [at])),
      },
      { label: 'Known at', actual: knownAt.map((item) => item.origin).join(', ') || 'none' },
    );
  },
});
