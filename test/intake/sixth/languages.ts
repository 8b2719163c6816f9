/** The sixth held-out set in other languages: written last, measured once, nothing changed for it. */
export const sixthLanguages: Readonly<Record<string, readonly string[]>> = {
  'redirect-uri-mismatch': [
    'Fehler: ungültige Weiterleitungs-URL beim Login',
    'la url de redirección no está autorizada',
    'リダイレクトURLが無効です',
    'callback url match nahi ho rahi',
  ],
  'invalid-client': [
    'Client-ID oder Secret falsch',
    'credenciales de cliente incorrectas',
    'クライアント認証に失敗しました',
    'client secret galat hai',
  ],
  'token-expired': [
    'Zugriffstoken abgelaufen',
    'el token ha expirado',
    'トークンの有効期限が切れた',
    'token expire ho raha hai jaldi',
  ],
  'connection-not-found': [
    'SSO-Verbindung nicht gefunden',
    'no hay conexión SSO para esta organización',
    'この組織のSSO接続がありません',
    'organization ka SSO connection active nahi hai',
  ],
  'saml-validation-failed': ['SAML-Zertifikat abgelaufen', 'firma SAML inválida', 'SAML検証エラー', 'SAML certificate galat hai'],
  'idp-initiated-login': [
    'IdP-initiierte Anmeldung schlägt fehl',
    'el login desde Okta falla',
    'IdPから開始するログインが失敗する',
    'okta se login karne par error',
  ],
  'expires-too-quickly': [
    'Ich werde ständig ausgeloggt',
    'la sesión expira demasiado rápido',
    'セッションがすぐ切れる',
    'session bahut jaldi expire ho raha hai',
  ],
  'cannot-refresh': [
    'Refresh-Token ungültig',
    'no se puede refrescar el token',
    'トークンをリフレッシュできない',
    'refresh token kaam nahi kar raha',
  ],
  'users-not-provisioning': [
    'Benutzer werden über SCIM nicht bereitgestellt',
    'los usuarios no se aprovisionan',
    'ユーザーがプロビジョニングされない',
    'users provision nahi ho rahe',
  ],
  'group-sync': [
    'Gruppensynchronisation funktioniert nicht',
    'la sincronización de grupos falla',
    'グループ同期が動かない',
    'group sync nahi ho raha',
  ],
  'not-received': ['Webhooks kommen nicht an', 'no llegan los webhooks', 'Webhookが受信できない', 'webhook nahi mil raha'],
  'signature-verification': [
    'Webhook-Signatur ungültig',
    'verificación de firma del webhook fallida',
    'Webhookの署名検証エラー',
    'webhook signature verify nahi ho raha',
  ],
};
