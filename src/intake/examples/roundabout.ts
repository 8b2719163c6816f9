/** Roundabout and terse ways to say it, in several languages: one example a line. */
import type { Examples } from './index.ts';

export const roundaboutExamples: Examples = {
  'redirect-uri-mismatch': `
what do I have to enter in the dashboard so that the user may return to my page
the list of permitted addresses does not contain ours
my callback has a port in it, is that allowed
path after the host differs by one letter and scalekit stops there
custom url scheme of our phone app is turned away
we have many subdomains, one per tenant, and each needs its own callback
query parameters on the callback are not permitted
fragment in the return address
www or no www in the callback, one of them is refused
since the new domain went live nobody gets past the first page of the login
the same address is registered, says the portal, and yet it is called invalid
getAuthorizationUrl sends another address than the one we registered
die Adresse, zu der zurückgekehrt wird, steht nicht in der Liste
andere Domain, seitdem endet der Login bei Scalekit
la dirección a la que vuelve no está dada de alta
戻り先のアドレスを登録する場所がわからない
wapas aane wala address list me nahi`,
  'invalid-client': `
id and secret belong to another environment I suspect
secret copied with a blank or a line break at its end
the application was switched off in the dashboard and every call is refused
all api calls answer 401 and nothing in our code has changed
what exactly is the client id and where do I see it
listing organizations fails with an axios 401
sdk cannot log itself in
management api says we are not allowed
service account refused when it asks for a token
the key we were given does not open the api
der Dienst kann sich nicht ausweisen, 401
Anwendung ist abgeschaltet, jeder Aufruf abgelehnt
Anwendungsdaten werden nicht akzeptiert
nuestra aplicación no logra identificarse
トークン取得が401で拒否される
アプリケーションが無効化されている
token lene me hi 401`,
  'token-expired': `
the lifetime of the access token is over before the request arrives
token check answers no although the user has just signed in
jwt past its date
our api turns away requests because exp is behind us
server time is ahead, tokens look old
how long is an access token valid and what happens afterwards
issuer of the token is not what we expect
Lebensdauer des Tokens überschritten
exp ist schon vorbei
el jwt está pasado de fecha
トークンの寿命が短い
token ki umar khatam`,
  'connection-not-found': `
the customer finished the wizard halfway and cannot use it
setup link was completed but nobody flipped the switch
the login does not know which identity provider to use
which parameter tells scalekit whose login this is
hint with the mail domain leads to an error
mail domain belongs to no one
the tenant exists and has no way to sign in
id of the connection copied from an example
we pass our own number for the customer where an org id is expected
entering the work address finds nothing
Verbindung wurde angelegt aber nie eingeschaltet
zu dieser Maildomain gehört kein Anbieter
la conexión quedó a medio configurar
ese dominio no pertenece a nadie
接続の設定が途中のまま
メールアドレスのドメインから組織が見つからない
setup adhura hai, enable nahi kiya`,
  'saml-validation-failed': `
answer of the identity provider does not pass the check
the customer's administrator exchanged the keys
their certificate is over
time on their server is off and the login is too early
mail address is not part of what they send
given name and surname are empty after the login
wrong audience in what the provider sends
they sign with an old algorithm
only one part of the message is signed
login went to an old address of ours at the provider
Antwort des Anbieters besteht die Prüfung nicht
der Name des Dienstes ist beim Kunden falsch eingetragen
E-Mail fehlt in den Angaben des Anbieters
la respuesta del proveedor no pasa la validación
falta el correo en lo que manda el proveedor
メールアドレスの属性が送られてこない
IdPの応答が検証を通らない
email attribute nahi aa raha saml me`,
  'idp-initiated-login': `
pressing our logo in their launch pad ends on an error page
the shortcut their IT made does not open our app
only the way from our page works, the way from theirs does not
users begin at their company portal and never arrive logged in
what must our server do when somebody comes without having asked us
where is the address set to which such visitors are sent
Verknüpfung im Firmenportal führt ins Leere
wer beim Anbieter anfängt, landet auf einem Fehler
desde su intranet no abre
会社のポータルのアイコンから開けない
company portal ke icon se nahi khulta`,
  'expires-too-quickly': `
an hour later I am a stranger again
they come back from lunch and see the sign-in page
a whole working day without signing in again would be nice
mfa prompt all day long
every morning everyone starts at the login page
the browser does not send our cookie after the round trip
embedded in a frame it forgets people at once
nothing is remembered between visits
login survives neither reload nor restart
so oft einloggen nervt die Kunden
nach dem Neuladen ist man ein Fremder
cada mañana hay que entrar de nuevo
al rato ya no estoy dentro
毎朝ログインが必要
リロードするとログイン画面に戻る
reload karte hi login page`,
  'cannot-refresh': `
second use of the same token is answered with 400
the one-time code was traded twice
pressing reload on the return page breaks the exchange
exchange of the code answers bad request
two servers renew at the same moment
we keep the first token and never replace it
the answer has no token to renew with
grant is over or already taken
renewal in the night job does not go through
Code wurde zweimal eingelöst
Tausch des Codes endet mit 400
zwei Server erneuern gleichzeitig
el canje del código da error
se usa dos veces el mismo código
コードの交換で400エラー
code exchange me 400`,
  'users-not-provisioning': `
those who left still have an account with us
someone was dismissed and is still listed
nobody is created although everything is switched on
the directory says it has never been called
the time of the last synchronisation stands still
their provisioning job reports failures for our app
bearer for the directory was replaced
a wrong surname was corrected at their side and stays wrong at ours
accounts have to be made by hand because the automatic way is dead
Konten müssen von Hand angelegt werden
Entlassene stehen weiter in der Liste
ya no trabaja ahí y su cuenta sigue viva
hay que crear las cuentas a mano
退職した人がまだ一覧に出る
アカウントが自動で作られない
jo chhod gaye unka account abhi bhi hai`,
  'group-sync': `
everyone has the standard role
membership shown at our side is that of last month
number of members is zero
administrators there are ordinary people here
changing the department changes nothing here
the mapping from department to role is without effect
Abteilung gewechselt, Rechte gleich geblieben
alle haben nur die Standardrolle
Zuordnung der Rollen bleibt ohne Wirkung
todos quedan con el rol básico
cambió de área y los permisos siguen igual
部署が変わっても権限が変わらない
全員が標準の役割のまま
sabka role default hi rehta hai`,
  'not-received': `
nothing is posted to the address we gave
our server never hears from scalekit
attempts are listed as failed with a redirect
our route answers too late
the receiver has its own certificate, is that accepted
which addresses must our firewall let in
the route only knows get
after many failures the endpoint was switched off
one kind of event never comes
Zustellversuche enden mit einer Weiterleitung
bei unserem Server meldet sich niemand
los intentos de entrega terminan en error
a nuestra dirección no llega ningún aviso
通知が一度も来ない
配信がリダイレクトで失敗する
hamare server pe kuch post nahi hota`,
  'signature-verification': `
my own calculation of the hash gives something else
is this message really from you, the check says no
headers of the check do not reach my handler
the middleware changes the bytes before the check
which of the secrets belongs to this endpoint
the check worked until we put a gateway in front
the check throws for each event
meine Berechnung ergibt einen anderen Wert als der Kopf
Prüfung der Ereignisse schlägt an
mi cálculo del hash sale distinto
自分で計算したハッシュが一致しない
mera nikala hua hash alag aata hai`,
  'logout-incomplete': `
the next person at the same computer is taken for the one before
leaving the app does not leave the provider
after leaving, coming back needs no password
nach dem Abmelden kommt der Nächste als derselbe herein
al salir la sesión del proveedor queda abierta
ログアウトしても次の人が同じ利用者になる`,
  'unknown-sdk-call': `
the editor does not find the function from the guide
the example in the guide calls something that is not there
method from the tutorial is missing in the installed version
el ejemplo de la guía llama a algo que no existe en el sdk`,
  'callback-error-unread': `
whoever presses cancel sees an empty page
the page of ours that people return to breaks when the login was declined
wer abbricht, sieht eine leere Seite`,
  'state-missing': `
the value we send along is not compared when people return
protection against forged logins is missing`,
};
