/** A body parser before the handler chokes on the delivery: too large for its limit, of a type that it does not take, or read twice. */
import { notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { type TestDelivery, testDelivery } from '../../../probes/test-delivery.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { answered, steps } from './steps.ts';

export const bodyRefused = cause({
  id: 'body-refused',
  title: 'A body parser refuses the delivery',
  side: 'app',
  needs: { address: webhookAddress, delivery: testDelivery },
  judge: ({ address, delivery }) => {
    const fault = parserFault(delivery);
    if (delivery.kind !== 'answered') return notApplicable('It does not answer at all, which is told by itself.');
    if (fault === undefined && delivery.status >= 400) return notApplicable('It was refused without a word of a parser.');
    if (fault === undefined) return ruledOut(`The test delivery was answered with ${delivery.status}.`);
    return answered(
      delivery.whose,
      `${address.written} answered a signed test delivery with HTTP ${delivery.status} before the handler saw it: ${fault}.`,
      {
        evidence: [
          {
            label: 'Answer to a signed test delivery',
            expected: '2xx within 10 seconds',
            actual: `HTTP ${delivery.status}`,
            ...(delivery.says === '' ? {} : { note: delivery.says }),
          },
        ],
      },
    );
  },
  remedy: ({ delivery }) =>
    steps('Take the raw body on the webhook route', [
      { text: `Mend this: ${parserFault(delivery) ?? 'the body parser refuses the body'}.` },
      {
        text: 'Register the webhook route before any JSON parser, with a raw one of its own; its bytes are needed for the signature, too.',
        copy: "app.post('/webhooks/scalekit', express.raw({ type: 'application/json', limit: '1mb' }), handler)",
      },
    ]),
});

/** What parsers say when they fail; a handler that refuses says something else. */
export function parserFault(delivery: TestDelivery): string | undefined {
  if (delivery.kind !== 'answered') return undefined;
  const { status, says } = delivery;
  if (
    status === 413 ||
    /entity\.too\.large|PayloadTooLarge|request entity too large|body exceeded|FST_ERR_CTP_BODY_TOO_LARGE/i.test(says)
  )
    return 'the parser’s limit is smaller than the delivery';
  if (status === 415 || /unsupported media type|FST_ERR_CTP_INVALID_MEDIA_TYPE/i.test(says))
    return 'no parser takes application/json there';
  if (status < 400) return undefined;
  if (
    /stream is not readable|stream\.not\.readable|body (?:is|was) already (?:used|read)|already been (?:read|consumed)/i.test(
      says,
    )
  )
    return 'the body was read before, and the second parser finds nothing';
  return /entity\.parse\.failed|SyntaxError|Unexpected (?:token|end)\b[^<]{0,80}\bJSON|JSON\.parse|invalid json|malformed json|FST_ERR_CTP_EMPTY_JSON_BODY/i.test(
    says,
  )
    ? 'the parser takes the body for something that it is not'
    : undefined;
}
