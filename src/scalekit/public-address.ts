/** Can a host be reached from the internet, as far as its name and addresses say? Pure. */
import { BlockList, isIP } from 'node:net';
import { isLoopbackHost } from './redirect-uri.ts';

export type Reach = 'public' | 'loopback' | 'private' | 'local-name';

const privateRanges = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  privateRanges.addSubnet(network, prefix, 'ipv4');
privateRanges.addSubnet('fc00::', 7, 'ipv6');
privateRanges.addSubnet('fe80::', 10, 'ipv6');

/** RFC 1918, RFC 6598, RFC 4193, RFC 6762 and RFC 8375; a name without a dot is one of the own network's. */
export function reachOf(host: string): Reach {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (isLoopbackHost(host) || isLoopbackHost(bare) || /^127\./.test(bare)) return 'loopback';
  const family = isIP(bare);
  if (family === 4) return privateRanges.check(bare, 'ipv4') ? 'private' : 'public';
  if (family === 6) return privateRanges.check(bare, 'ipv6') ? 'private' : 'public';
  return !bare.includes('.') || /\.(?:local|internal|lan|home|corp|test|localhost|home\.arpa|intranet)$/.test(bare)
    ? 'local-name'
    : 'public';
}
