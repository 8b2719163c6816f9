/** A pasted delivery, checked with every webhook secret that the project knows: which secret fits which form of the body. Nothing is sent. */
import { fault, type Outcome, ok, skipped, unknown } from '../diagnosis/outcome.ts';
import type { WebhookDeliveryArtefact } from '../intake/types.ts';
import { bodyVariants } from '../scalekit/body-manglings.ts';
import { webhookKey, webhookSignature } from '../scalekit/webhook-signature.ts';
import { envFiles } from './env-files.ts';
import { pasted } from './pasted.ts';
import { settings } from './settings.ts';
import { probe } from './tools.ts';

export interface WebhookProof {
  /** The variable whose secret should fit; undefined where none is set. */
  readonly expected: string | undefined;
  readonly result:
    | { readonly kind: 'fits' }
    /** Another variable's secret signed it. */
    | { readonly kind: 'other-secret'; readonly variable: string }
    /** The secret is right, and the body is not the one that was signed. */
    | { readonly kind: 'mangled'; readonly mangling: string; readonly mayBeThePaste: boolean }
    /** The secret is right, but used as it stands instead of the bytes behind its base64. */
    | { readonly kind: 'undecoded' }
    /** What was pasted is no event any more: `[object Object]`, nothing at all. */
    | { readonly kind: 'lost'; readonly as: string }
    | { readonly kind: 'nothing-fits'; readonly tried: number };
}

export const webhookProof = probe({
  id: 'webhook-proof',
  title: 'Signature of the pasted delivery',
  reach: 'derived',
  needs: { pasted },
  wants: { settings, env: envFiles },
  observe: ({ pasted, settings, env }, { redactor }): Outcome<WebhookProof> => {
    const delivery = pasted.artefacts.find((artefact) => artefact.kind === 'webhook-delivery');
    if (!delivery) return skipped('No webhook delivery was pasted.');
    const { headers, body } = delivery;
    const prefix = headers['webhook-signature'] === undefined ? 'interceptor' : 'webhook';
    const [id, timestamp, signature] = [headers[`${prefix}-id`], headers[`${prefix}-timestamp`], headers[`${prefix}-signature`]];
    if (id === undefined || timestamp === undefined || signature === undefined || body === undefined)
      return unknown(
        'The pasted delivery lacks its id, timestamp, signature or body.',
        'Paste all three webhook headers together with the body as it came.',
      );
    const secrets = knownSecrets(settings?.webhookSecret, env?.files ?? []);
    for (const { text } of secrets) redactor.learn(text);
    const [own, ...others] = secrets;
    if (!own)
      return unknown(
        'There is no webhook secret here to check the pasted delivery with.',
        'Put the endpoint’s secret behind SCALEKIT_WEBHOOK_SECRET in an env file.',
      );
    const signed = signature.split(/\s+/).flatMap((part) => (part.startsWith('v1,') ? [part.slice(3)] : []));
    const fits = (key: Uint8Array | string, text: string | Uint8Array): boolean =>
      signed.includes(webhookSignature(key, { id, timestamp, body: text }));
    const outcome = (result: WebhookProof['result'], actual: string): Outcome<WebhookProof> => {
      const value = { expected: own.variable, result };
      const evidence = { label: `Signature by ${own.variable}`, expected: 'fits', actual };
      return result.kind === 'fits' ? ok(value, evidence) : fault(value, evidence);
    };
    const key = webhookKey(own.text);
    if (fits(key, body)) return outcome({ kind: 'fits' }, 'fits');
    const lost = lostAs(body);
    if (lost !== undefined) return outcome({ kind: 'lost', as: lost }, `the body is ${lost}`);
    const variants = bodyVariants(body);
    const mangled = variants.find((variant) => fits(key, variant.body));
    if (mangled) {
      const line = lineEndOfPaste(delivery, mangled.body);
      if (line === 'of-the-paste') return outcome({ kind: 'fits' }, 'fits, without the line end of the paste');
      const mayBeThePaste = line === 'of-either';
      return outcome({ kind: 'mangled', mangling: mangled.mangling, mayBeThePaste }, `fits the body before ${mangled.mangling}`);
    }
    const other = others.find(
      ({ text }) => fits(webhookKey(text), body) || variants.some((variant) => fits(webhookKey(text), variant.body)),
    );
    if (other) return outcome({ kind: 'other-secret', variable: other.variable }, `${other.variable} fits`);
    if (fits(own.text, body)) return outcome({ kind: 'undecoded' }, 'fits only with the secret as it stands');
    return outcome({ kind: 'nothing-fits', tried: secrets.length * (variants.length + 1) }, 'nothing that was tried fits');
  },
});

/**
 * A text that is piped or copied ends in a line break that nobody sent. The length that the sender names tells them apart; without it,
 * both may be.
 */
function lineEndOfPaste(
  { source, headers, body = '' }: WebhookDeliveryArtefact,
  signed: string | Uint8Array,
): 'of-the-paste' | 'of-the-body' | 'of-either' {
  if (typeof signed !== 'string' || source === 'json' || source === 'curl') return 'of-the-body';
  if (signed !== body.replace(/\r?\n$/, '') || signed === body) return 'of-the-body';
  const length = Number(headers['content-length'] ?? Number.NaN);
  if (length === Buffer.byteLength(signed)) return 'of-the-paste';
  return length === Buffer.byteLength(body) ? 'of-the-body' : 'of-either';
}

/** What becomes of a body that is turned into text without thought; no event looks like it. */
function lostAs(body: string): string | undefined {
  const text = body.trim().replace(/^(['"])(.*)\1$/, '$2');
  return ['[object Object]', '[object Promise]', '[object ReadableStream]', 'undefined', 'null', '{}', ''].includes(text)
    ? text || 'empty'
    : undefined;
}

interface Known {
  readonly variable: string;
  readonly text: string;
}

/** The one in force first, then everything else that looks like one. */
function knownSecrets(
  own: { readonly variable: string; readonly text: string } | undefined,
  files: readonly { readonly entries: readonly { readonly name: string; readonly value: string }[] }[],
): Known[] {
  const rest = files
    .flatMap(({ entries }) => entries)
    .filter(({ name, value }) => /^\s*["']?whsec_/.test(value) || /(?:WEBHOOK|INTERCEPTOR).*SECRET/.test(name))
    .map(({ name, value }) => ({ variable: name, text: value.trim() }));
  const all = [...(own ? [{ variable: own.variable, text: own.text.trim() }] : []), ...rest].filter(({ text }) => text !== '');
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index).slice(0, 12);
}
