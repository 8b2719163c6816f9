/** About logging in, and no more than that: several guesses, each merely possible. */
export const vagueSentences: readonly (readonly [sentence: string, among: string])[] = [
  ['login is broken', 'redirect-uri-mismatch'],
  ['sso does not work', 'connection-not-found'],
  ['webhook problem', 'not-received'],
  ['nobody can sign in since yesterday', 'invalid-client'],
  ['Anmeldung geht nicht', 'redirect-uri-mismatch'],
  ['el login no funciona', 'invalid-client'],
  ['ログインできません', 'redirect-uri-mismatch'],
  ['login nahi ho raha', 'redirect-uri-mismatch'],
  ['something is wrong with scalekit', 'invalid-client'],
];

export const moreVague: readonly (readonly [sentence: string, among: string])[] = [
  ['refresh returns invalid', 'cannot-refresh'],
  ['Refresh geht nicht', 'cannot-refresh'],
  ['Gruppen fehlen', 'group-sync'],
  ['Gruppensync geht nicht', 'group-sync'],
  ['faltan los grupos', 'group-sync'],
  ['authentication just fails', 'invalid-client'],
  ['sign in gives an error', 'redirect-uri-mismatch'],
  ['our SSO is down', 'connection-not-found'],
  ['Webhooks kaputt', 'signature-verification'],
  ['la sesión falla', 'expires-too-quickly'],
  ['cant log in', 'invalid-client'],
  ['users cannot access our app via sso', 'connection-not-found'],
  ['auth is broken pls help', 'redirect-uri-mismatch'],
  ['Login kaputt', 'redirect-uri-mismatch'],
  ['problema con el login', 'invalid-client'],
  ['サインインでエラー', 'redirect-uri-mismatch'],
  ['scalekit not working', 'invalid-client'],
  ['token issue', 'token-expired'],
  ['session problem', 'expires-too-quickly'],
  ['okta not working', 'connection-not-found'],
];

/** The third held-out set's vague ones: what is named need only be among the findings. */
export const thirdVague: readonly (readonly [string, string])[] = [
  ['login broken pls help', 'redirect-uri-mismatch'],
  ['auth is down for everyone!!!', 'invalid-client'],
  ['nobody can sign in since the deploy', 'redirect-uri-mismatch'],
  ['SSO stopped working', 'connection-not-found'],
  ['the okta login for our customer fails', 'connection-not-found'],
  ['webhooks broken', 'not-received'],
  ['webhook problem', 'signature-verification'],
  ['scim does not work', 'users-not-provisioning'],
  ['directory sync issue', 'users-not-provisioning'],
  ['something is off with our sessions', 'expires-too-quickly'],
  ['cant login lol', 'redirect-uri-mismatch'],
  ['authentication error in production', 'invalid-client'],
  ['saml not working', 'saml-validation-failed'],
];
