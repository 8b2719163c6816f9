/** What goes wrong before a byte of HTTP is spoken, and what an encrypted host can still name that is not. Nothing of the credentials is sent to any. */
import type { Attack } from './attack.ts';
import * as hostile from './behaviours.ts';
import { type Leaf, makeAuthority, makeSelfSigned } from './certificates.ts';
import { discoveryOf, soundEnvironment } from './environment.ts';
import type { HostileOptions } from './server.ts';

/** The program trusts this one, so that each certificate has the one fault it is here for. */
const authority = makeAuthority();
const NAMES = ['localhost', '127.0.0.1'];
const UNTRUSTED = 'name-resolution/certificate-untrusted';

const issued = (leaf: Partial<Leaf>): HostileOptions => ({ tls: authority.issue({ names: NAMES, ...leaf }) });
const rawBytes = (bytes: string | Buffer): HostileOptions => ({
  onConnection: (socket) => Boolean(socket.once('data', () => socket.end(bytes))),
});

const rows: readonly (readonly [name: string, options: HostileOptions, says: RegExp, finds?: string])[] = [
  ['a certificate that has expired', issued({ from: -40, to: -10 }), /The certificate of localhost:\d+ has expired/, UNTRUSTED],
  ['a certificate that is not valid yet', issued({ from: 10, to: 40 }), /localhost:\d+ is not valid yet/, UNTRUSTED],
  ['a certificate for another host', issued({ names: ['other.example'] }), /shows is made out to another name/, UNTRUSTED],
  ['a self-signed certificate', { tls: makeSelfSigned({ names: NAMES }) }, /is signed by itself/, UNTRUSTED],
  [
    'a certificate of an unknown authority',
    { tls: makeAuthority('Zscaler Root CA').issue({ names: NAMES }) },
    /comes from an authority that Node does not know/,
    UNTRUSTED,
  ],
  ['garbage in the place of TLS', rawBytes(Buffer.alloc(64, 0xa5)), /does not speak TLS properly/],
  ['plain HTTP in the place of TLS', rawBytes('HTTP/1.1 400 Bad Request\r\n\r\n'), /does not speak TLS properly/],
];

const base = { roots: authority.cert, probe: 'discovery', seconds: 30 };
const url = (port: number) => `https://localhost:${port}`;

export const tlsAttacks: readonly Attack[] = [
  ...rows.map(([name, options, says, finds]): Attack => {
    const found = finds ? { finds } : {};
    return { ...base, url, name, serve: () => hostile.json({}), options, says, code: finds ? 1 : 3, ...found };
  }),
  {
    ...base,
    name: 'discovery over TLS that names a token endpoint without it',
    // The other host is spoken to in plain HTTP, and hears nothing.
    serve: (other) => soundEnvironment({ '/.well-known/': discoveryOf(() => ({ token_endpoint: `${other}/oauth/token` })) }),
    options: issued({}),
    says: /"label":"token_endpoint","expected":"an address under https:\/\/127.0.0.1:\d+","actual":"http:/,
    code: 0,
  },
];
