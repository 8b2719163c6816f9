/** A webhook delivery as a user pastes it, signed by the Standard Webhooks rules with a secret of the test's choice. */
import { createHmac } from 'node:crypto';

export interface Delivery {
  /** What the body became on its way to the paste. */
  readonly shown?: (body: string) => string;
  readonly timestamp?: string;
  readonly body?: string;
}

export function pastedDelivery(secret: string, delivery: Delivery = {}): string {
  const { shown = (text: string) => text, timestamp = '1795500000' } = delivery;
  const id = 'msg_2xT0mC3kP1';
  const body =
    delivery.body ??
    '{"spec_version":"1","id":"evt_58345499215790132","type":"organization.directory.user_created","object":"DirectoryUser","data":{"id":"diruser_1","note":"ok \\u2713"}}';
  const signature = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return `POST /webhooks/scalekit HTTP/1.1\nwebhook-id: ${id}\nwebhook-timestamp: ${timestamp}\nwebhook-signature: v1,${signature}\ncontent-type: application/json\n\n${shown(body)}`;
}

export const anotherSecret = `whsec_${Buffer.from('another endpoint has another one').toString('base64')}`;
