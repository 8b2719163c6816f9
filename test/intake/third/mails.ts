/** The third held-out set: several things in one text, and mails that ramble. Every problem named must be kept, the first may be any of them; nothing else may be likely. */
export const thirdMails: readonly (readonly [readonly string[], string])[] = [
  [
    ['redirect-uri-mismatch', 'not-received'],
    'Two things. First: callback url is not accepted in production. Second: no webhooks arrive at all.',
  ],
  [['group-sync', 'users-not-provisioning'], 'neither users nor groups are synced from Okta'],
  [['expires-too-quickly', 'cannot-refresh'], 'sessions last five minutes only and refreshAccessToken fails with invalid_grant'],
  [
    ['invalid-client', 'redirect-uri-mismatch'],
    '[10:01:22] error: invalid_client\n[10:04:10] error: invalid_redirect_uri\n[10:05:00] GET /health 200',
  ],
  [
    ['saml-validation-failed', 'idp-initiated-login'],
    'customer A: signature_validation_failed\ncustomer B: invalid_saml_request',
  ],
  [
    ['signature-verification', 'name-resolution'],
    'WebhookVerificationError: Invalid Signature\nError: getaddrinfo ENOTFOUND acme.scalekit.dev',
  ],
  [
    ['connection-not-found', 'token-expired', 'mcp-sign-in'],
    'list of errors of today:\n- no_active_connections (3x)\n- jwt expired (17x)\n- invalid_client_metadata_url (1x)',
  ],
  [
    ['not-received', 'expires-too-quickly'],
    'Hallo zusammen, die Webhooks kommen nicht an. Außerdem werden die Nutzer nach wenigen Minuten abgemeldet.',
  ],
  [
    ['saml-validation-failed', 'users-not-provisioning'],
    'El certificado SAML está vencido. Además los usuarios de SCIM no se crean.',
  ],
  [['group-sync', 'signature-verification'], 'グループが同期されません。また、Webhookの署名検証も失敗します。'],
  [['redirect-uri-mismatch', 'cannot-refresh'], 'redirect uri mismatch aa raha hai aur refresh token bhi kaam nahi kar raha'],
  [
    ['group-sync'],
    `Hi Scalekit team,

first of all thanks for the great product, we are very happy with it. We have been rolling it out to our enterprise customers for about three
months and login works well for everyone. The users arrive as expected as well, no complaints there.

What does not work: one customer (about 900 employees, Okta) has departments there and wants them to decide who may do what in our app. They
say that they have set it up, but on our side the groups stay empty.

Is there anything we can look at?

Best regards,
Marta
--
Marta Ruiz | Head of Platform | +34 600 000 000`,
  ],
  [
    ['expires-too-quickly'],
    `hey! so we launched last week, everything smooth, onboarding fine. BUT now i have like 12 tickets of people saying they need to log in over and
over. first i thought it is their browser. then it happened to me: went for a coffee, came back, login page. i checked the dashboard, could not
find anything suspicious. cookies look ok to me?? we use express + your node sdk. any idea where to look`,
  ],
  [
    ['saml-validation-failed'],
    `> On Tue, 3 Mar 2026 at 09:12, IT Helpdesk wrote:
> since yesterday evening our employees can't get into your application.
> We changed the token signing certificate on our ADFS server as it was
> about to expire. We did not change anything else.

Can you tell me what I have to do on our side? Do we need to upload the new one somewhere?`,
  ],
  [
    ['not-received'],
    `Sehr geehrte Damen und Herren,

wir haben am 12.02. unseren Server umgezogen (neue Domain, neues Zertifikat). Die Anmeldung funktioniert seitdem einwandfrei. Allerdings bekommen wir
keinerlei Benachrichtigungen über neue Benutzer mehr, unser Endpunkt /hooks/scalekit wird laut Log nicht ein einziges Mal aufgerufen.

Mit freundlichen Grüßen
T. Brandt`,
  ],
  [
    ['idp-initiated-login'],
    `I have a weird one. From https://app.ours.test -> "Log in with SSO" -> works every time. But the customer's people never go to our site, they open
their company portal in the morning and click on our logo there. That ends on an error page. Same user, same browser.`,
  ],
  [
    ['invalid-client'],
    `Context: we moved from one Scalekit workspace to another one last night. I replaced SCALEKIT_CLIENT_ID and SCALEKIT_ENVIRONMENT_URL in our secrets
manager. I did not touch the secret because I thought it is the same. Since then the backend cannot get a token.`,
  ],
  [
    ['signature-verification'],
    `Slack thread:
tom  10:32 AM
the events from scalekit do arrive now :tada:
tom  10:33 AM
but the handler answers 400 because the signature does not match
anna  10:35 AM
did you put express.json() before the route?
tom  10:36 AM
yes globally`,
  ],
  [
    ['users-not-provisioning'],
    `ticket #4711 prio high — Customer: Contoso. They assigned the enterprise app to 55 people in Entra ID on Friday. Provisioning log on their side says
"skipped" for all of them, on our side the directory has 0 users. Login via SSO works for those who had an account before.`,
  ],
  [
    ['cannot-refresh'],
    `We store accessToken and refreshToken in redis after login. When the access token is over we call refreshAccessToken and get new ones. This works the
first time. The second time it always fails. Looking at the code I see we never write the new refresh token back. Related?`,
  ],
  [
    ['redirect-uri-mismatch'],
    `Hola equipo, ayer cambiamos el dominio de nuestra aplicación de app.viejo.es a app.nuevo.es. Todo funciona excepto que, al pulsar "Entrar", Scalekit
muestra una página diciendo que la dirección de retorno no está permitida. ¿Qué tenemos que cambiar?`,
  ],
  [
    ['connection-not-found'],
    `お世話になっております。新しいお客様（example.co.jp）のシングルサインオンを設定しました。ダッシュボード上では「下書き」と表示されており、
お客様がログインしようとすると、有効な接続がないというエラーになります。ご確認をお願いいたします。`,
  ],
  [
    ['expires-too-quickly'],
    `Hi, hum apne app me scalekit use kar rahe hai. Login to sahi chalta hai lekin thodi der baad user automatically logout ho jata hai, roz complaint
aati hai. Session time kaise badhaye?`,
  ],
];
