/** A logout that redirects to Scalekit and is called by a script: the address is handed back instead, and the page goes to it. Pure. */
import type { CodeModule, Handler } from '../../../project/code/types.ts';
import { workshop } from '../bench.ts';
import type { RuleResult } from '../rule.ts';
import { own } from '../style.ts';
import type { Fetch } from './fetches.ts';
import { answerOf, goToAnswer } from './hand-back-address.ts';

/** Undefined where one of the two sides has a shape that is not known. */
export function handBackRedirect(
  handler: Handler,
  fetches: readonly Fetch[],
  module: CodeModule = handler.module,
): readonly RuleResult[] | undefined {
  const shop = workshop();
  const answer = answerOf(handler);
  if (!answer?.target || fetches.some((fetch) => goToAnswer(fetch, shop) === undefined)) return undefined;
  answer.write(shop.bench(module), own(answer.target.text));
  return shop.results();
}
