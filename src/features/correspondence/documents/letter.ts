import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import { notEnclosed } from '../../../mail/texts.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { contactOf } from '../contacts.ts';
import { addressLines } from '../dispatch-texts.ts';

/** A stored letter on paper: its words as they are, for a folded sheet in a window envelope. */
export interface LetterPaper {
  readonly letterId: number;
  readonly letterhead: Letterhead;
  /** Where an answer goes. */
  readonly sender: string;
  readonly city: string;
  readonly writtenAt: Instant;
  /** Name and address, line by line; the name alone for somebody who gets it by hand. */
  readonly addressee: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly enclosures: readonly string[];
}

/** Throws on a letter that opens a door: such a letter is never on paper. */
export function loadLetter(reader: Reader, letterId: number): LetterPaper {
  const letter = reader.get<{
    toName: string;
    toPersonId: number | null;
    subject: string;
    body: string;
    createdAt: Instant;
  }>(sql`select to_name as toName, to_person_id as toPersonId, subject, body, created_at as createdAt from letters
    where id = ${letterId} and link_id is null`);
  if (letter === undefined) throw new Error(`The letter ${letterId} is not for paper`);
  const { name, street, postalCode, city, phone, email } = readOrganisation(reader);
  const contact = letter.toPersonId === null ? undefined : contactOf(reader, letter.toPersonId);
  const documents = reader.all<{ title: string; state: string }>(sql`
    select d.title, d.state from letter_documents e join documents d on d.id = e.document_id where e.letter_id = ${letterId} order by d.id`);
  const titles = (isFailed: boolean) =>
    documents.filter(({ state }) => (state === 'failed') === isFailed).map(({ title }) => title);
  return {
    letterId,
    letterhead: { organisation: name, credit: creditOf(reader) },
    sender: [street, [postalCode, city].filter(Boolean).join(' '), phone && `tel. ${phone}`, email]
      .filter(Boolean)
      .join(', '),
    city,
    writtenAt: letter.createdAt,
    addressee: [letter.toName, ...(contact === undefined ? [] : addressLines(contact))],
    subject: letter.subject,
    body: titles(true).length === 0 ? letter.body : `${letter.body}\n\n${notEnclosed(titles(true))}`,
    enclosures: titles(false),
  };
}

function creditOf(reader: Reader): string | null {
  const project = reader.get<{ creditLine: string }>(
    sql`select credit_line as creditLine from projects order by id desc limit 1`,
  );
  return project?.creditLine || null;
}

export function drawLetter(sheet: Sheet, paper: LetterPaper): void {
  sheet.paragraph(paper.sender, { quiet: true });
  sheet.paragraph(`${paper.city}, ${longDate(warsawDay(paper.writtenAt))}`, { align: 'right' });
  sheet.addressee(paper.addressee);
  sheet.heading(paper.subject, 2);
  sheet.prose(paper.body);
  sheet.signatures([{ role: 'Podpis', name: '' }]);
  if (paper.enclosures.length > 0) {
    sheet.heading('Załączniki', 3);
    sheet.numbered(paper.enclosures);
  }
}
