/** Does a text name an environment of Scalekit, a client of one, or its variables? Links, pages for people and mail addresses do not count. Pure. */

const pages =
  'app|www|docs|blog|cdn|api|status|help|support|community|changelog|developers|fonts|mail|email|links?|go|hooks|trust';
/** A whole address: alone, or with one of the protocol's paths behind it. */
const environment = new RegExp(
  `https?:\\/\\/(?!(?:${pages})\\.)[\\w-]+(?:\\.[\\w-]+)*\\.scalekit\\.(?:com|dev|cloud)(?=\\/?(?:["'\x60\\s,;)}<]|$)|\\/(?:oauth|oidc|sso|keys|api|\\.well-known)\\b|\\/\\$)`,
);

export function namesEnvironment(text: string): boolean {
  return /(?:\b|_)SCALEKIT_[A-Z]/.test(text) || /\bskc_\w{6,}/.test(text) || environment.test(text);
}

/** The web sites of Scalekit, none of which is an environment. */
export const pageForPeople = new RegExp(`^https?:\\/\\/(?:${pages})\\.scalekit\\.`);
