/** Secrets of Scalekit and of the protocols it speaks, and of other identity services. */
import { rule } from './rule.ts';

export const authRules = [
  rule(
    'scalekit-client-secret',
    'client_secret',
    ['test_', 'live_', 'prod_', 'dev_', 'stage_'],
    /(?:test|live|prod|dev|stage)_(?=[\w+/=-]{0,40}\d)(?=[\w+/=-]{0,40}[A-Za-z])[A-Za-z0-9+/_-]{20,200}={0,2}/,
  ),
  rule('scalekit-secret', 'secret', 'sec_', /sec_(?=[A-Za-z0-9]{0,60}[A-Za-z])[A-Za-z0-9_-]{8,200}/),
  rule('scalekit-session-secret', 'secret', 'sks_', /sks_sec_[A-Za-z0-9_-]{8,200}/),
  rule('webhook-secret', 'webhook_secret', 'whsec_', /whsec_(?:[A-Za-z0-9+/_-]|%(?:25)?2[BbFf]){8,200}(?:=|%(?:25)?3[Dd]){0,2}/),
  rule('webhook-signing-key', 'webhook_secret', 'whsk_', /whsk_[A-Za-z0-9+/_-]{16,200}={0,2}/),
  rule('webhook-signature', 'signature', ['v1,', 'v1a,'], /v1a?,([A-Za-z0-9+/]{40,90}={0,2})/, 1),
  // `{"`, `{ `, `{` and a line break or a tab.
  rule(
    'jwt',
    'jwt',
    ['eyJ', 'eyA', 'ewo', 'ewk', 'ew0'],
    /e[yw][A-Za-z0-9_-]{10,}(?:\.|%2E)[A-Za-z0-9_-]{2,}(?:(?:\.|%2E)[A-Za-z0-9_-]*){0,3}/,
  ),
  rule('jwt-header', 'jwt', 'eyJ', /eyJ(?:hbGci|0eXAi|raWQi|lbmMi)[A-Za-z0-9_-]{16,}\.?/),
  rule(
    'saml-message',
    'saml_response',
    ['PHNhbW', 'PD94bWw', 'PFJlc3BvbnNl', 'PHMycDpSZXNwb25zZ', 'PG5zMjpSZXNwb25zZ'],
    /(?:PHNhbW(?:xwOlJlc3BvbnNl|w6QXNzZXJ0aW9u|wycDpSZXNwb25zZ)|PHNhbWwycDpSZXNwb25zZ|PHNhbWwyOkFzc2VydGlvb|PFJlc3BvbnNl|PHMycDpSZXNwb25zZ|PG5zMjpSZXNwb25zZ|PD94bWwg)(?:[A-Za-z0-9+/=]|%2[BbFf]|%3[Dd]|\\\/|(?:\\r|\\n|\r?\n)[ \t]{0,8}(?=[A-Za-z0-9+/]{8}))+/,
  ),
  rule('paseto', 'token', ['v1.', 'v2.', 'v3.', 'v4.'], /v[1-4]\.(?:local|public)\.[A-Za-z0-9_-]{40,}(?:\.[A-Za-z0-9_-]+)?/),
  rule(
    'werkzeug-hash',
    'password_hash',
    ['scrypt', 'pbkdf2'],
    /(?:scrypt:\d{2,7}:\d{1,2}:\d{1,2}|pbkdf2(?:[:_]sha\d{1,3})?(?:[:$]\d{3,8}))\$[A-Za-z0-9./+=_-]{4,60}\$[A-Za-z0-9+/=_-]{20,200}/,
  ),
  rule('okta-token', 'api_token', '00', /00[A-Za-z0-9_-]{40}(?![A-Za-z0-9_-])(?<=[A-Za-z_-].{0,40})/),
  rule('auth0-management', 'api_token', 'at2_', /at2_[A-Za-z0-9_-]{20,}/),
  rule('clerk-stripe-like', 'secret_key', ['sk_', 'rk_'], /[sr]k_(?:live|test|prod|dev|proj)?_?[A-Za-z0-9+/_-]{16,250}={0,2}/),
  rule('workos', 'secret_key', 'wos_', /wos_[A-Za-z0-9_-]{16,}/),
  rule('descope', 'api_key', 'K2', /K2[A-Za-z0-9]{60,110}/),
  rule('stytch', 'secret', 'secret-', /secret-(?:test|live)-[A-Za-z0-9_=-]{16,}/),
  rule('oauth-refresh-google', 'refresh_token', '1//', /1\/\/0[A-Za-z0-9_-]{20,}/),
  rule(
    'basic-credentials',
    'authorization',
    'Basic',
    /Basic (?=[A-Za-z0-9+/_-]{8})(?=[A-Za-z0-9+/_-]{0,200}(?:\d|[a-z][A-Z]|=))([A-Za-z0-9+/_-]{8,}={0,2})(?![a-z]* (?:auth|credential))/,
    1,
  ),
  rule(
    'bearer',
    'authorization',
    ['Bearer', 'bearer', 'BEARER', 'DPoP', 'SSWS'],
    /(?:[Bb]earer|BEARER|DPoP|SSWS)(?: {1,3}|%20|\+)(?=[^\s"'<>]{0,60}[\d._~+/-])(?=[^\s"'<>]{0,60}[A-Za-z])([A-Za-z0-9._~+/-]{12,}={0,2})/,
    1,
  ),
];
