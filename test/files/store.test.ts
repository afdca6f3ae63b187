import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { safeName } from '../../src/files/records.ts';
import { kernel } from '../support/kernel.ts';

const pdf = Buffer.from('%PDF-1.7\nstatut koła');
const stored = async (files: ReturnType<typeof kernel>['files'], bytes: Buffer, limit = 1000) =>
  files.receive(Readable.from([bytes]), limit);

describe('the store of files', () => {
  it('keeps bytes under their hash, once', async () => {
    const { files, folder } = kernel();
    const first = await stored(files, pdf);
    expect(await stored(files, pdf)).toEqual(first);
    if (!first.ok) throw new Error(first.code);
    expect(readFileSync(files.pathOf(first.value.sha256))).toEqual(pdf);
    expect(readdirSync(join(folder, 'files')).sort()).toEqual([first.value.sha256.slice(0, 2), 'incoming'].sort());
  });

  it('B7: refuses an empty file, one over the limit and an executable named .pdf, and leaves nothing behind', async () => {
    const { files, folder } = kernel();
    expect(await stored(files, Buffer.alloc(0))).toMatchObject({ ok: false, code: 'file_empty' });
    expect(await stored(files, Buffer.concat([pdf, Buffer.alloc(2_000_000)]), 1024 * 1024)).toMatchObject({
      ok: false,
      code: 'file_too_large',
      facts: { limitMegabytes: 1 },
    });
    expect(await stored(files, Buffer.from('MZ\x90\0 program udający PDF'))).toMatchObject({
      ok: false,
      code: 'file_program',
    });
    expect(readdirSync(join(folder, 'files'), { recursive: true })).toEqual(['incoming']);
  });

  it('B7: an upload cut in the middle leaves nothing behind', async () => {
    const { files, folder } = kernel();
    const cut = new Readable({
      read() {
        this.push(pdf);
        this.destroy(new Error('connection lost'));
      },
    });
    await expect(files.receive(cut, 1000)).rejects.toThrow('connection lost');
    expect(readdirSync(join(folder, 'files'), { recursive: true })).toEqual(['incoming']);
  });

  it('sweeps blobs that no row refers to, but only after a day', async () => {
    const { files } = kernel();
    const blob = await stored(files, pdf);
    if (!blob.ok) throw new Error(blob.code);
    const { sha256 } = blob.value;
    const now = new Date();
    expect(await files.sweep(() => false, now)).toBe(0);
    utimesSync(files.pathOf(sha256), 0, 0);
    expect(await files.sweep(() => true, now)).toBe(0);
    expect(await files.sweep(() => false, now)).toBe(1);
    expect(files.has(sha256)).toBe(false);
  });

  it.each([
    ['statut.pdf', 'statut.pdf'],
    ['..\\..\\C:\\dokumenty\\umowa.exe', 'umowa.exe.pdf'],
    ['/etc/passwd', 'passwd.pdf'],
    ['Zażółć „gęślą” Jurkūnė.PDF', 'Zażółć „gęślą” Jurkūnė.pdf'],
    ['a\r\nContent-Type: text/html', 'html.pdf'],
    ['', 'plik.pdf'],
    ['x'.repeat(300), `${'x'.repeat(120)}.pdf`],
  ])('names %j safely: %j', (given, expected) => {
    expect(safeName(given, 'application/pdf')).toBe(expected);
  });
});
