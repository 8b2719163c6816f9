/** The faults seeded in `assets/demo-app` and its sandbox, in the order in which the demo tells of them: one of each problem, at least. */
export interface DemoFault {
  readonly problem: string;
  readonly cause: string;
  /** The switch of the sandbox, for a fault of the environment. */
  readonly sandbox?: string;
  /** Who would have to do something by hand: in the demo the sandbox does it in his place. */
  readonly byHand?: string;
}

const inSandbox = (problem: string, cause: string, byHand?: string): DemoFault => ({
  problem,
  cause,
  sandbox: `${problem}/${cause}`,
  ...(byHand === undefined ? {} : { byHand }),
});

export const demoFaults: readonly DemoFault[] = [
  { problem: 'invalid-client', cause: 'value-mangled' },
  { problem: 'redirect-uri-mismatch', cause: 'not-registered' },
  { problem: 'token-expired', cause: 'no-offline-access' },
  { problem: 'token-expired', cause: 'rotated-token-dropped' },
  inSandbox('connection-not-found', 'connection-disabled'),
  inSandbox('saml-validation-failed', 'sso-url-differs', 'whoever looks after the connection in Scalekit’s dashboard'),
  inSandbox('idp-initiated-login', 'url-not-registered'),
  { problem: 'expires-too-quickly', cause: 'cookie-max-age' },
  { problem: 'cannot-refresh', cause: 'wrong-token' },
  inSandbox('users-not-provisioning', 'directory-disabled'),
  inSandbox('group-sync', 'groups-not-tracked', 'whoever looks after the directory in Scalekit’s dashboard'),
  { problem: 'not-received', cause: 'get-only' },
  { problem: 'signature-verification', cause: 'parsed-body' },
];
