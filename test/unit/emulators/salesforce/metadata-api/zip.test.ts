import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readZip, writeZip, ZipError } from '../../../../../emulators/salesforce/metadata-api/zip/index.ts';

const FILES = new Map([
  ['package.xml', Buffer.from('<Package/>')],
  ['layouts/Zwölf.layout', Buffer.alloc(100_000, 'ab')],
]);

test('reads back every file that it has written', () => {
  const contents = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}(\/[a-zäöü ]{1,8}){0,2}$/), fc.uint8Array());
  fc.assert(
    fc.property(contents, (files) => {
      const written = new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)]));
      expect(readZip(writeZip(written))).toEqual(written);
    }),
    { numRuns: 50 },
  );
});

test('packs', () => {
  expect(writeZip(FILES).length).toBeLessThan(1000);
});

test('takes sizes from the directory when a streamed entry has them behind its content', () => {
  const zip = writeZip(FILES);
  zip.fill(0, 14, 26);

  expect(readZip(zip).get('package.xml')?.toString()).toBe('<Package/>');
});

test.each([
  ['no ZIP', Buffer.from('hello'), 'not a ZIP file'],
  ['half a ZIP', writeZip(FILES).subarray(0, 80), 'not a ZIP file'],
  ['a path upward', writeZip(new Map([['../x', Buffer.from('')]])), '../x leads out of the package'],
  ['a path from the root', writeZip(new Map([['/etc/x', Buffer.from('')]])), '/etc/x leads out of the package'],
])('refuses %s', (_, bytes, message) => {
  expect(() => readZip(bytes)).toThrow(new ZipError(message));
});
