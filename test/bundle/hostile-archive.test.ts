/** Archives that say one thing in their table of contents and another in the bytes: each is refused with a sentence, and none fills memory. */
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS, packBundle, unpackBundle } from '../../src/bundle/archive.ts';
import { collectBundle } from '../../src/bundle/collect.ts';
import { inspectBundle } from '../../src/bundle/inspect.ts';
import { sampleInput } from './sample.ts';

const files = {
  'REPORT.md': strToU8('# hi\n'),
  'MANIFEST.json': strToU8('{"tool":{"name":"x"},"files":[]}'),
  'extra.txt': strToU8('x'.repeat(300)),
};
const manyFiles = (count: number): Record<string, Uint8Array> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, new Uint8Array(1)]));
const TABLE_ENTRY = Buffer.from([0x50, 0x4b, 1, 2]);

/** The zip above, changed in the table entry of its last file, in that file's own header, and at its end. */
function spoilt(
  change: (archive: Buffer, at: { readonly entry: number; readonly local: number; readonly end: number }) => Buffer | undefined,
): Buffer {
  const archive = Buffer.from(zipSync(files, { level: 0 }));
  const entry = archive.lastIndexOf(TABLE_ENTRY);
  return change(archive, { entry, local: archive.readUInt32LE(entry + 42), end: archive.length - 22 }) ?? archive;
}

const set16 = (archive: Buffer, at: number, value: number): undefined => void archive.writeUInt16LE(value, at);
const set32 = (archive: Buffer, at: number, value: number): undefined => void archive.writeUInt32LE(value >>> 0, at);

const special = (mode: number) =>
  spoilt((archive, { entry }) => {
    archive.writeUInt8(3, entry + 5);
    return set32(archive, entry + 38, mode << 16);
  });

const refusals: readonly (readonly [string, Buffer, RegExp])[] = [
  ['a wrong checksum', spoilt((archive, { entry }) => set32(archive, entry + 16, 1)), /is damaged/],
  ['a changed byte under its checksum', spoilt((archive, { local }) => void archive.writeUInt8(0x79, local + 60)), /is damaged/],
  ['another name in the file’s own header', spoilt((archive, { local }) => void archive.write('evil', local + 30)), /two names/],
  ['a link', special(0o120777), /link or a device/],
  ['a device', special(0o060600), /link or a device/],
  ['a pipe', special(0o010600), /link or a device/],
  ['encryption', spoilt((archive, { entry }) => set16(archive, entry + 8, 1)), /encrypted/],
  ['another way of packing', spoilt((archive, { entry }) => set16(archive, entry + 10, 12)), /packed in a way/],
  ['another way of packing in the header', spoilt((archive, { local }) => set16(archive, local + 8, 8)), /contradict/],
  ['a size of its own', spoilt((archive, { entry }) => set32(archive, entry + 24, 10)), /contradict/],
  ['64-bit sizes', spoilt((archive, { entry }) => set32(archive, entry + 20, 0xffffffff)), /larger than any/],
  ['a file that begins behind the end', spoilt((archive, { entry }) => set32(archive, entry + 42, 100_000)), /contradict/],
  [
    'a file that ends behind the table',
    spoilt((archive, { entry }) => {
      set32(archive, entry + 20, 5_000);
      return set32(archive, entry + 24, 5_000);
    }),
    /contradict/,
  ],
  [
    'a name that is no text',
    spoilt((archive, { entry, local }) => {
      archive.writeUInt8(0xff, entry + 46);
      archive.writeUInt8(0xff, local + 30);
    }),
    /no text/,
  ],
  [
    'more files than it counts',
    spoilt((archive, { end }) => {
      set16(archive, end + 8, 2);
      return set16(archive, end + 10, 2);
    }),
    /contradict/,
  ],
  [
    'fewer files than it counts',
    spoilt((archive, { end }) => {
      set16(archive, end + 8, 9);
      return set16(archive, end + 10, 9);
    }),
    /damaged/,
  ],
  [
    'a packed file that is shorter than it says',
    (() => {
      const archive = Buffer.from(zipSync(files));
      const entry = archive.lastIndexOf(TABLE_ENTRY);
      set32(archive, entry + 24, archive.readUInt32LE(entry + 24) + 5);
      return archive;
    })(),
    /damaged/,
  ],
  [
    'something between its table and its end',
    spoilt((archive, { end }) => Buffer.concat([archive.subarray(0, end), Buffer.from('more'), archive.subarray(end)])),
    /contradict/,
  ],
  ['more bytes than any bundle', Buffer.alloc(LIMITS.archive + 1), /larger than 32 MB/],
  ['more files than any bundle', Buffer.from(zipSync(manyFiles(LIMITS.entries + 1))), /more than a bundle holds/],
  [
    'so many files that their number stands elsewhere (zip64)',
    spoilt((archive, { end }) => {
      set16(archive, end + 8, 0xffff);
      return set16(archive, end + 10, 0xffff);
    }),
    /more than a bundle holds/,
  ],
  ['several parts', spoilt((archive, { end }) => set16(archive, end + 4, 1)), /one part of several/],
  [
    'something behind its end',
    spoilt((archive) => Buffer.concat([archive, Buffer.from('more')])),
    /table of contents is missing/,
  ],
];

describe('an archive with', () => {
  it.each(refusals)('%s is refused with a sentence', async (_name, archive, reason) => {
    expect(await inspectBundle(archive)).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(/^This is no bundle that can be read: .*\.$/),
    });
    expect(await inspectBundle(archive)).toMatchObject({ reason: expect.stringMatching(reason) });
  });

  it('nothing wrong is read: the changes above are what they are refused for', async () => {
    expect(await inspectBundle(spoilt(() => undefined))).toMatchObject({ kind: 'bundle', report: '# hi\n' });
    const special = spoilt((archive, { entry }) => void archive.writeUInt8(3, entry + 5));
    expect(await inspectBundle(special)).toMatchObject({ kind: 'bundle' });
  });

  it('many names for one bomb unpacks none of it', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `b${index}`);
    const one = Buffer.from(zipSync({ b0: new Uint8Array(4_000_000) }));
    const entry = one.lastIndexOf(TABLE_ENTRY);
    const ownHeader = one.subarray(0, 32);
    // Each has a header with its own name, whose extra field reaches over the headers behind it: all lead into the same bytes.
    const headers = names.map((name, index) => {
      const header = Buffer.from(ownHeader);
      header.write(name, 30);
      set16(header, 28, (names.length - 1 - index) * ownHeader.length);
      return header;
    });
    const table = names.map((name, index) => {
      const copy = Buffer.from(one.subarray(entry, one.length - 22));
      copy.write(name, 46);
      set32(copy, 42, index * ownHeader.length);
      return copy;
    });
    const content = Buffer.concat([...headers, one.subarray(32, entry)]);
    const end = Buffer.from(one.subarray(one.length - 22));
    set16(end, 8, names.length);
    set16(end, 10, names.length);
    set32(end, 12, Buffer.concat(table).length);
    set32(end, 16, content.length);
    const unpacked = await unpackBundle(Buffer.concat([content, ...table, end]));
    expect(unpacked).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/share their bytes/) });
  });

  it('a bomb that claims to be small is not unpacked beyond what it claims', async () => {
    // A megabyte of zeros that ends on a whole byte, 400 times over.
    const piece = deflateRawSync(new Uint8Array(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
    const packed = Buffer.concat([...Array.from({ length: 400 }, () => piece), Buffer.from([3, 0])]);
    const one = Buffer.from(zipSync({ b: new Uint8Array(1_000) }));
    const entry = one.lastIndexOf(TABLE_ENTRY);
    const [header, table, end] = [one.subarray(0, 31), one.subarray(entry, one.length - 22), one.subarray(one.length - 22)].map(
      (part) => Buffer.from(part),
    );
    set32(table ?? one, 20, packed.length);
    set32(end ?? one, 16, 31 + packed.length);
    const before = process.resourceUsage().maxRSS;
    const unpacked = await unpackBundle(Buffer.concat([header ?? one, packed, table ?? one, end ?? one]));
    expect(unpacked).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/damaged/) });
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(150);
  });

  it('an archive inside is read, and said to hold one that was not opened', async () => {
    const inner = zipSync({ 'evil.txt': strToU8('x') });
    const bundle = await inspectBundle(zipSync({ ...files, 'a.txt': inner, 'b.txt': gzipSync('x'.repeat(100_000)) }));
    expect(bundle).toMatchObject({
      kind: 'bundle',
      warnings: expect.arrayContaining([expect.stringMatching(/not opened: a\.txt, b\.txt/)]),
    });
  });

  it('one’s own content passes every one of these checks', async () => {
    const entries = collectBundle(sampleInput());
    const unpacked = await unpackBundle(await packBundle(entries));
    expect(unpacked.kind === 'unpacked' && unpacked.files.map(({ name }) => name)).toEqual(entries.map(({ name }) => name));
  });
});
