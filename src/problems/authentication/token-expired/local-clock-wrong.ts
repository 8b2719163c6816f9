/** This computer's clock is off, so that fresh tokens look expired or not yet valid. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { serverClock, TOLERATED_SKEW_MS } from '../../../probes/server-clock.ts';
import { cause } from '../../../probes/tools.ts';

export const localClockWrong = cause({
  id: 'local-clock-wrong',
  title: 'The clock of this computer is wrong',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { skew: serverClock },
  judge: ({ skew: { skewMs, uncertaintyMs } }) => {
    const seconds = Math.round(skewMs / 1000);
    if (Math.abs(skewMs) - uncertaintyMs <= TOLERATED_SKEW_MS)
      return ruledOut(`This computer’s clock agrees with the server’s to within ${Math.max(1, Math.abs(seconds))} s.`);
    const consequence = seconds > 0 ? 'tokens look expired before they are' : 'tokens look as if they were not valid yet';
    return confirmed(
      `This computer’s clock is ${inWords(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'behind'} Scalekit’s: ${consequence}.`,
      {
        evidence: [
          {
            label: 'Clock of this computer against the server’s Date header',
            expected: `within ${TOLERATED_SKEW_MS / 1000} s`,
            actual: `${seconds > 0 ? '+' : ''}${seconds} s (± ${Math.ceil(uncertaintyMs / 1000)} s)`,
            source: 'RFC 9110 §6.6.1',
          },
        ],
      },
    );
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Set the clock by a time server',
      steps: [
        { text: 'Linux: turn time synchronisation on.', copy: 'sudo timedatectl set-ntp true' },
        { text: 'macOS: System Settings → General → Date & Time → Set time automatically. Windows: Settings → Time → Sync now.' },
        { text: 'In a container or virtual machine, set the clock of the host.' },
      ],
    },
  ],
});

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} hours` : `${Math.round(seconds / 86_400)} days`;
}
