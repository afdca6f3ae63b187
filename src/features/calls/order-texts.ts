import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import { quoted } from '../../lib/polish.ts';
import type { TemplateValues } from '../../lib/template.ts';
import type { Occasion } from '../../pdf/kinds.ts';
import type { Letterhead } from '../../pdf/page.ts';
import type { WordingPart } from '../../pdf/wording/wording.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { letterheadOf } from '../project/letterhead.ts';
import type { Call } from './queries.ts';

/** What every order of the director begins and ends with. */
export interface OrderFrame {
  readonly callTitle: string;
  /** Of the call: the year in the number that the secretariat fills in. */
  readonly year: number;
  readonly letterhead: Letterhead;
  readonly genitiveName: string;
  readonly director: { readonly name: string; readonly title: string };
  /** When this copy was asked for. */
  readonly askedAt: Instant;
}

export function loadFrame(reader: Reader, call: Call, { askedAt }: Occasion): OrderFrame {
  const { genitiveName, directorName, directorTitle } = readOrganisation(reader);
  return {
    callTitle: call.title,
    year: call.year,
    letterhead: letterheadOf(reader),
    genitiveName,
    director: { name: directorName, title: directorTitle },
    askedAt,
  };
}

/** Fields of every order, by what they mean. */
export const orderMeanings = {
  biblioteki: 'nazwa biblioteki w dopełniaczu: „Dyrektora …”',
  konkurs: 'nazwa konkursu, w cudzysłowie',
  rok: 'rok konkursu',
} as const;

export function orderValues({ genitiveName, callTitle, year }: OrderFrame): TemplateValues {
  return { biblioteki: genitiveName, konkurs: quoted(callTitle), rok: year };
}

export const orderParts: { readonly podpis: WordingPart<OrderFrame> } = {
  podpis: {
    meaning: 'miejsce na podpis dyrektora',
    isNeeded: true,
    draw: (sheet, { director }) => sheet.signatures([{ role: director.title, name: director.name }]),
  },
};

/**
 * An order with blanks for its number, date and the statute's paragraph: nobody but the library's lawyer knows them. The act gives a culture institution's
 * director the power to lead it (art. 17). `subject` follows „w sprawie”, `sections` begin with „§”.
 */
export function orderText(subject: string, sections: string): string {
  return `# Zarządzenie nr ………/{{rok}}
## Dyrektora {{biblioteki}}
## z dnia ………………… {{rok}} r.
## w sprawie ${subject}

Na podstawie art. 17 ustawy z dnia 25 października 1991 r. o organizowaniu i prowadzeniu działalności kulturalnej (Dz. U. z ……… r. poz. ………) oraz § ……… statutu {{biblioteki}} zarządza się, co następuje:

${sections}

§
Zarządzenie wchodzi w życie z dniem podpisania.

[podpis]

> To jest projekt. Do uzupełnienia: numer i data zarządzenia, miejsce ogłoszenia ustawy, paragraf statutu i inne wykropkowane miejsca. Podstawę prawną sprawdza radca prawny biblioteki.`;
}
