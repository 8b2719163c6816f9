/** What is told by structure alone, one sentence a rule: a secret that goes, and its harmless neighbour that stays. */
import { expect, it } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';

const redact = (text: string): string => createRedactor({ key: new Uint8Array(32) }).redact(text);
const RANDOM = 'q7Zk29bXw4Rt81LmVd5Yh3Nc';

const gone: readonly (readonly [name: string, text: string, secret: string])[] = [
  ['the key of a call that signs', `jwt.sign({ sub: user.id }, '${RANDOM}', { expiresIn: '1h' })`, RANDOM],
  ['the key behind the name of a digest', `hmac.new(b"${RANDOM}", body, "sha256")`, RANDOM],
  ['a password named in German', 'Das Passwort lautet Kupfer2417!, bitte ändern.', 'Kupfer2417'],
  ['a password named in Chinese', '密码：Kupfer2417!', 'Kupfer2417'],
  ['a value printed into a store of secrets', "printf '%s' 'Kupfer2417!' | gcloud secrets create db --data-file=-", 'Kupfer2417'],
  ['a value written into a file of a secret', "cat > db_password.txt <<'EOF'\nKupfer2417!\nEOF\n", 'Kupfer2417'],
  ['the value of a field for passwords', '<input value="Kupfer2417!" type="password">', 'Kupfer2417'],
  ['a pass phrase without quotes', '{env=prod, vault_passphrase=harbor lantern 42 maple, ttl=3}', 'lantern 42 maple'],
  ['a code in groups', 'recovery_code=k7ta4-4qmbv', 'k7ta4-4qmbv'],
  ['a value below its label', 'Password:\nKupfer2417!\n\nSteps to reproduce', 'Kupfer2417'],
  [
    'a token that a mail broke',
    `our client secret is live_${RANDOM}\n${RANDOM}\n${RANDOM.slice(3, 12)}\n\nThanks`,
    RANDOM.slice(3, 12),
  ],
  ['a value in quoted-printable', '{=22recovery_code=22:=22fzpj1-zme7x=22}', 'fzpj1-zme7x'],
  ['what Redis stores under a name', `"SET" "refresh_token:usr_1" "${RANDOM}"`, RANDOM],
  ['a value encoded twice behind a sign encoded once', '/login?next=%2Fcb%3Fadmin_password%3DXOa7Cb%2526ojU%2525', 'ojU'],
];

const kept: readonly (readonly [name: string, text: string])[] = [
  ['an id in a column whose head says so', `request_id,size\n${RANDOM},12\n${RANDOM.slice(1)}A,13\n`],
  ['an id in a statement', `INSERT INTO runs (name, build_id) VALUES ('web', '${RANDOM}');`],
  ['a digest that a mail broke', `> integrity: sha512-${RANDOM}${RANDOM}\n> ${RANDOM}${RANDOM}==\n`],
  ['an id that is named behind', `please use ${RANDOM} as the client id from Monday on.`],
  ['an option', 'Usage: app login --token <TOKEN> [--password-stdin]'],
  ['code that reads the environment', 'let token = std::env::var("API_TOKEN").expect("API_TOKEN must be set");'],
  ['the words of a page', '<button data-action="reset-password">Forgot password?</button>'],
  ['the name of a kept secret', 'existingSecret: prod-sso-client-secret'],
  ['a page to log in', "router.login('web', 'account.settings')"],
  ['a sentence in German', 'Das Passwort ist abgelaufen, bitte wenden Sie sich an den Support.'],
  ['a sentence about a password', 'password: must be longer than 12 characters'],
  ['a pipe of other things', "echo 'deploy finished' | tee deploy.log"],
  ['the stand-in of an address', 'https://user:password@example.com'],
];

for (const [name, text, secret] of gone) it(`hides ${name}`, () => expect(redact(text)).not.toContain(secret));
for (const [name, text] of kept) it(`keeps ${name}`, () => expect(redact(text)).toBe(text));
