/** Certificates made on the spot with node:crypto: an authority of our own and leaves with every fault one can have. */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Made {
  readonly key: string;
  readonly cert: string;
}

export interface Authority extends Made {
  readonly issue: (leaf: Leaf) => Made;
}

export interface Leaf {
  /** Host names and IPv4 addresses. */
  readonly names: readonly string[];
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
}

export function makeAuthority(name = 'Test Root'): Authority {
  const { publicKey, privateKey } = keyPair();
  const cert = certificate({
    subject: name,
    issuer: name,
    publicKey,
    signer: privateKey,
    from: -400,
    to: 400,
    extensions: [IS_AUTHORITY],
  });
  return { cert, key: pem(privateKey), issue: (leaf) => issue(leaf, name, privateKey) };
}

export function makeSelfSigned(leaf: Leaf): Made {
  const own = keyPair();
  return issue(leaf, leaf.names[0] ?? '', own.privateKey, own);
}

function issue({ names, from = -2, to = 30 }: Leaf, issuer: string, signer: KeyObject, own = keyPair()): Made {
  const extensions = [alternativeNames(names)];
  const cert = certificate({ subject: names[0] ?? '', issuer, publicKey: own.publicKey, signer, from, to, extensions });
  return { cert, key: pem(own.privateKey) };
}

interface Fields {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly from: number;
  readonly to: number;
  readonly extensions: readonly Buffer[];
}

/** RFC 5280 §4.1, as DER. */
function certificate({ subject, issuer, publicKey, signer, from, to, extensions }: Fields): string {
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    distinguishedName(issuer),
    sequence(time(from), time(to)),
    distinguishedName(subject),
    publicKey.export({ format: 'der', type: 'spki' }),
    tagged(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', body, createPrivateKey(pem(signer)));
  const whole = sequence(body, ECDSA_WITH_SHA256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return `-----BEGIN CERTIFICATE-----\n${whole
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function tagged(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const length =
    body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...content: readonly Buffer[]) => tagged(0x30, ...content);
const integer = (bytes: Buffer) => tagged(0x02, bytes);
const octets = (bytes: Buffer) => tagged(0x04, bytes);
const identifier = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));
const ECDSA_WITH_SHA256 = sequence(identifier('2a8648ce3d040302'));
const IS_AUTHORITY = sequence(
  identifier('551d13'),
  tagged(0x01, Buffer.from([0xff])),
  octets(sequence(tagged(0x01, Buffer.from([0xff])))),
);

function distinguishedName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(identifier('550403'), tagged(0x0c, Buffer.from(name)))));
}

function alternativeNames(names: readonly string[]): Buffer {
  const entries = names.map((name) =>
    /^[\d.]+$/.test(name) ? tagged(0x87, Buffer.from(name.split('.').map(Number))) : tagged(0x82, Buffer.from(name)),
  );
  return sequence(identifier('551d11'), octets(sequence(...entries)));
}

function time(days: number): Buffer {
  const text = new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '');
  return tagged(0x18, Buffer.from(text));
}

function keyPair(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function pem(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'pkcs8' }).toString();
}
