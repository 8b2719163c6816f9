/** What a request carries that somebody has to look at: in which of its members it may lie. Plain data. */

export interface Sought {
  /** Members of a request in which it does not lie. */
  readonly elsewhere: RegExp;
  /** Its own keys, where a header or a parameter is asked for by name. */
  readonly keys: RegExp;
  /** Calls whose very name says that they see to it, whatever they are given. */
  readonly meant: RegExp;
  /** Calls whose result has it no more. */
  readonly ends?: RegExp;
}

const ofTheServer =
  'body|rawBody|payload|json|text|arrayBuffer|bytes|blob|formData|parseBody|method|ip|ips|protocol|hostname|host|log|logger|session|sessionID|user|cookie|cookies|signedCookies|app|socket|params|files|file|locals|platform|next|res|reply|response|signal';

/** The signature of a delivery: it lies in the headers. */
export const signatureOfDelivery: Sought = {
  elsewhere: new RegExp(
    `^(?:${ofTheServer}|query|url|originalUrl|baseUrl|path|pathname|nextUrl|searchParams|querystring|redirect|send|status|type|data)$`,
  ),
  keys: /signature|^authorization$/i,
  meant: /verif|signature|authentic|hmac|genuine|trusted/i,
};

/** A parameter that Scalekit adds to the callback: it lies in the query. */
export const parameterOfCallback = (keys: RegExp, meant: RegExp): Sought => ({
  elsewhere: new RegExp(`^(?:${ofTheServer}|headers|rawHeaders|header|redirect|send|status)$`),
  keys,
  meant,
});

/** Anything that comes from the request at all. */
export const anythingSent: Sought = {
  elsewhere: /^(?:log|logger|next|res|reply|response|redirect|send|status)$/,
  keys: /./,
  meant: /(?!)/,
};

/** The token that a request brings along, in a header or a cookie. */
export const tokenOfRequest: Sought = {
  elsewhere:
    /^(?:body|rawBody|payload|json|text|arrayBuffer|formData|method|ip|ips|protocol|hostname|host|log|logger|app|socket|params|query|file|files|next|res|reply|response|redirect|send|status|path|pathname|url|originalUrl|nextUrl|searchParams)$/,
  keys: /authorization|token|jwt|cookie|sess|sid|auth/i,
  meant: /verif|authentic|authoriz|protect|jwks/i,
  ends: /^(?:decode\w*|jwtDecode|jwt_decode|parse|validate\w*)$/i,
};
