/** How people wrote about connections, SAML and logins that begin at the identity provider: one example a line. */
import type { Examples } from './index.ts';

export const ssoExamples: Examples = {
  'connection-not-found': `
no SSO connection found for this organization
we did not pass any organization id and login fails with no connection
the sso connection of our customer is disabled
customer gets connection does not exist when using sso
sso is not set up for this org apparently
the user's email domain is not allowed for sso
sso conection not foud
the connection is still in draft and login through it fails
SSO-Verbindung nicht gefunden
Für diese Organisation gibt es keine Verbindung, SSO geht nicht
Die Verbindung ist deaktiviert, niemand kommt per SSO rein
no se encuentra la conexión SSO
la organización no tiene ninguna conexión sso activa
conexión desactivada para el login de la empresa
SSO接続が見つかりません
この組織のSSOコネクションが無効になっています
sso connection nahi mil raha
organization ka sso connection band hai
enterprise customer cannot log in because there is no connection for them
sso connection missing for acme corp
our client says single sign on has not been enabled for their domain
the connection id seems to be from another environment and is not found
no active connection for the org
Es wurde keine SSO-Verbindung für die Organisation gefunden
Die E-Mail-Domain ist für SSO nicht zugelassen
la conexión SSO está inactiva
no existe conexión para esa organización
組織のSSO接続が存在しないと表示される
メールのドメインがSSOで許可されていない
is organization ke liye sso connection nahi hai
SSO not enabled for org
customer sees "no connection available" when entering their work email
there is no sso configured for acme.com
cant find sso connetion for this organisation
the sso connection was never activated
SSO ist für diese Firma nicht eingerichtet
keine aktive Verbindung gefunden beim SSO Login
no hay conexión sso configurada
el dominio del usuario no está permitido
ssoの接続が有効化されていません
sso enable nahi hai is org ke liye
customer tries to log in with their company account and scalekit says there is no connection for the org
SSO for acme corp: no active connection although I see it in the dashboard as draft
what do I pass to getAuthorizationUrl so that the right identity provider is chosen? it says no selector
after copying organization id from test to live SSO login says organization unknown
Our new enterprise client set up Okta but logging in tells us that single sign on is not configured for them
the domain of our customer is not recognised on the sso login page
sso conection not fund for organisation
user types in his work email and gets "we could not find an identity provider for this domain"
I pass our own customer number as organization id and SSO fails
the enterprise connection is switched off, how do we enable it, login with sso is impossible
Google login for our org says connection inactive
user's email domain is not allowed for this sso connection
Für den Kunden wird keine SSO-Verbindung gefunden
Die Verbindung steht noch auf Entwurf und die Mitarbeiter kommen per SSO nicht rein
Organisation unbekannt beim SSO Login
no se encuentra la conexión SSO de la organización
el dominio del cliente no está configurado para inicio de sesión único
組織IDが無効と表示され、SSOでログインできない
customer ka SSO connection nahi mil raha
organization id galat hai aisa bol raha hai sso login pe
aucune connexion SSO active pour cette organisation
conexão SSO não encontrada para a empresa
找不到该组织的SSO连接
`,
  'saml-validation-failed': `
saml response is invalid
saml issue
the SAML assertion was rejected
the signing certificate of our idp expired
okta rotated its certificate and sso is broken now
the audience in the assertion is wrong
entity id mismatch
saml signature check fails
samel assertion validation fails
the email attribute is missing in the saml response
ACS url is not correct in azure
SAML-Antwort ungültig
Das Zertifikat vom IdP ist abgelaufen
Die Signatur der SAML Assertion stimmt nicht
la aserción SAML no es válida
el certificado del proveedor de identidad caducó
la firma saml no coincide
SAMLアサーションの検証に失敗します
IdPの証明書の期限が切れました
saml response galat aa raha hai
saml ka certificate expire ho gaya
assertion could not be validated because of the certificate
the issuer in the saml response is not what scalekit expects
after the idp changed its signing cert single sign on is failing
saml respone malformed
wrong ACS in our OneLogin app, saml errors
Die SAML Assertion wird nicht akzeptiert
Neues Zertifikat bei Okta, seitdem geht SSO nicht mehr
respuesta SAML rechazada
el certificado de okta está vencido y nadie entra por sso
SAMLレスポンスの署名が無効です
SAMLの証明書が古い
saml assertion fail ho raha hai
cert expired for saml
SAML error after certificate rollover
IdP certificate does not match
wrong entity ID configured at the IdP
signature of the saml response could not be verified
NotOnOrAfter is in the past
attributes are not mapped in saml, email is empty
Audience passt nicht bei SAML
Zertifikat ungültig beim SSO
el entity id está mal en el idp
firma inválida en la respuesta saml
証明書が一致しないためSAML認証に失敗
saml certificate match nahi kar raha
Okta rotated the signing cert and since this morning no one can get in
adfs login: response comes back to scalekit and it says signature is not valid
azure says all good, but scalekit does not accept the assertion
the entity id we gave to the customer is wrong I believe, saml login rejects
saml respose audience mismatch
the assertion is too old or from the future, IdP clock drift?
our customer re-created the enterprise app in Entra, new certificate, now SAML breaks
ACS url in onelogin was pasted wrong so the saml post goes nowhere
SAML login fails because the email attribute is missing in the response
the identity provider returns status Responder / AuthnFailed
x509 certificate of the IdP has run out
NameID format is wrong, persistent instead of email address, scalekit refuses the SAML response
Das Signaturzertifikat vom IdP wurde gewechselt, jetzt schlägt SAML fehl
SAML Antwort wird abgelehnt, Zielgruppe (Audience) falsch
el certificado del proveedor de identidad venció y SAML no valida
la aserción SAML tiene una firma no válida
SAMLアサーションの署名が無効です
IdPの証明書を更新してからSAMLログインが失敗する
IdP ka certificate expire ho gaya, SAML fail ho raha hai
saml response ka signature invalid aa raha hai
la signature de la réponse SAML est invalide
certificado SAML expirado no Entra
SAML断言签名验证失败
`,
  'idp-initiated-login': `
clicking the tile in okta gives an error
idp initiated login does not work
users who start from the okta dashboard land on an error page
login from our site is fine but from the okta portal it breaks
when people click the app icon in Azure my apps nothing happens
the okta chiclet goes nowhere
starting the login from the identity provider fails
idp-intiated sso fails
Klick auf die Okta-Kachel führt zu einem Fehler
Anmeldung aus dem Okta Dashboard schlägt fehl
Vom IdP initiierte Anmeldung geht nicht
desde el panel de Okta no funciona el acceso
el inicio de sesión iniciado por el IdP falla
al hacer clic en el icono de okta da error
Oktaのタイルをクリックするとエラーになる
IdP起点のログインができない
okta ki tile pe click karne par error aata hai
okta dashboard se login nahi ho raha
launching our app from the Okta home page ends in an error
the OneLogin tile does not work
people open the app from their company portal and get an error
sso from the idp side is broken, from our login page it is ok
clicked on the icon in okta and it just fails
Wenn man in Okta auf die Kachel klickt, kommt eine Fehlermeldung
Login über das Portal vom IdP scheitert
entrar desde el portal de Okta da error
cuando inician desde el IdP falla el login
Oktaのダッシュボードから入るとエラーが出ます
IdP側から開始するログインが失敗する
okta ke dashboard se app kholne par error aa raha hai
IdP-initiated SSO gives invalid request
user clicks our app in Okta and sees an error
opening the app through the Okta dashboard fails
login works when starting on our site but not from okta
app tile in microsoft my apps is broken
Start aus Okta heraus klappt nicht
desde el icono en Okta no entra
Oktaのアプリ一覧から起動するとエラー
okta tile se login fail
when users click our tile in their okta dashboard they get an error, when they start from our site it works
launching the app from the Microsoft My Apps portal fails
login started from identity provider side is not working
idp innitiated sso broken
clicking the app icon in OneLogin gives invalid saml request
what is an initiate login url and where do i set it? users coming from their portal see an error
the app in JumpCloud user portal opens scalekit and then an error, unsolicited response
we get ?idp_initiated_login=... on our route and dont know what to do with it, users see a blank page
starting from google workspace app launcher does not sign the user in
SSO works SP initiated only, from the customers portal it loops
Wenn Nutzer auf die Kachel im Okta-Portal klicken, kommt ein Fehler
Vom Identity Provider gestarteter Login geht nicht
al entrar desde el portal de aplicaciones de Microsoft da error
inicio de sesión iniciado por el IdP no funciona
Oktaのダッシュボードからアプリを開くとエラーになる
okta dashboard se app kholne par error aata hai
connexion depuis la tuile Okta : erreur, alors que depuis notre site ça marche
login iniciado pelo IdP falha
从Okta门户点击应用图标登录失败
`,
};
