import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { documents } from '../src/db/schema/pdf.ts';
import type { Deps } from '../src/deps.ts';
import { addFile } from '../src/files/records.ts';
import { writeLetter } from '../src/mail/write.ts';
import { askForDocument } from '../src/pdf/register.ts';
import { letterKinds } from '../src/registries.ts';

export const enclosedBytes = 60_000;

/** Writes letters to the outbox by its own function, each with a PDF of 60 kB; nothing is sent yet. */
export async function postLetters(deps: Deps, count: number, name: string): Promise<void> {
  const documentId = await enclosure(deps, name);
  const kind = Object.values(letterKinds).find(({ opensDoor }) => opensDoor !== true);
  if (kind === undefined) throw new Error('There is no kind of letter that opens nothing');
  deps.db.write((tx) => {
    for (let n = 0; n < count; n += 1)
      writeLetter(tx, deps, kind, {
        to: { personId: null, name: `Grupa ${n + 1}`, address: `${name}-${n + 1}@example.org` },
        fields: kind.sample,
        about: { kind: 'project', id: 1 },
        uniqueKey: `${name}:${n}`,
        documentIds: [documentId],
      });
  });
}

/** A document that is made already. Its bytes only begin as a PDF does: on their way nobody reads them. */
async function enclosure(deps: Deps, name: string): Promise<number> {
  const actor = { kind: 'system' } as const;
  const subject = { kind: 'project', id: 1 };
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(enclosedBytes - 9)]);
  const blob = await deps.files.receive(Readable.from([bytes]), enclosedBytes);
  if (!blob.ok) throw new Error(`The enclosure could not be stored: ${blob.code}`);
  return deps.db.write((tx) => {
    const id = askForDocument(tx, deps.clock, actor, 'project_report', subject, name);
    const fileId = addFile(tx, deps.clock, actor, blob.value, `${name}.pdf`, subject);
    tx.orm.update(documents).set({ state: 'made', fileId }).where(sql`id = ${id}`).run();
    deps.db.raw.prepare("update jobs set state = 'done' where unique_key = ?").run(`document:${id}`);
    return id;
  });
}
