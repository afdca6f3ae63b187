import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, inject, it } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { root } from '../support/data-folder.ts';

it('documents made before anybody told which are final: what may be made again is so marked, and says of no change', () => {
  const folder = mkdtempSync(join(inject('runFolder'), 'before-'));
  const earlier = readdirSync(join(root, 'migrations')).filter((name) => name < '0025');
  for (const name of earlier) cpSync(join(root, 'migrations', name), join(folder, 'migrations', name));
  const path = join(folder, 'oddolnie.sqlite');
  migrate(path, join(folder, 'migrations'));
  const before = new SqliteDatabase(path);
  before.exec(`insert into blobs values ('${'a'.repeat(64)}', 10, '2024-03-01T10:00:00.000Z');
    insert into files values (1, '${'a'.repeat(64)}', 'a.pdf', 'application/pdf', 'x', 1, '2024-03-01T10:00:00.000Z', null);
    insert into documents (kind, subject_kind, subject_id, title, state, file_id, data_fingerprint, asked_at) values
      ('agreement', 'agreement', 1, 'Porozumienie', 'made', 1, 'f', '2024-03-01T10:00:00.000Z'),
      ('agreement', 'agreement', 2, 'Porozumienie', 'queued', null, null, '2024-03-01T10:00:00.000Z'),
      ('call_rules', 'call', 1, 'Regulamin', 'made', 1, 'f', '2024-03-01T10:00:00.000Z')`);
  before.close();

  migrate(path, join(root, 'migrations'));

  const after = new SqliteDatabase(path, { readonly: true });
  expect(
    after.prepare('select kind, state, is_final, data_fingerprint, page_count from documents order by id').raw().all(),
  ).toEqual([
    ['agreement', 'made', 1, 'f', null],
    ['agreement', 'queued', 0, null, null],
    ['call_rules', 'made', 0, null, null],
  ]);
  after.close();
});
