/** The faults seeded in `assets/demo-app`, in the order in which the demo tells of them. A fault of the environment names its sandbox switch. */
export interface DemoFault {
  readonly problem: string;
  readonly cause: string;
  readonly sandbox?: string;
}

export const demoFaults: readonly DemoFault[] = [
  { problem: 'invalid-client', cause: 'value-mangled' },
  { problem: 'redirect-uri-mismatch', cause: 'not-registered' },
  { problem: 'token-expired', cause: 'no-offline-access' },
  { problem: 'token-expired', cause: 'rotated-token-dropped' },
];
