import { sql } from 'drizzle-orm';
import type { Reader } from '../db/connection.ts';
import type { Instant } from '../lib/days.ts';

export interface PostedLetter {
  readonly id: number;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly sentAt: Instant | null;
  readonly attachments: number;
}

export const lettersOnPage = 40;

/** Letters to one address, or to everybody, newest first. */
export function postedLetters(
  reader: Reader,
  address: string,
  page: number,
): { letters: PostedLetter[]; pages: number } {
  const posted = sql`l.channel = 'email' and l.caught_for is null`;
  const which = address === '' ? posted : sql`${posted} and l.to_address = ${address}`;
  const count = reader.get<{ count: number }>(sql`select count(*) as count from letters l where ${which}`)?.count ?? 0;
  const letters = reader.all<PostedLetter>(sql`
    select l.id, l.to_name as toName, l.to_address as toAddress, l.subject, l.sent_at as sentAt,
      (select count(*) from letter_documents d where d.letter_id = l.id) as attachments
    from letters l where ${which} order by l.id desc limit ${lettersOnPage} offset ${(page - 1) * lettersOnPage}`);
  return { letters, pages: Math.max(1, Math.ceil(count / lettersOnPage)) };
}

/** Everybody who has got a letter, by name. */
export function mailboxes(reader: Reader): { name: string; address: string }[] {
  return reader.all(
    sql`select to_address as address, max(to_name) as name from letters where channel = 'email' and caught_for is null
      group by to_address order by name, address`,
  );
}

export interface Piece {
  readonly text: string;
  readonly href?: string;
  readonly isBreak?: true;
}

/**
 * The text of a letter in paragraphs; addresses of ours become links to this server, wherever the letter was written for.
 * `origins`: our origin and the one of the story.
 */
export function paragraphsOf(text: string, origins: readonly string[]): Piece[][] {
  return text
    .split(/\n{2,}/u)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .flatMap((line, index): Piece[] => [
          ...(index > 0 ? [{ text: '', isBreak: true as const }] : []),
          ...pieces(line, origins),
        ]),
    );
}

function pieces(line: string, origins: readonly string[]): Piece[] {
  return line.split(/(https?:\/\/[^\s<]+[^\s<.,;:!?)])/u).map((part) => {
    const origin = origins.find((one) => part === one || part.startsWith(`${one}/`));
    return origin === undefined ? { text: part } : { text: part, href: part.slice(origin.length) || '/' };
  });
}
