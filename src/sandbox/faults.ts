/** The faults that the sandbox can have, by the id of the finding that names them. What breaks is read where it matters: by `hasFault`. */

/** Switches that change what the server does. */
export const serverFaults: readonly string[] = [
  'redirect-uri-mismatch/not-registered',
  'invalid-client/wrong-id',
  'invalid-client/wrong-secret',
  'invalid-client/secret-expired',
  'invalid-client/secret-inactive',
  'invalid-client/application-inactive',
  'invalid-client/api-access-disallowed',
  'token-expired/local-clock-wrong',
];

/** Faults of an app's code or settings: the environment is sound, so naming one changes nothing here. */
export const codeOnlyFaults: readonly string[] = [
  'redirect-uri-mismatch/calls-disagree',
  'redirect-uri-mismatch/code-and-env-differ',
  'redirect-uri-mismatch/breaks-a-rule',
  'redirect-uri-mismatch/template-variables',
  'invalid-client/not-an-environment',
  'invalid-client/environment-url-malformed',
  'invalid-client/variable-missing',
  'invalid-client/variable-misnamed',
  'invalid-client/env-not-loaded',
  'invalid-client/placeholder',
  'invalid-client/value-mangled',
  'invalid-client/wrong-environment',
  'token-expired/no-offline-access',
  'token-expired/refresh-never-called',
  'token-expired/rotated-token-dropped',
  'token-expired/expired-without-refresh',
  'token-expired/wrong-issuer',
  'token-expired/wrong-audience',
];

export const knownFaults: readonly string[] = [...serverFaults, ...codeOnlyFaults];
