/** How people wrote about webhooks: one example a line. */
import type { Examples } from './index.ts';

export const webhooksExamples: Examples = {
  'not-received': `
webhooks never arrive
I do not get any webhook from scalekit
our endpoint is not receiving events from the webhook
webhok not recieved
the webhook does not fire
no events hit our server although the webhook is configured
scalekit webhook delivery times out
the webhook gets a 404
Webhooks kommen nicht an
Wir erhalten keine Webhooks
los webhooks no llegan
no recibo ningún webhook
Webhookが届かない
ウェブフックを受信できません
webhook nahi aa raha hai
webhook trigger nahi ho raha
our server has not gotten a single webhook yet
events are not delivered to my webhook endpoint
webhook endpoint is never called
hooks from scalekit do not reach localhost via ngrok
Es kommen keine Webhooks bei uns an
Der Webhook wird nie ausgelöst
el webhook nunca se dispara
no nos llegan los eventos del webhook
Webhookのイベントが来ません
Webhookが一度も呼ばれない
webhook receive nahi ho rahe hain
webhook not firing
not getting scalekit events on my endpoint
no webhook calls in my server logs
webhook requests time out
scalekit does not call our endpoint when a user is created
Webhook kommt nie an
keine Events vom Webhook
webhook no llega a mi servidor
Webhookイベントを受信していない
webhook hit hi nahi ho raha
we never see any event from scalekit hitting our endpoint
hooks are not firing
webhook delivery shows failed with timeout in the dashboard
no POST arrives on /api/hooks/scalekit, I log every request
event notifications stopped last tuesday
your servers cannot reach our webhook url, it is behind a firewall, what ips do we whitelist
the webhok endpoint answers 404 to scalekit
scalekit keeps retrying the webhook, we return 302 because of our auth middleware
events come on my machine with ngrok but in production nothing arrives
user.created event is not being sent to us
our csrf protection returns 403 to the webhook calls
Es kommen keine Ereignisse bei unserem Endpunkt an
Webhook wird nicht zugestellt
no recibimos ningún evento en el endpoint
los webhooks dejaron de llegar desde ayer
Webhookがまったく飛んでこない
イベントの通知が届かなくなった
webhook aa hi nahi raha server pe
nous ne recevons aucun webhook
o webhook não chega no servidor
收不到webhook事件
`,
  'signature-verification': `
webhook signature verification fails
the webhook signature is always invalid
verifying the webhook throws an error
webhooks arrive but the signature does not match
webhook secret is wrong apparently
webhok signture mismatch
hmac of the webhook payload differs
webhooks come in fine but verification fails
Die Webhook-Signatur ist ungültig
Signaturprüfung des Webhooks schlägt fehl
la firma del webhook no coincide
falla la verificación de la firma del webhook
Webhookの署名検証に失敗します
Webhookの署名が一致しません
webhook ka signature match nahi ho raha
webhook verify nahi ho raha
cannot verify the signature of scalekit webhooks
the webhook handler says bad signature
verifyWebhookPayload throws for every event
signature check on the incoming hook from scalekit never passes because of express.json
Die Signatur vom Webhook stimmt nicht
Webhook-Überprüfung scheitert wegen falschem Secret
la firma de los webhooks es inválida
no puedo verificar el webhook
Webhookの署名が正しくないと言われる
webhook signature galat bata raha hai
webhook signature invalid
bad signature on webhook
whsec secret does not work for verifying
verifyWebhookPayload returns false
hmac mismatch for webhook
Webhook Signatur falsch
Signatur kann nicht verifiziert werden beim Webhook
firma del webhook inválida
webhookの検証エラー
webhook signature verify nahi ho rahi
webhook comes in but verifying fails every time
verifyWebhookPayload always throws, secret is right
computed hmac differs from the header
I compare the hash with the webhook-signature header and it never matches, i do JSON.stringify(req.body)
webhook: timestamp too old
the signature of your event notifications does not check out on our fastify server
signiture check of hook fails since i added express.json()
which header has the signature? x-scalekit-signature is undefined
Invalid signature on the interceptor call
we rotated the signing secret of the endpoint and since then all hooks are rejected by our verification
how to validate a scalekit webhook in next.js? bodyparser seems to change the payload, mismatch
Die Signaturprüfung des Webhooks schlägt fehl
Prüfsumme vom Webhook stimmt nicht überein
la verificación de la firma siempre falla aunque el secreto es correcto
Webhookの署名検証に失敗する
署名が一致しない、生のボディを渡しているのに（webhook）
webhook ka signature match nahi kar raha
la signature du webhook ne correspond pas
assinatura do webhook inválida
webhook签名验证不通过
`,
};
