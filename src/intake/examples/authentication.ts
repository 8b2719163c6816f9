/** How people wrote about the redirect URI, the client and tokens: one example a line. */
import type { Examples } from './index.ts';

export const authenticationExamples: Examples = {
  'redirect-uri-mismatch': `
it says my callback url is not allowed
Scalekit complains that the redirect uri does not match
redirct uri missmatch after deploying
the return url is different from the one in the dashboard
our callback adress isnt whitelisted
reply url rejected
the redirect link we configured is wrong somehow
after login it sends me back to the wrong url
I get an error page about the redirect URI when I try to log in on staging
callbak url invalid
login works on localhost but the callback is refused in production
Die Callback-URL ist nicht erlaubt
Die Weiterleitungs-URI stimmt nicht mit der im Dashboard überein
Weiterleitungsadresse wird abgelehnt
Rückrufadresse ungültig beim Anmelden
La URL de redirección no coincide con la del panel
la url de callback no está permitida
me rechaza la uri de redireccion
リダイレクトURIが一致しないと言われます
コールバックURLが許可されていません
redirect url match nahi ho raha hai
callback wala url galat bata raha hai
callback url allow nahi kar raha scalekit
after signing in users get a page saying the redirect address is unregistered
it refuses our callback because of a trailing slash I think
the return address we send is not one of the approved ones
moved the app to a new port and now the callback url is invalid
redirect url not in the allow list of the dashboard
calback uri wrong?
Nach dem Login kommt: Redirect-URI nicht erlaubt
Unsere Callback-Adresse passt nicht
La uri de retorno no es la misma que en el dashboard
dice que mi callback no está registrado
リダイレクト先のURLが登録されていないと出ます
コールバックのURLが違うと言われてログインできない
redirect uri galat hai bol raha hai scalekit
callback url dashboard se alag hai isliye error de raha
Got "redirect_uri is not registered" on the scalekit page
hi team, we changed domain from beta.acme.io to app.acme.io and since then signing in shows an error about the redirect
callback doesnt match whats in the dashbord
how do i whitelist my return url
Ich bekomme die Meldung, dass die URI für die Rückleitung nicht registriert ist
wenn ich mich anmelde sagt scalekit redirect url passt nicht
error de redirect_uri al hacer login
la dirección a la que vuelve el usuario no está autorizada
ログイン後に戻るURLが正しくないと表示されます
redirect url dashboard mein add kiya phir bhi mismatch bol raha
hey team, deployed to staging today and now clicking "sign in" just lands on a scalekit page saying the url I am returning to isnt registered
the return address after sign-in is rejected since we moved to a new subdomain
it complains that my call back url isnt on the list
Sign in dies with a page telling me the URI must match exactly one of the configured ones
prod login: "redirect_uri" not valid, staging is fine. both use the same code
i changed my port from 3000 to 3001 and since then scalekit wont redirect me back
callbackURL missmatch when i use http insted of https
scalekit shows an error page bfore the login form even appears, smth about redirect
do preview deployments on vercel work? each has another hostname and login refuses them because the redirect is unknown
our tenant subdomains (acme.ourapp.com) can not be used as callback, the wildcard seems to be ignored
REDIRECT URI ERROR!!! what do i put in the dashboard??
the redirect url in my .env ends in a slash, the one in the dashboard does not, is that a problem? login fails
Nach der Anmeldung kommt die Meldung, dass die Umleitungs-URL nicht hinterlegt ist
Callback Adresse wird von Scalekit nicht akzeptiert, lokal gehts
Rediret URI passt nich
La URL de callback no está dada de alta en el panel
no me deja volver a mi app despues del login, dice que la uri de redireccion es invalida
ログイン後の戻り先URLが登録されていないというエラーが出ます
コールバックURLが違うと怒られる
login ke baad wapas app pe nahi aa raha, callback url galat bol raha hai
redirect uri dashboard me add kiya phir bhi mismatch aa raha hai
L'URL de redirection n'est pas autorisée après la connexion
a url de retorno não está cadastrada no painel
登录后提示回调地址不匹配
`,
  'invalid-client': `
my client secret is being rejected
wrong client id or secret it says
the credentials do not work in production
client secert invalid
scalekit returns 401 on every api call
API credentials are refused although I copied them from the dashboard
I rotated the client secret and now nothing works
our client id is unknown to the server
we use the dev secret in production and it fails
Client-Secret wird nicht akzeptiert
Die Zugangsdaten sind angeblich falsch
Client ID unbekannt
las credenciales son incorrectas
el secreto del cliente no es válido
no acepta mi client secret
クライアントシークレットが間違っていると表示される
認証情報が無効です
client secret galat bata raha hai
client id accept nahi ho rahi
the secret key we copied is not recognised
Scalekit says our client credentials are bad
invalid client secret even though it is brand new
we get unauthorized from the sdk on startup
client authentication keeps failing with our id and secret
the sdk says 401 on listOrganizations
Unser Client Secret ist angeblich ungültig
Client-ID oder Secret falsch
mis credenciales de scalekit son rechazadas
el client id no existe dice
クライアントIDが不正です
scalekit ki credentials galat aa rahi hain
client secret reject ho raha hai
invalid credentials when creating the ScalekitClient
Secret key not working
SCALEKIT_CLIENT_SECRET seems to be wrong
env variable for the scalekit client id is undefined
wrong secrett
Der geheime Schlüssel wird abgelehnt
falsche Client-Daten
la clave secreta es incorrecta
mi client_secret ya no sirve
クライアントの認証に失敗しました
client id ya secret galat hai
server says our client credentials are no good, but I copied them straight from the dashboard
every call to your api comes back 401 since I rotated the secret yesterday
clientid and secret are correct i swear but token endpoint says no
I think we are using the dev keys against the production environment
client authentification failed when backend starts
getting Unauthorized from scalekit sdk as soon as I call listOrganizations
What could cause the SDK constructor to throw about an invalid URL? SCALEKIT_ENV_URL is set on my laptop but not in docker
our scalekit api credentials stopped working over night, nobody changed anything
the secret we have in vault is old, could that be why the machine to machine token is refused?
app was turned off in the scalekit dashboard, now nobody gets a token
wrong client secert error on startup
scalekit says it doesnt know our client id
Client-Geheimnis ist angeblich falsch, obwohl ich es frisch kopiert habe
Scalekit lehnt unsere Zugangsdaten ab (401) seit wir den Schlüssel getauscht haben
las credenciales del cliente no son válidas según scalekit
el client secret que me dieron no funciona en producción
クライアントIDまたはシークレットが正しくないと言われます
クライアントシークレットを更新したら401になる
client secret sahi hai phir bhi 401 de raha hai
client id galat bata raha hai scalekit
identifiants client invalides (client_id / client_secret) au démarrage
credenciais do cliente inválidas ao pedir o token
客户端密钥错误，无法获取令牌
`,
  'token-expired': `
the access token is expired
my token is already expired when I validate it
token expires after 5 minutes and the api says it is invalid
acess tokn expird
jwt no longer valid
every API call with the token fails after five minutes
validateToken says the token is not valid
server clock is off so tokens are rejected
Das Zugriffstoken ist abgelaufen
Token läuft nach 5 Minuten ab
Das Token ist ungültig
el token ha caducado
mi token de acceso expiró
トークンの有効期限が切れています
アクセストークンが無効と言われる
token expire ho gaya hai
access token jaldi khatam ho jata hai
bearer token has run out when calling our api
the jwt is rejected as out of date
access tokens only live for five minutes and then requests fail
it says my id token is too old
Mein Access Token ist nicht mehr gültig
JWT abgelaufen, was tun?
el jwt está vencido
el token de acceso ya no es válido
トークンが期限切れになった
mera token expire ho jata hai 5 minute mein
tokens time out
my acces token stops working after some minutes
JWT verification says expired
token is not valid anymore
der token ist schon wieder abgelaufen
se venció el token
トークン有効期限切れエラー
token ka time khatam ho gaya
the jwt we get is already dead when our api looks at it
validateAccessToken gives false after a couple of minutes
the access token runs out and our api starts answering 401 to the frontend
exp claim is in the past says jose
token validation fails on one of our three servers only, its clock may be off
acess token expierd, what now?
I get "token used before issued" on my raspberry pi
our backend rejects the bearer because it is stale, how do i renew it
id token check fails: audience is not what we expected
verification of the access token fails with an issuer mismatch, we recently switched to a custom domain
the tokens are valid for just 5 min and then validateToken throws
Das Zugriffstoken ist abgelaufen, unsere API antwortet mit 401
Token ungültig, weil die Uhr des Servers falsch geht?
el token de acceso caducó y la api lo rechaza
mi jwt expira a los cinco minutos y la validación falla
アクセストークンの有効期限が切れています
トークンの検証に失敗する（期限切れ）
access token expire ho gaya, api reject kar rahi hai
le jeton a expiré et notre API le refuse
token de acesso expirado
访问令牌过期了，接口返回401
`,
};
