import type { Reader } from '../../../db/connection.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import { formatAmount, type Grosze } from '../../../lib/money.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import type { TemplateValues } from '../../../lib/template.ts';
import { amountInWords } from '../../../lib/words.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { fieldsMeaning, type WordingPart } from '../../../pdf/wording/wording.ts';
import { readSubmitted } from '../../applications/content.ts';
import { readCall } from '../../calls/queries.ts';
import { type StageKind, stageOf } from '../../calls/stages.ts';
import { windowText } from '../../calls/texts.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { pointsText } from '../../ranking/texts.ts';
import { decisionPaths } from '../paths.ts';
import { publicResults } from '../published.ts';
import { hasQualified, type OneResult, publishedResult } from '../results.ts';
import { whyReserve } from '../texts.ts';

/** The published result of one application as a letter to its group. Points in hundredths, amounts in grosze. */
export interface ResultPaper {
  readonly letterhead: Letterhead;
  readonly library: {
    readonly city: string;
    readonly phone: string;
    readonly hours: string;
    readonly director: string;
    readonly directorTitle: string;
  };
  readonly callTitle: string;
  readonly code: string;
  readonly title: string;
  readonly addressee: readonly string[];
  readonly publishedAt: Instant;
  readonly result: Omit<OneResult, 'initiativeId'>;
  readonly dates: { readonly negotiation: string; readonly realisation: string };
  /** Where the group reads the same on the screen. */
  readonly page: string;
}

export function loadResult(reader: Reader, applicationId: number, { publicUrl }: Occasion): ResultPaper {
  const submitted = readSubmitted(reader, applicationId);
  const call = submitted && readCall(reader, submitted.callId);
  const published = call && publicResults(reader, call.id);
  const found = call && publishedResult(reader, { applicationId, call });
  if (submitted === undefined || call === undefined || published === undefined || found === undefined)
    throw new Error(`The application ${applicationId} has no published result`);
  const { initiativeId: _initiative, ...result } = found;
  const { name, leaderName, address } = submitted.content.applicant;
  const organisation = readOrganisation(reader);
  const datesOf = (kind: StageKind) => windowText(stageOf(call.stages, kind) ?? { startsAt: null, endsAt: null });
  return {
    letterhead: letterheadOf(reader),
    library: {
      city: organisation.city,
      phone: organisation.phone,
      hours: organisation.contactHours,
      director: organisation.directorName,
      directorTitle: organisation.directorTitle,
    },
    callTitle: call.title,
    code: submitted.code,
    title: submitted.title,
    addressee: [...new Set([name, leaderName, address])].filter((line) => line !== ''),
    publishedAt: published.publishedAt,
    result,
    dates: { negotiation: datesOf('negotiation'), realisation: datesOf('realisation') },
    page: publicUrl + decisionPaths.resultOf(applicationId),
  };
}

export const resultFields = fieldsMeaning(
  {
    konkurs: 'nazwa konkursu, w cudzysłowie',
    tytuł: 'tytuł inicjatywy, w cudzysłowie',
    numer: 'numer wniosku',
    kwota: 'przyznana kwota, z kwotą słowami w nawiasie; puste, gdy jej nie przyznano',
    wnioskowana: 'kwota z wniosku, z kwotą słowami w nawiasie',
    punkty: 'średnia punktów',
    miejsce: 'miejsce na liście: „1 z 14”',
    próg: 'próg punktów',
    'brak-do-progu': 'ile punktów zabrakło do progu; puste, gdy go osiągnięto',
    'za-mało-punktów': 'za mało punktów w którym kryterium; puste, gdy w żadnym',
    'brak-do-wybranych': 'ile punktów zabrakło do ostatniej wybranej inicjatywy; puste, gdy nie ma czego porównać',
    'miejsce-rezerwowe': 'miejsce na liście rezerwowej; puste u pozostałych',
    'dlaczego-rezerwa': 'dlaczego lista rezerwowa, jedno lub dwa zdania; puste u pozostałych',
    rozmowy: 'kiedy biblioteka uzgadnia kosztorysy; puste, gdy terminarz tego nie ma',
    realizacja: 'kiedy trwają działania; puste, gdy terminarz tego nie ma',
    telefon: 'telefon biblioteki; puste, gdy go nie wpisano',
    godziny: 'godziny biblioteki; puste, gdy ich nie wpisano',
    strona: 'adres strony z tym wynikiem',
  },
  {
    zmniejszona: 'przyznana kwota jest mniejsza niż wnioskowana',
    'jest-uzasadnienie': 'do wyniku napisano uzasadnienie',
  },
);

export function resultValues({ result, callTitle, title, code, library, dates, page }: ResultPaper): TemplateValues {
  const { amount, requested, points, place, count, threshold, shortOfThreshold, shortOfFunded, pool, reason } = result;
  const inPoints = (hundredths: number) => pointsText(hundredths, result.decimals);
  const inFull = (sum: Grosze) => `${formatAmount(sum)} (słownie: ${amountInWords(sum)})`;
  const why = {
    pool: pool.whole,
    left: pool.left,
    requested,
    qualifies: hasQualified(result),
    hasReason: reason !== '',
  };
  return {
    konkurs: quoted(callTitle),
    tytuł: quoted(title),
    numer: code,
    kwota: amount === null ? '' : inFull(amount),
    wnioskowana: inFull(requested),
    punkty: inPoints(points),
    miejsce: `${place} z ${count}`,
    próg: inPoints(threshold),
    'brak-do-progu': shortOfThreshold === 0 ? '' : inPoints(shortOfThreshold),
    'za-mało-punktów': result.missed,
    'brak-do-wybranych': shortOfFunded === null ? '' : inPoints(shortOfFunded),
    'miejsce-rezerwowe': result.reservePlace ?? '',
    'dlaczego-rezerwa': result.kind === 'reserve' ? whyReserve(why) : '',
    rozmowy: dates.negotiation,
    realizacja: dates.realisation,
    telefon: library.phone,
    godziny: library.hours,
    strona: page,
    zmniejszona: amount !== null && amount < requested,
    'jest-uzasadnienie': reason !== '',
  };
}

export const resultParts: Readonly<Record<string, WordingPart<ResultPaper>>> = {
  adresat: {
    meaning: 'miejscowość i data po prawej, pod nimi nazwa i adres',
    isNeeded: true,
    draw(sheet, { library, publishedAt, addressee }) {
      sheet.paragraph(`${library.city}, ${longDate(warsawDay(publishedAt))}`, { align: 'right' });
      sheet.paragraph(addressee.join('\n'));
    },
  },
  'przyznana-kwota': {
    meaning: 'przyznana kwota w osobnym, wyróżnionym wierszu; bez niej nic',
    isNeeded: false,
    draw(sheet, { result: { amount } }) {
      if (amount !== null)
        sheet.paragraph(`Kwota na realizację: ${formatAmount(amount)} (słownie: ${amountInWords(amount)}).`, {
          strong: true,
        });
    },
  },
  uzasadnienie: {
    meaning: 'uzasadnienie wyniku, jak je napisano; bez niego nic',
    isNeeded: true,
    draw: (sheet, { result }) => sheet.prose(result.reason),
  },
  podpis: {
    meaning: 'miejsce na podpis dyrektora',
    isNeeded: true,
    draw: (sheet, { library }) => sheet.signatures([{ role: library.directorTitle, name: library.director }]),
  },
  punkty: { meaning: 'załącznik: punkty w kryteriach i to, co napisała komisja', isNeeded: true, draw: drawPoints },
};

function drawPoints(
  sheet: Sheet,
  { result: { criteria, points, cards, justifications, method, decimals } }: ResultPaper,
): void {
  sheet.pageBreak();
  sheet.heading('Załącznik. Punkty i uzasadnienia komisji', 1);
  sheet.paragraph(`${method} Policzono ${counted(cards, 'kartę oceny', 'karty oceny', 'kart oceny')}.`);
  sheet.table({
    columns: [
      { head: 'Kryterium', width: 6, rowHead: true },
      { head: 'Punkty', width: 2.2, align: 'right' },
    ],
    rows: criteria.map(({ name, points: given, most, isBonus }) => [
      isBonus ? `${name} (dodatkowe)` : name,
      `${pointsText(given, decimals)} z ${most}`,
    ]),
    foot: [['Razem', pointsText(points, decimals)]],
  });
  if (justifications.length === 0) return;
  sheet.heading('Co napisała komisja', 2);
  sheet.paragraph('Każdy punkt to jedna osoba z komisji. Nazwisk nie podajemy.');
  sheet.list(justifications);
}
