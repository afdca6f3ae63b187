import type { MediaType } from '../../../files/sniff.ts';
import { counted } from '../../../lib/polish.ts';
import type { Change } from '../../../pdf/shelf.ts';
import type { Section, ShelfName } from './places.ts';

export const titles: Readonly<Record<ShelfName['of'], string>> = {
  call: 'Dokumenty konkursu',
  application: 'Dokumenty wniosku',
  initiative: 'Dokumenty inicjatywy',
  project: 'Dokumenty zadania',
};

export const sectionNames: Readonly<Record<Section, string>> = {
  call: 'Konkurs',
  jury: 'Komisja',
  applications: 'Wnioski',
  initiatives: 'Inicjatywy',
  expenses: 'Wydatki',
  reports: 'Raporty',
};

/** Over the papers of the one record that a page is about. */
export const ownSectionNames: Readonly<Record<Section, string>> = {
  ...sectionNames,
  applications: 'Wniosek',
  initiatives: 'Inicjatywa',
};

/** What a kind of document is called in a list of many; a kind that is not here is shown by its title alone. */
export const kindNames: Readonly<Record<string, string>> = {
  call_rules: 'regulamin',
  order_rules: 'projekt zarządzenia o regulaminie',
  order_jury: 'projekt zarządzenia o komisji',
  application: 'wniosek',
  application_receipt: 'potwierdzenie złożenia',
  formal_card: 'karta oceny formalnej',
  jury_declaration: 'oświadczenie członka komisji',
  score_card: 'karta oceny',
  jury_minutes: 'protokół komisji',
  result_letter: 'pismo o wyniku',
  agreement: 'porozumienie o współpracy',
  expense_description: 'opis dokumentu księgowego',
  settlement: 'rozliczenie inicjatywy',
  document_register: 'zestawienie dokumentów',
  project_report: 'raport z wykonania zadania',
};

export const uploadName = 'załączony plik albo skan';

export const mediaNames: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
};

export const pages = (n: number) => counted(n, 'strona', 'strony', 'stron');
export const papers = (n: number) => counted(n, 'plik', 'pliki', 'plików');

export const stateTags = {
  queued: { tone: 'draft', text: 'w przygotowaniu' },
  failed: { tone: 'bad', text: 'nie udało się przygotować' },
  lost: { tone: 'bad', text: 'brakuje na dysku' },
  final: { tone: 'ok', text: 'ostateczny' },
} as const;

export const changeTags = {
  data: { tone: 'warn', text: 'Dane zmieniły się od tego czasu' },
  text: { tone: 'warn', text: 'Wzór zmienił się od tego czasu' },
} as const satisfies Readonly<Record<Change, unknown>>;

/** What to do about a document, to whoever may have it made again and to whoever may not. */
export const remedyTexts = {
  queued: 'Odśwież stronę za chwilę.',
  failed: { may: 'Spróbuj przygotować go jeszcze raz.', mayNot: 'Przygotować go jeszcze raz może biblioteka.' },
  changed: {
    may: 'Ten plik mówi, jak było w dniu przygotowania. Przygotuj go jeszcze raz, jeśli ma iść dalej: ten zostanie wśród wcześniejszych wersji.',
    mayNot: 'Ten plik mówi, jak było w dniu przygotowania. Nowy może przygotować biblioteka.',
  },
  lost: 'Zapis o pliku jest, treści nie ma albo jest niecała. Trzeba ją przywrócić z kopii zapasowej.',
} as const;

export const nobody = 'system, sam';

export const flashes = { asked: 'Przygotowujemy dokument. Odśwież stronę za chwilę.' } as const;

/** Words inside the ZIP. */
export const archiveWords = {
  folders: {
    call: '1 Konkurs',
    jury: '2 Komisja',
    applications: '3 Wnioski',
    initiatives: '4 Inicjatywy',
    expenses: '5 Wydatki',
    reports: '6 Raporty',
  } satisfies Readonly<Record<Section, string>>,
  earlier: 'wcześniejsze wersje',
  manifest: 'manifest.csv',
  sums: 'SHA256SUMS',
  lacking: 'BRAKI.txt',
  heads: ['ścieżka', 'SHA-256', 'bajty', 'rodzaj', 'sprawa', 'data', 'stan', 'wersja wzoru'],
  made: 'dokument',
  final: 'dokument ostateczny',
  superseded: 'wcześniejsza wersja',
  sent: 'załączony',
  lost: 'BRAK: treści nie ma na dysku albo jest niecała',
} as const;

/** What an archive says of files it could not hold. */
export function lackingText(paths: readonly string[]): string {
  return [
    `W tym archiwum ${counted(paths.length, 'brakuje pliku', 'brakuje plików', 'brakuje plików')}.`,
    '',
    'Zapisy o tych plikach są w systemie, ale ich treści nie ma na dysku albo jest niecała.',
    'Trzeba je przywrócić z kopii zapasowej folderu z danymi. Pozostałe pliki są w archiwum.',
    '',
    ...paths,
    '',
  ].join('\r\n');
}

const fileStems: Readonly<Record<ShelfName['of'], string>> = {
  call: 'dokumenty-konkursu',
  application: 'dokumenty-wniosku',
  initiative: 'dokumenty-inicjatywy',
  project: 'dokumenty-zadania',
};

/** Under which name an archive is saved: „dokumenty-wniosku-PB-2024-03.zip”. */
export const archiveName = (of: ShelfName['of'], code: string) =>
  `${fileStems[of]}${code === '' ? '' : `-${code.replaceAll('/', '-')}`}.zip`;
