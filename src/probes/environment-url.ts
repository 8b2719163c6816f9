/** The environment URL that the app uses, taken apart: is it one, and may credentials go there? */
import { fault, ok, skipped } from '../diagnosis/outcome.ts';
import {
  classifyEnvironmentUrl,
  type EnvironmentUrl,
  mayReceiveCredentials,
  type UrlIssue,
} from '../scalekit/environment-url.ts';
import { type Setting, settings } from './settings.ts';
import { probe } from './tools.ts';

export interface EnvironmentUrlFact {
  readonly setting: Setting;
  readonly written: string;
  readonly url: EnvironmentUrl;
  /** Scheme, host and port to talk to; undefined where nothing sensible can be meant. */
  readonly origin: string | undefined;
  /** Production rules apply: https only, no localhost. A custom domain is production only. */
  readonly tier: 'production' | 'development';
  readonly credentials: ReturnType<typeof mayReceiveCredentials>;
}

export const environmentUrl = probe({
  id: 'environment-url',
  title: 'Environment URL',
  reach: 'derived',
  needs: { settings },
  observe: ({ settings: { environmentUrl: setting } }) => {
    if (!setting) return skipped('No environment URL was found in code, env files or the environment.');
    const written = setting.text;
    const url = classifyEnvironmentUrl(written);
    const value: EnvironmentUrlFact = {
      setting,
      written,
      url,
      origin: url.origin,
      tier: url.tier === 'production' || url.tier === 'custom' ? 'production' : 'development',
      credentials: mayReceiveCredentials(url),
    };
    const evidence = {
      label: `Environment URL (${setting.variable})`,
      actual: written,
      ...(setting.location ? { location: setting.location } : {}),
    };
    if (url.kind === 'fine') return ok(value, evidence);
    return fault(value, {
      ...evidence,
      expected: url.corrected ?? 'https://NAME.scalekit.com',
      note: url.issues[0]?.sentence ?? '',
    });
  },
});

/** The issue by which the URL names a host that is none of Scalekit's environments, whatever it is written like. */
export function wrongHostIssue({ url }: EnvironmentUrlFact): UrlIssue | undefined {
  return url.issues.find(({ kind }) =>
    ['dashboard', 'look-alike', 'not-an-environment', 'placeholder', 'empty', 'not-a-url', 'wrong-scheme'].includes(kind),
  );
}

/** The origin alone, for probes that go out: skipped where there is none to go to. */
export const environmentOrigin = probe({
  id: 'environment-origin',
  title: 'Address of the environment',
  reach: 'derived',
  needs: { environment: environmentUrl },
  observe: ({ environment }) => {
    const { origin, url } = environment;
    // The dashboard or an imitation of Scalekit has nothing to say about the user's environment.
    const wrongHost = wrongHostIssue(environment);
    if (wrongHost) return skipped(wrongHost.sentence);
    if (origin === undefined) return skipped(url.issues[0]?.sentence ?? 'The environment URL leads nowhere.');
    return ok(new URL(origin));
  },
});
