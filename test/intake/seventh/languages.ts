/** The seventh held-out set in other languages. */
export const seventhGerman: Readonly<Record<string, readonly string[]>> = {
  'redirect-uri-mismatch': [
    'Nach dem Umzug auf die neue Domain wird unsere Rücksprungadresse nicht mehr akzeptiert',
    'redirect uri passt angeblich nicht, ist aber zeichengenau gleich',
    'Scalekit meckert, dass die Callback-Adresse nicht hinterlegt ist',
  ],
  'invalid-client': [
    'Seit dem Austausch des Geheimnisses bekommen wir überall 401',
    'Zugangsdaten vom Testsystem in Produktion verwendet, Client wird nicht erkannt',
  ],
  'token-expired': [
    'Token ist abgelaufen, obwohl gerade erst ausgestellt',
    'Das Zugriffstoken gilt nur fünf Minuten und danach lehnt die API alles ab',
  ],
  'connection-not-found': [
    'Für die Firma ist angeblich kein SSO eingerichtet',
    'Die Domäne des Kunden ist noch nicht bestätigt und niemand kommt rein',
    'Verbindung ist noch im Entwurf, Anmeldung des Kunden geht nicht',
  ],
  'saml-validation-failed': [
    'Der Kunde hat das Zertifikat im ADFS getauscht, jetzt ist die Unterschrift der Antwort ungültig',
    'Uhrzeit beim IdP geht vor, Assertion wird als noch nicht gültig abgewiesen',
  ],
  'idp-initiated-login': ['Start über die Kachel im Okta-Portal klappt nicht, von unserer Seite aus schon'],
  'expires-too-quickly': [
    'Die Leute fliegen ständig raus',
    'Man muss sich alle paar Minuten neu anmelden, das nervt',
    'Nach der Mittagspause ist man abgemeldet',
  ],
  'cannot-refresh': ['Das Erneuern klappt genau einmal, danach invalid grant', 'Wir bekommen gar kein Refresh-Token zurück'],
  'users-not-provisioning': [
    'Neue Mitarbeiter aus Entra tauchen bei uns nicht auf',
    'Ausgeschiedene Kollegen bleiben aktiv, obwohl sie in Okta gesperrt sind',
    'Benutzerabgleich läuft seit Montag nicht mehr',
  ],
  'group-sync': ['Leute kommen an, ihre Gruppen aber nicht', 'Rollen werden nicht aus den AD-Gruppen übernommen'],
  'not-received': ['Bei uns kommt kein einziges Ereignis an', 'Der Webhook wird nie aufgerufen, liegt das an der Firewall?'],
  'signature-verification': [
    'Prüfung der Signatur vom Webhook schlägt jedes Mal fehl',
    'Der HMAC stimmt nicht mit dem Header überein',
  ],
  'logout-incomplete': ['Nach dem Abmelden ist man beim nächsten Klick auf Anmelden sofort wieder drin'],
};
export const seventhSpanish: Readonly<Record<string, readonly string[]>> = {
  'redirect-uri-mismatch': [
    'me dice que la dirección de retorno no está permitida',
    'cambiamos de dominio y ahora la url de callback no coincide',
    'la redirect uri no esta registrada, donde la agrego?',
  ],
  'invalid-client': [
    'rotamos el secreto y ahora todo da 401',
    'credenciales incorrectas según scalekit pero las copié del panel',
    'usamos las llaves de desarrollo en producción, cliente no válido',
  ],
  'token-expired': ['el token caduca y la api responde no autorizado', 'el jwt ya venció según el servidor'],
  'connection-not-found': [
    'el cliente nuevo no puede entrar, dice que no hay conexión SSO',
    'el dominio de la empresa sigue pendiente de verificar',
    'no encuentra la organización con ese id',
  ],
  'saml-validation-failed': [
    'el certificado del proveedor de identidad cambió y la firma de la respuesta no valida',
    'falta el atributo email en la aserción',
  ],
  'idp-initiated-login': ['desde el portal de Okta da error al abrir la app, desde nuestra página entra bien'],
  'expires-too-quickly': [
    'a los cinco minutos me saca',
    'la sesión dura muy poco, los usuarios se quejan',
    'se cierra la sesión sola a cada rato',
  ],
  'cannot-refresh': ['no puedo renovar el token, la segunda vez falla', 'no llega ningún refresh token'],
  'users-not-provisioning': [
    'los empleados nuevos no aparecen en la aplicación',
    'dimos de baja a alguien en Entra y sigue activo',
    'la sincronización de usuarios por scim no funciona',
  ],
  'group-sync': ['llegan los usuarios pero no sus grupos', 'los roles no se asignan según el grupo de azure'],
  'not-received': ['no nos llega ningún evento al servidor', 'el webhook nunca se dispara'],
  'signature-verification': ['la firma del webhook no coincide', 'siempre falla la verificación de firma al recibir eventos'],
  'logout-incomplete': ['cierro sesión y al volver a entrar ni me pide la contraseña'],
};
export const seventhJapanese: Readonly<Record<string, readonly string[]>> = {
  'redirect-uri-mismatch': [
    'リダイレクト先のURLが登録されていないと言われます',
    'コールバックURLが一致しません',
    '本番ドメインに変えたら戻り先のURLが拒否される',
  ],
  'invalid-client': [
    'シークレットを更新してから全部401になります',
    'クライアントIDかシークレットが間違っているようです',
    '開発環境の認証情報を本番で使ってしまった',
  ],
  'token-expired': ['トークンの有効期限が切れていると言われる', 'JWTが期限切れでAPIが401を返す'],
  'connection-not-found': [
    'SSO接続が見つかりません',
    '新しい顧客の組織にSSOが設定されていないとエラーが出る',
    'ドメインがまだ確認待ちでログインできない',
  ],
  'saml-validation-failed': [
    '証明書を更新したらSAMLの署名検証に失敗する',
    'アサーションの対象者が違うと拒否されます',
    '属性にメールアドレスが含まれていない',
  ],
  'idp-initiated-login': ['Oktaのポータルから開くとエラー、うちのサイトからは入れる'],
  'expires-too-quickly': ['すぐにログアウトされてしまう', '5分ごとに再ログインを求められます', 'セッションが短すぎる'],
  'cannot-refresh': ['リフレッシュが一回だけ成功して二回目から失敗する', 'リフレッシュトークンが返ってこない'],
  'users-not-provisioning': [
    'Entraで追加した社員がアプリに出てこない',
    'SCIMでユーザーが同期されません',
    '退職者のアカウントが無効にならない',
  ],
  'group-sync': ['ユーザーは来るけどグループが同期されない', 'グループに応じたロールが付かない'],
  'not-received': ['Webhookが一度も届きません', 'イベントがうちのサーバーに来ない'],
  'signature-verification': ['Webhookの署名検証が毎回失敗する', '署名が合わない、計算したHMACと違う'],
  'logout-incomplete': ['ログアウトしたのに次のログインでそのまま入れてしまう'],
};
export const seventhHinglish: Readonly<Record<string, readonly string[]>> = {
  'redirect-uri-mismatch': [
    'callback wala url match nahi kar raha bhai',
    'redirect uri register nahi hai bol raha hai',
    'domain change kiya tab se login ke baad wapas aane wala address reject ho raha',
  ],
  'invalid-client': [
    'secret naya banaya uske baad se sab 401 aa raha',
    'client id galat bata raha hai',
    'dev ki keys prod me daal di shayad, auth nahi ho raha',
  ],
  'token-expired': ['token expire ho gaya bolta hai abhi to liya tha', 'jwt purana ho gaya hai 401 de raha'],
  'connection-not-found': [
    'naye customer ka sso connection nahi mil raha',
    'is company ke liye sso set nahi hai bolta hai',
    'domain verify nahi hua isliye login nahi ho pa raha',
  ],
  'saml-validation-failed': [
    'okta ka certificate badal gaya, saml response ka signature fail',
    'assertion reject ho raha hai audience galat hai',
  ],
  'idp-initiated-login': ['okta ke tile se kholo to error, hamari site se kholo to chal jata hai'],
  'expires-too-quickly': [
    'user baar baar logout ho raha hai',
    'har 5 minute me dobara login karna padta hai',
    'session bahut jaldi khatam ho jata',
  ],
  'cannot-refresh': ['refresh token ek baar chalta hai phir fail', 'refresh token aa hi nahi raha'],
  'users-not-provisioning': [
    'naye employee app me dikh nahi rahe',
    'scim se user sync nahi ho rahe',
    'okta me banda hata diya par app me abhi bhi active hai',
  ],
  'group-sync': ['user aa rahe hain par group nahi aa rahe', 'group ke hisab se role nahi mil raha'],
  'not-received': ['webhook aa hi nahi raha hamare server pe', 'koi event nahi mil raha'],
  'signature-verification': ['webhook ka signature match nahi hota', 'signature verify karte time hamesha error'],
  'logout-incomplete': ['logout karne ke baad bhi seedha andar chala jata hai bina password ke'],
};
export const seventhRomance: Readonly<Record<string, readonly string[]>> = {
  'redirect-uri-mismatch': ["l'url de retour n'est pas autorisée", 'a url de retorno não está cadastrada'],
  'invalid-client': ["depuis qu'on a changé le secret tout est en 401"],
  'connection-not-found': ['aucune connexion SSO pour cette organisation', 'não existe conexão SSO para a empresa do cliente'],
  'expires-too-quickly': ['on est déconnecté toutes les cinq minutes', 'o usuário é deslogado o tempo todo'],
  'cannot-refresh': ['le rafraîchissement marche une fois puis échoue'],
  'users-not-provisioning': [
    "les nouveaux employés n'apparaissent pas dans l'appli",
    'os funcionários novos não aparecem no sistema',
  ],
  'group-sync': ['les utilisateurs arrivent mais pas leurs groupes'],
  'not-received': ['nenhum evento chega no nosso endpoint', 'on ne reçoit aucun webhook'],
  'signature-verification': ['a assinatura do webhook não confere'],
};
