/** Where an app configures what a library does for it: cookies of a session middleware, a strategy, the options of a login. By the text. Pure. */
import type { Location } from '../../diagnosis/evidence.ts';

/** By the finding: what stands in the line, then where such a thing is set up. The first that is found counts. */
const SETTINGS: readonly (readonly [RegExp, readonly RegExp[]])[] = [
  [/\/cookie-same-site-strict$/, [/same_?site['"]?\s*[:=]\s*(?:['"]strict|true\b|SAMESITE_STRICT)/i]],
  [/\/cookie-same-site-none$/, [/same_?site['"]?\s*[:=]\s*['"]none/i, /response_?mode['"]?\s*[:=]\s*['"]form_post/i]],
  [/\/cookie-secure-on-http$|\/own-login-refused$/, [/\bsecure['"]?\s*[:=]\s*true\b/i]],
  [/\/cookie-domain$/, [/\bdomain['"]?\s*[:=]\s*['"`]/i]],
  [/\/cookie-path$/, [/\bpath['"]?\s*[:=]\s*['"]\/\w/i]],
  [/\/cookie-max-age$/, [/\b(?:max_?age|absoluteDuration|rollingDuration|expires)['"]?\s*[:=]/i]],
  [/\/cookie-readable$/, [/http_?only['"]?\s*[:=]\s*false/i]],
  [/\/cookie-not-signed$/, [/\bsigned['"]?\s*[:=]\s*false/i]],
  [
    /^logout-incomplete\/(?:local-only|no-hint)$/,
    [/\bidpLogout\b/, /oidc\/logout|end_session|buildEndSessionUrl|getLogoutUrl/, /\blog_?out\b.*(?:=>|\{)\s*$/i],
  ],
  [/^logout-incomplete\//, [/\.(?:get|post|all)\(\s*['"`][^'"`]*(?:log-?out|sign-?out)/i]],
  [/^callback-error-unread\//, [/failureRedirect/]],
  [/\/callback-not-answered$|^redirect-uri-mismatch\//, [/\bcallback_?URL\b|\bredirect_?uri\b\s*[:=]/i]],
];
/** Set-up calls of what sets cookies or logs people in. */
const SETUPS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\/cookie-|session-unprotected\//,
    /\b(?:session|cookieSession|cookie_?session|getIronSession)\s*\(\s*\{|\bSessionMiddleware\b/,
  ],
  [/./, /\bpassport\.(?:use|authenticate)\(|\bnew\s+\w*Strategy\(|\b(?:auth|ExpressAuth|NextAuth|SvelteKitAuth)\(\s*\{/],
];
const MOST_PLACES = 3;

export function settingPlaces(id: string, texts: ReadonlyMap<string, string>): readonly Location[] {
  const expressions = [
    ...SETTINGS.filter(([finding]) => finding.test(id)).flatMap(([, lines]) => lines),
    ...SETUPS.filter(([finding]) => finding.test(id)).map(([, line]) => line),
  ];
  for (const expression of expressions) {
    const found = linesWith(texts, expression);
    // In many places it says nothing of this one.
    if (found.length > 0 && found.length <= MOST_PLACES) return found;
  }
  return [];
}

function linesWith(texts: ReadonlyMap<string, string>, expression: RegExp): Location[] {
  return [...texts].flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        expression.test(line) && !/^\s*(?:\/\/|\*|#|import\b)/.test(line) ? [{ file, line: index + 1, column: 1 }] : [],
      ),
  );
}
