/** What a host is to Scalekit: an environment, a page for people, a stranger, an impostor, a placeholder. Pure. */
import { imitatedDomain, type ScalekitDomain, scalekitDomainOf } from './look-alike.ts';
import { isPlaceholder } from './placeholders.ts';
import { issue, shown, type UrlIssue } from './url-issue.ts';

export type Tier = 'production' | 'development' | 'custom' | 'loopback';

export function tierOf(host: string): Tier {
  if (isLoopbackHost(host)) return 'loopback';
  const domain = scalekitDomainOf(host);
  if (domain) return domain === 'scalekit.com' ? 'production' : 'development';
  return 'custom';
}

export function isLoopbackHost(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    host === '::1' ||
    /^127(?:\.\d{1,3}){3}$/.test(host)
  );
}

/** Hosts of Scalekit that serve people, not programs. */
const PAGES = new Set(
  ['docs', 'blog', 'cdn', 'status', 'help', 'support', 'community', 'changelog', 'developers'].map(
    (name) => `${name}.scalekit.com`,
  ),
);

/** `NAME.scalekit.com`, `.dev` or `.cloud`: an environment, and none of the pages for people. */
export function isScalekitEnvironment(host: string): boolean {
  const domain = scalekitDomainOf(host);
  return domain !== undefined && host !== domain && !pages.test(host);
}

const pages =
  /^(?:app|www|docs|blog|cdn|api|status|help|support|community|changelog|developers|fonts|mail|email|links?|go|hooks|trust)\.scalekit\./;

export function hostIssue(host: string, tier: Tier, url: URL): UrlIssue | undefined {
  if (tier === 'loopback') return undefined;
  const domain = scalekitDomainOf(host);
  if (host === 'app.scalekit.com') {
    return issue(
      'dashboard',
      'app.scalekit.com is the dashboard. The environment URL stands there under Settings → API credentials: https://NAME.scalekit.com.',
    );
  }
  if (host === domain || host === `www.${domain}` || PAGES.has(host)) {
    return issue(
      'not-an-environment',
      `${host} is a web site of Scalekit, not an environment: use the URL under Settings → API credentials in the dashboard.`,
    );
  }
  const imitated: ScalekitDomain | undefined = imitatedDomain(host);
  if (imitated) {
    return issue(
      'look-alike',
      `${host} looks like ${imitated} but does not belong to Scalekit. No credential is sent there: check the spelling.`,
    );
  }
  if (!host.includes('.') && !host.startsWith('[')) {
    return issue('not-an-environment', `${shown(host)} has no domain: an environment URL looks like https://NAME.scalekit.com.`);
  }
  return namesAPlaceholder(host, domain) ? placeholder(url.origin) : undefined;
}

function namesAPlaceholder(host: string, domain: ScalekitDomain | undefined): boolean {
  if (/(?:^|\.)example(?:\.(?:com|org|net))?$/.test(host)) return true;
  if (!domain) return IN_A_CUSTOM_DOMAIN.test(host);
  const name = host.slice(0, -domain.length - 1);
  return FILLED_IN_BY_GUIDES.test(name) || isPlaceholder(name);
}

/** Only what nobody would buy: a custom domain may have any label that is a word. */
const IN_A_CUSTOM_DOMAIN =
  /(?:^|\.)(?:your-[a-z0-9-]+|your(?:app|company|domain|env|tenant|org|site|name|subdomain)|change-?me)\./;

const FILLED_IN_BY_GUIDES =
  /^(?:name|subdomain|env|environment|domain|tenant|example|yourapp|your[a-z0-9-]*|my-?env(?:ironment)?|<.*>|xxx*|placeholder)$/;

export function placeholder(value: string): UrlIssue {
  return issue(
    'placeholder',
    `${shown(value)} is a placeholder: put in your own environment URL from Settings → API credentials in the dashboard.`,
  );
}
