/** How people wrote about sessions, refreshing and logging out: one example a line. */
import type { Examples } from './index.ts';

export const sessionExamples: Examples = {
  'expires-too-quickly': `
users are logged out after five minutes
the session expires too quickly
people get kicked out all the time
I have to log in again every hour
our customers keep getting signed out
sesion ends too soon
it logs everyone out over lunch
users do not stay logged in
login only lasts a few minutes
why do I need to sign in again and again
Benutzer werden nach 5 Minuten abgemeldet
Die Sitzung läuft zu schnell ab
Ich fliege ständig raus
Man muss sich dauernd neu anmelden
la sesión se cierra muy rápido
me saca de la sesión cada 5 minutos
los usuarios tienen que iniciar sesión otra vez a cada rato
セッションがすぐに切れる
5分でログアウトされてしまう
何度もログインし直さないといけない
user baar baar logout ho jata hai
session bahut jaldi khatam ho jata hai
5 minute mein logout ho jata hai
we are being signed out way too often
why does it throw me out every ten minutes
sessions only last a couple of minutes
everybody has to login again each morning and even at noon
the app forgets that I am logged in after a short while
customers complain about constant logouts
Nutzer werden ständig ausgeloggt
Session ist nach 10 Minuten weg
Warum muss ich mich alle paar Minuten neu einloggen?
a los usuarios se les cierra la sesión a los cinco minutos
la sesión dura muy poco
すぐにログアウトされる
数分放置するとセッションが切れてしまう
thodi der mein apne aap logout ho jata hai
session itni jaldi kyun khatam ho raha hai
session timeout too short
users complain they have to relogin constantly
kicked out after a few minutes of doing nothing
it wont keep me logged in
login doesnt persist
after closing the laptop for ten minutes I am logged out
Session läuft viel zu früh ab
ich werde dauernd ausgeloggt
Nach kurzer Inaktivität muss ich mich wieder anmelden
la sesión caduca enseguida
tengo que loguearme a cada rato
ログインがすぐ切れる
毎回ログインを求められる
baar baar login karna padta hai
session 5 min me expire ho jata hai
people have to sign in again every few minutes, they are furious
I am thrown out of the app after lunch every day
the session dies when the browser tab was in the background for a while
users keep gettting loged out
why does my login only last 5 minutes
the cookie is gone after a short time and the user sees the login page again
customers complain they need to log in several times a day, can we make it 30 days?
session timeout is way too short, where can I change it
random sign-outs when a page fires multiple requests at the same time
on safari the user is not logged in any more after coming back from the login page, cookie not set
kicked back to the login screen all the time
our idle timeout seems to hit even for active users
Die Benutzer fliegen ständig raus
nach ein paar Minuten muss ich mich schon wieder anmelden
Sitzungsdauer viel zu kurz
la sesión se cierra sola cada rato
los usuarios tienen que volver a iniciar sesión a cada momento
すぐにログアウトされてしまう
数分ごとにログインし直す必要がある
user baar baar logout ho raha hai
session jaldi khatam ho jata hai
les utilisateurs sont déconnectés au bout de quelques minutes
a sessão cai toda hora
用户总是被自动登出
`,
  'cannot-refresh': `
refreshing the token fails
the refresh token is undefined
refresh token works once and then never again
we cannot renew the session
I never get a refresh token back
refesh token invalid
the second refresh always fails
two tabs refresh at the same time and one gets rejected
silent renew is broken
the authorization code was already used
Das Refresh-Token ist ungültig
Token lässt sich nicht erneuern
Ich bekomme kein Refresh Token
no puedo refrescar el token
el refresh token no llega
la renovación del token falla
リフレッシュトークンが無効です
トークンの更新に失敗する
refresh token nahi mil raha
token refresh nahi ho raha
renewing the access token does not work
the refresh token got revoked somehow
refreshAccessToken throws an error
there is no refresh token in the response
my refresh token is only good for a single use and then it is refused
Der Refresh schlägt fehl, weil das Token schon benutzt wurde
Ich kann die Session nicht erneuern
el refresh token ya fue usado
no se puede renovar la sesión
リフレッシュトークンが返ってこない
トークンをリフレッシュできません
refresh token kaam nahi kar raha
token refresh endpoint responds with 400
Unable to refresh session
No refresh_token in auth result
refresh tokens keep getting invalidated
using the refresh token a second time fails
kein refresh token erhalten
no se refresca el token
refresh_tokenが取得できない
refresh karne pe error aa raha hai token ka
refreshAccessToken throws 400 the second time I call it
there is no refresh token in the result of authenticateWithCode
refersh token undefined
renewing the token works once and then never again
silently getting a new access token fails, says grant is invalid
the authorization code was already used, happens when user hits reload on the callback page
Failed to refresh, bad request, user must log in anew
two tabs refresh at the same moment and one of them fails
offline access isnt granted so I can not renew
code exchange fails with code verifier missing (pkce)
our cron job stores the refresh token but a day later scalekit says it was revoked
Das Erneuern des Tokens klappt nicht, Refresh-Token ungültig
Beim zweiten Auffrischen kommt ein Fehler
no puedo renovar el token, dice que ya se usó
el refresh token no llega en la respuesta
リフレッシュトークンでの更新に失敗する
認可コードは既に使用されていますと出る
refresh token se naya token nahi mil raha
impossible de rafraîchir le jeton
não consigo renovar o token, refresh token inválido
刷新令牌失败
`,
  'logout-incomplete': `
after logout users are still logged in
I click logout and get right back in without password
Nach dem Abmelden bin ich sofort wieder angemeldet
cierro sesión pero al hacer logout sigue dentro
ログアウトしてもまたログイン済みになる
when I log out and open the app again I am automatically logged in
logout does not really end the session, one click and you are back in
log out does not work, user remains signed in
sso session still alive after logout
after signing out and clicking login again the user is in without entering anything
logout does not really log the user out
when i log out and press sign in i am the same user at once, cannot switch account
post logout redirect uri not allowed
sign out only clears our cookie, the scalekit session stays
post_logout_redirect_uri is not registered error on logout
log out button leaves me logged in at the idp
Nach dem Abmelden bin ich beim nächsten Klick auf Login sofort wieder drin
cierro sesión y al volver a entrar no me pide la contraseña
ログアウトしても再ログイン時に自動で入ってしまう
logout karne ke baad bhi login rehta hai
`,
};
