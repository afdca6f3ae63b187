import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import type { Letterhead } from '../../pdf/page.ts';
import type { Sheet } from '../../pdf/sheet.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { letterheadOf } from '../project/letterhead.ts';
import { lastAsked } from './papers.ts';
import type { Call } from './queries.ts';

/** What every order of the director begins and ends with. */
export interface OrderFrame {
  readonly callTitle: string;
  /** Of the call: the year in the number that the secretariat fills in. */
  readonly year: number;
  readonly letterhead: Letterhead;
  readonly genitiveName: string;
  readonly director: { readonly name: string; readonly title: string };
  /** When the newest copy was asked for. */
  readonly askedAt: Instant;
}

export function loadFrame(reader: Reader, kind: string, call: Call): OrderFrame {
  const { genitiveName, directorName, directorTitle } = readOrganisation(reader);
  return {
    callTitle: call.title,
    year: call.year,
    letterhead: letterheadOf(reader),
    genitiveName,
    director: { name: directorName, title: directorTitle },
    askedAt: lastAsked(reader, kind, call.id) ?? call.createdAt,
  };
}

export const blank = '…………………';

/**
 * The head of an order with blanks for its number, date and the statute's paragraph: nobody but the library's lawyer knows them. The act
 * gives a culture institution's director the power to lead it (art. 17).
 */
export function drawOrderHead(sheet: Sheet, { year, genitiveName }: OrderFrame, subject: string): void {
  sheet.title(
    `Zarządzenie nr ………/${year}`,
    `Dyrektora ${genitiveName}\nz dnia ${blank} ${year} r.\nw sprawie ${subject}`,
  );
  sheet.paragraph(
    `Na podstawie art. 17 ustawy z dnia 25 października 1991 r. o organizowaniu i prowadzeniu działalności kulturalnej (Dz. U. z ……… r. poz. ………) oraz § ……… statutu ${genitiveName} zarządza się, co następuje:`,
  );
}

/** Paragraphs from § 1 on; the sentence of a paragraph that has only one is not numbered. */
export function drawOrderBody(sheet: Sheet, paragraphs: readonly (readonly string[])[], first = 1): void {
  paragraphs.forEach((points, index) => {
    sheet.section(`§ ${first + index}`);
    const [only, ...more] = points;
    if (only !== undefined && more.length === 0) sheet.paragraph(only);
    else sheet.points(points);
  });
}

/** Coming into force, the place to sign, and what is left to do before signing. */
export function drawOrderEnd(sheet: Sheet, { director }: OrderFrame, paragraph: number): void {
  drawOrderBody(sheet, [['Zarządzenie wchodzi w życie z dniem podpisania.']], paragraph);
  sheet.signatures([{ role: director.title, name: director.name }]);
  sheet.note(
    'To jest projekt. Do uzupełnienia: numer i data zarządzenia, miejsce ogłoszenia ustawy, paragraf statutu i inne wykropkowane miejsca. Podstawę prawną sprawdza radca prawny biblioteki.',
  );
}
