/** Steps that several causes end with. */
import type { Remedy, Step } from '../../../diagnosis/remedy.ts';
import { confirmed, likely, type Verdict } from '../../../diagnosis/verdict.ts';
import { notShownWhose, type WhoseAnswer } from '../../../probes/whose-answer.ts';

/** An answer proves something of the app only where it is seen to be the app's. */
export function answered(whose: WhoseAnswer, because: string, grounds: Parameters<typeof confirmed>[1]): Verdict {
  return whose === 'this-app' ? confirmed(because, grounds) : likely(`${because} ${notShownWhose}`, grounds);
}

export const enterUrl: Step = {
  text: 'Enter the URL in Scalekit’s dashboard under Webhooks, and send a test event from there.',
  link: 'https://app.scalekit.com',
};

/** Scalekit's outbound addresses, by region. */
export const firewallStep: Step = {
  text: 'If a firewall or an allow-list stands in front, let Scalekit in: 34.94.129.140 (US), 35.198.115.68 (EU).',
  copy: '34.94.129.140, 35.198.115.68',
};

export function steps(summary: string, list: readonly Step[]): Remedy[] {
  return [{ kind: 'steps', summary, steps: [...list, enterUrl] }];
}
