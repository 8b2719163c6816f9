/** A Secure cookie is not kept where the app is served over plain http on a host that is not this machine (RFC 6265 §5.4). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { isLocal, redirectUris } from '../../../probes/redirect-uris.ts';
import { sessionCookies } from '../../../probes/session-cookies.ts';
import { cause } from '../../../probes/tools.ts';

export const cookieSecureOnHttp = cause({
  id: 'cookie-secure-on-http',
  title: 'Secure cookies on a plain http address',
  side: 'app',
  needs: { cookies: sessionCookies, uris: redirectUris },
  judge: ({ cookies, uris }) => {
    const plain = uris.uses.find(
      ({ uri, step }) => step !== 'pasted' && uri !== undefined && /^http:/.test(uri) && !isLocal(uri),
    );
    if (!plain?.uri) return notApplicable('The app is served over https, or on this machine.');
    const bad = [...cookies.transient, ...cookies.session].filter(({ secure }) => secure?.text === 'true');
    const [first] = bad;
    if (cookies.transient.length + cookies.session.length === 0) return notApplicable('The code sets no cookie of a login.');
    if (!first) return ruledOut('No cookie of the login is always Secure.');
    return confirmed(
      `People come back to ${plain.uri}, which is plain http: browsers neither keep nor send the Secure cookie ${first.name ?? ''} there.`,
      {
        evidence: [
          ...bad.map(({ name, secure, at }) => ({
            label: `secure of ${name ?? 'the cookie'}`,
            expected: 'an https address',
            actual: 'true',
            location: secure?.place.location ?? at.location,
            source: 'RFC 6265 §5.4',
          })),
          {
            label: 'Redirect URI',
            expected: plain.uri.replace(/^http:/, 'https:'),
            actual: plain.uri,
            ...(plain.writtenLocation ? { location: plain.writtenLocation } : {}),
          },
        ],
      },
    );
  },
  remedy: ({ uris }) => {
    const plain = uris.uses.find(({ uri }) => uri !== undefined && /^http:/.test(uri) && !isLocal(uri))?.uri ?? '';
    return [
      {
        kind: 'steps',
        summary: 'Serve the app over https',
        steps: [
          {
            text: 'Use https for the app and for its redirect URI, and register that in Scalekit.',
            copy: plain.replace(/^http:/, 'https:'),
          },
          {
            text: 'Only while developing without https: make secure depend on NODE_ENV.',
            copy: "secure: process.env.NODE_ENV === 'production'",
          },
        ],
      },
    ];
  },
});
