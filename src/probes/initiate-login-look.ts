/** A look at the registered initiate-login URL: does anything answer a GET there? Nothing is sent along. */
import { type Outcome, ok, skipped, unknown } from '../diagnosis/outcome.ts';
import { idpInitiated } from './idp-initiated.ts';
import { isLocal } from './redirect-uris.ts';
import { probe } from './tools.ts';
import { type WhoseAnswer, whoseAnswer } from './whose-answer.ts';

export interface InitiateLoginLook {
  /** 0: nobody answers. */
  readonly status: number;
  readonly sentence: string;
  readonly whose: WhoseAnswer;
}

export const initiateLoginLook = probe({
  id: 'initiate-login-look',
  title: 'A look at the initiate-login URL',
  reach: 'network',
  needs: { idp: idpInitiated },
  deadlineMs: 7_000,
  observe: async ({ idp }, { network, project }, signal): Promise<Outcome<InitiateLoginLook>> => {
    if (!URL.canParse(idp.registered) || !/^https?:/.test(idp.registered)) return skipped('No initiate-login URL is registered.');
    if (/^http:/.test(idp.registered) && !isLocal(idp.registered))
      return skipped('The URL is plain http, which is told elsewhere.');
    const whose = whoseAnswer(new URL(idp.registered), project, network);
    if (whose === 'stranger') return skipped('The app is not running on this machine: another program answers at its port.');
    const answer = await network.request({
      method: 'GET',
      url: idp.registered,
      deadlineMs: 5_000,
      signal,
      maxBytes: 65_536,
      redirects: 'answer',
    });
    if (answer.kind === 'response')
      return ok(
        { status: answer.status, sentence: `It answers ${answer.status}.`, whose },
        { label: 'Initiate-login URL', actual: `HTTP ${answer.status}` },
      );
    // A development server that is not running is no fault of the set-up.
    if (isLocal(idp.registered)) return skipped('The app is not running on this machine.');
    if (answer.kind === 'dns' || answer.kind === 'refused' || answer.kind.startsWith('tls-'))
      return ok({ status: 0, sentence: answer.sentence, whose }, { label: 'Initiate-login URL', actual: answer.sentence });
    return unknown(answer.sentence, 'Open the initiate-login URL in a browser.');
  },
});
