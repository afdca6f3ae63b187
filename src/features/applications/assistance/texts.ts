import type { Day, Instant } from '../../../lib/days.ts';
import { plural, quoted, sentence } from '../../../lib/polish.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import { untilText } from '../../calls/texts.ts';
import type { ArrivalWay, Lane, Word } from './queries.ts';

export const laneNames: Readonly<Record<Lane, string>> = {
  paper: 'z papieru',
  together: 'wypełniany razem',
};

/** Above every section that a librarian writes for a person. */
export const behalfText = (name: string, lane: Lane) =>
  `${lane === 'paper' ? 'Przepisujesz wniosek z papieru' : 'Wypełniacie wniosek razem'}. W imieniu: ${name}. Każde zapisanie zostaje w historii.`;

export const pageTitles = {
  start: 'Wniosek w imieniu osoby',
  show: (name: string) => `W imieniu: ${name}`,
  confirm: 'Potwierdzenie wniosku',
  sent: 'Wniosek złożony',
  list: 'Wnioski',
} as const;

export const flashes = {
  started: 'Wniosek zaczęty. Przepisz teraz wszystkie rozdziały.',
  startedAgain: 'Wniosek zaczęty. Dane z poprzedniego wniosku są przepisane: sprawdź, czy są aktualne.',
  arrivalSaved: 'Wpływ zapisany.',
  signatureKept: 'Skan z podpisem dołączony.',
  wordTaken: 'Kod się zgadza. Osoba potwierdziła wniosek.',
  letterSent: (email: string) => `List z kodem i linkiem poszedł na adres ${email}.`,
  printoutAsked: 'Wydruk będzie gotowy za chwilę. Odśwież stronę.',
} as const;

export const wayNames: Readonly<Record<ArrivalWay, string>> = { hand: 'przyniesiono', post: 'pocztą' };

export const wayOptions = [
  { value: 'hand', label: 'Przyniesiono do biblioteki' },
  { value: 'post', label: 'Przyszedł pocztą' },
] as const;

export const laneOptions = [
  { value: 'paper', label: 'Przepisuję wniosek z papieru', hint: 'Podpisany wniosek leży przede mną.' },
  { value: 'together', label: 'Wypełniamy razem', hint: 'Osoba siedzi obok i mówi, co wpisać.' },
] as const;

/** Asked where somebody of this name was keyed in before. */
export const sameTexts = {
  question: 'Czy to ktoś, kogo wniosek już wpisywaliście?',
  hint: 'Od tego zależy, ile wniosków może jeszcze złożyć i dokąd pójdą listy.',
  same: (which: string) => `Ta sama osoba, co ${which}`,
  of: (code: string | null, title: string) =>
    `${code === null ? 'w szkicu' : `we wniosku nr ${code}`} ${title === '' ? 'bez tytułu' : quoted(title)}`,
  agrees: (phone: boolean, address: boolean) =>
    `zgadza się imię i nazwisko, ${[phone ? 'telefon' : '', address ? 'adres' : ''].filter((one) => one !== '').join(' i ')}`,
  other: 'Inna osoba o tym samym imieniu i nazwisku',
} as const;

/** Who confirmed and how, as the page of the draft says it. */
export function wordText(way: Word, signedOn: Day | null, recordedAt: Instant, recordedBy: string): string {
  if (way === 'paper_form') return sentence(`Podpis na wniosku papierowym z ${longDate(signedOn ?? ('' as Day))}`);
  if (way === 'printout') return sentence(`Podpis na wydruku z ${longDate(signedOn ?? ('' as Day))}`);
  if (way === 'code') return sentence(`Kod podany przy biurku ${longMoment(recordedAt)} (${recordedBy})`);
  return sentence(`Link otwarty samodzielnie ${longMoment(recordedAt)}`);
}

export const arrivalText = (at: Instant, way: ArrivalWay) => `${longMoment(at)}, ${wayNames[way]}`;

/** On the page of what was sent. */
export const sentOnPaper = (at: Instant, way: ArrivalWay) => sentence(`Na papierze: ${arrivalText(at, way)}`);

export const sentBesides = 'Wypełniony razem w bibliotece.';

export const signedSheet = 'Skan podpisanego wniosku';
export const outdated = 'Po tym potwierdzeniu zmieniono treść: potrzebne jest nowe.';
export const printoutTitle = (title: string) => `Wniosek do podpisu – ${title || 'bez tytułu'}`;

export const fieldTexts = {
  nameMissing: 'Wpisz imię i nazwisko osoby, w której imieniu piszesz.',
  emailWrong: 'To nie wygląda na adres e-mail. Popraw go albo zostaw pole puste, jeśli osoba nie ma adresu.',
  phoneWrong: 'W numerze telefonu powinno być dziewięć cyfr, na przykład 600 100 200.',
  reachMissing: 'Bez adresu e-mail potrzebny jest telefon: inaczej nie będzie jak zapytać o wniosek.',
  streetMissing: 'Bez adresu e-mail potrzebny jest adres: tam wyślemy listy na papierze.',
  postalCodeWrong: 'Kod pocztowy ma dwie cyfry, kreskę i trzy cyfry, na przykład 00-950.',
  kindMissing: 'Wybierz, kto składa wniosek.',
  laneMissing: 'Wybierz, jak powstaje wniosek.',
  dayWrong: 'Wpisz dzień wpływu, na przykład 14.03.2024.',
  timeWrong: 'Wpisz godzinę wpływu, na przykład 10.30. Liczy się chwila wpływu.',
  wayMissing: 'Zaznacz, jak przyszedł wniosek.',
  signedOnWrong: 'Wpisz dzień podpisania, na przykład 14.03.2024.',
  signatureWayMissing: 'Zaznacz, na czym jest podpis.',
  codeWrong: 'Kod z listu ma sześć cyfr.',
  tooLong: (most: number) => `Ten tekst może mieć najwyżej ${most} znaków. Skróć go.`,
} as const;

export const assistanceRefusals: RefusalTexts = {
  same_person_open: () =>
    'Ktoś o tym imieniu i nazwisku ma już wpisany wniosek. Zaznacz, czy to ta sama osoba: niczego nie łączymy bez Twojej decyzji.',
  same_person_gone: () =>
    'Te dane nie pasują już do wniosku, który zaznaczono. Sprawdź imię, nazwisko, telefon i adres, i zacznij jeszcze raz.',
  not_rehearsing: () =>
    'W próbie piszemy tylko do jej uczestników, a tej osoby nie ma wśród nich. Podaj adres kogoś z próby albo zostaw pole puste.',
  arrival_ahead: () => 'Wniosek nie mógł wpłynąć później niż teraz. Sprawdź dzień i godzinę.',
  paper_deadline_passed: (facts) =>
    `Wnioski przyjmowaliśmy ${sentence(`do ${untilText(String(facts['closesAt']) as Instant)}`)} Ten wpłynął później, więc nie bierze udziału w naborze. Sprawdź dzień i godzinę wpływu; jeśli są dobre, odpisz osobie, dlaczego.`,
  paper_submission_not_open: (facts) =>
    `Wnioski przyjmujemy ${sentence(`od ${untilText(String(facts['opensAt']) as Instant)}`)} Sprawdź dzień i godzinę wpływu.`,
  paper_call_not_announced: () => 'Ten nabór nie jest jeszcze ogłoszony, więc nie przyjmuje wniosków.',
  late_reason_missing: () =>
    'Termin już minął. Napisz przy wpływie, dlaczego wpisujesz wniosek dopiero teraz: zostanie to w historii.',
  word_missing: () =>
    'Nikt nie złoży wniosku bez zgody osoby, w której imieniu jest pisany. Dołącz skan podpisu albo wpisz kod z listu.',
  signed_ahead: () => 'Podpis nie może mieć daty późniejszej niż dzisiaj.',
  no_paper_form: () => 'Ten wniosek nie przyszedł na papierze. Zaznacz „Podpis na wydruku”.',
  nowhere_to_write: () => 'Ta osoba nie podała adresu e-mail. Wydrukuj wniosek i poproś o podpis.',
  letters_for_this_hour: () =>
    'Na ten adres poszło już w tej godzinie kilka listów. Użyj ostatniego kodu albo poczekaj.',
  code_wrong: (facts) =>
    `Ten kod nie pasuje. Potrzebny jest kod z najnowszego listu. ${plural(Number(facts['left']), 'Została', 'Zostały', 'Zostało')} ${facts['left']} ${plural(Number(facts['left']), 'próba', 'próby', 'prób')}.`,
  code_over: () => 'Ten kod już nie działa. Wyślij nowy list.',
  changed_since_letter: () => 'Po wysłaniu listu zmieniono treść wniosku. Wyślij nowy list.',
};

/** What the person reads who opened the link of such a letter. */
export const linkRefusals: RefusalTexts = {
  changed_since_letter: () =>
    'Po wysłaniu listu zmieniono coś we wniosku. Zadzwońcie do biblioteki, wyślemy nowy list.',
};

export const printoutTexts = {
  lead: (library: string) =>
    `Przeczytajcie wszystko spokojnie. Jeśli coś trzeba zmienić, powiedzcie nam przed podpisaniem. Podpisany wydruk przynieście albo przyślijcie: ${library}.`,
  guardianSignature: 'Data i podpis opiekuna',
  foot: (revision: number) => `Wydruk wersji roboczej nr ${revision}. Podpis dotyczy tej wersji.`,
} as const;
