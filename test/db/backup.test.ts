import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { backUp } from '../../src/db/backup.ts';
import { openDatabase } from '../../src/db/connection.ts';
import { addFile } from '../../src/files/records.ts';
import { kernel } from '../support/kernel.ts';

async function folderWithOneFile() {
  const house = kernel();
  writeFileSync(join(house.folder, 'secret'), 'a'.repeat(64));
  const blob = await house.files.receive(Readable.from(['%PDF-1.7 podpisane porozumienie']), 1000);
  if (!blob.ok) throw new Error(blob.code);
  house.db.write((tx) =>
    addFile(tx, house.clock, { kind: 'system' }, blob.value, 'porozumienie.pdf', { kind: 'agreement', id: 1 }),
  );
  return { ...house, sha256: blob.value.sha256 };
}

it('a copy of a running data folder holds the database, every file and the secret', async () => {
  const house = await folderWithOneFile();
  const target = join(house.folder, 'kopia');
  expect(backUp(house.folder, target)).toEqual({ files: 1 });
  expect(openDatabase(join(target, 'oddolnie.sqlite'), { readonly: true }).all(sql`select name from files`)).toEqual([
    { name: 'porozumienie.pdf' },
  ]);
  expect(readFileSync(join(target, 'files', house.sha256.slice(0, 2), house.sha256), 'utf8')).toBe(
    '%PDF-1.7 podpisane porozumienie',
  );
  expect(existsSync(join(target, 'secret'))).toBe(true);
});

it('a copy that lacks a file says so, and nothing is ever copied over', async () => {
  const house = await folderWithOneFile();
  rmSync(house.files.pathOf(house.sha256));
  expect(() => backUp(house.folder, join(house.folder, 'niepelna'))).toThrow('1 of 1 files are missing from the copy');
  expect(() => backUp(house.folder, join(house.folder, 'niepelna'))).toThrow('already exists');
});
