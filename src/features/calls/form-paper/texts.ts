import type { Day, Instant } from '../../../lib/days.ts';
import { formatAmount, type Grosze } from '../../../lib/money.ts';
import { counted, nbsp, quoted, sentence } from '../../../lib/polish.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';

/** The words of the application form on paper that are not the call's own. */
export const paperTexts = {
  blankTitle: 'Wniosek',
  inCall: (title: string) => `w konkursie ${quoted(title)}`,
  deadline: (at: Instant) =>
    `${sentence(`Wniosek musi do nas dotrzeć do ${longMoment(at)}`)} Liczy się chwila wpływu, nie data stempla.`,
  howTo:
    'Piszcie długopisem, wyraźnie. Gdy brakuje miejsca, piszcie dalej na osobnej kartce i podajcie na niej nazwę pytania. Wszystkie pytania możecie też wypełnić z nami w bibliotece.',
  where: (place: string, hours: string, phone: string) =>
    [`Podpisany wniosek przynieście albo przyślijcie: ${place}.`, hours, phone && `Telefon: ${phone}.`]
      .filter((part) => part !== '')
      .join(' '),
  online: 'Ten sam wniosek w internecie',
  draftOnline: 'Ten wniosek w internecie',
  applicant: 'Kto składa',
  applicantKind: 'Kto składa wniosek? Zaznaczcie jedno.',
  about: 'O inicjatywie',
  title: 'Tytuł inicjatywy',
  titleHint: 'Krótki, taki jak na plakacie.',
  schedule: 'Działania i terminy',
  realisation: (first: Day | null, last: Day | null) =>
    first === null || last === null ? '' : `Wszystko dzieje się między ${longDate(first)} a${nbsp}${longDate(last)}`,
  scheduleHeads: { activity: 'Co zrobicie', when: 'Od kiedy do kiedy', place: 'Gdzie' },
  costs: 'Kosztorys',
  limits: (least: string, most: string) =>
    `Razem od ${least} do ${most}. Nie musicie niczego mnożyć: policzymy przy przepisywaniu.`,
  categories: (names: readonly string[]) => `Kategorie: ${names.join('; ')}.`,
  category: ({ name, unitThreshold }: { readonly name: string; readonly unitThreshold: Grosze | null }) =>
    unitThreshold === null ? name : `${name} (jedna rzecz najwyżej ${formatAmount(unitThreshold)})`,
  pay: 'Przy zapłacie za pracę dopiszcie, czy to pełny koszt biblioteki, czy kwota brutto na umowie. Nie wiecie? Zostawcie to nam.',
  costHeads: { name: 'Na co', category: 'Kategoria', quantity: 'Ile i czego', price: 'Cena za jedno, zł' },
  attachments: 'Załączniki',
  attachmentsHint: 'Wypiszcie, co dołączacie. Nic nie jest obowiązkowe.',
  enclosed: 'dołączamy do wniosku',
  consents: 'Zgody i oświadczenia',
  consentsHint:
    'Przeczytajcie i zaznaczcie. Bez tego nie możemy przyjąć wniosku. Regulamin i informację, jak przetwarzamy dane osobowe, dajemy w bibliotece do ręki; są też na stronie naboru.',
  given: 'Zaznaczono:',
  notGiven: 'Do zaznaczenia:',
  fromTo: 'od dnia do dnia',
  optional: 'nieobowiązkowe',
  letters: (most: number) => `najwyżej ${counted(most, 'znak', 'znaki', 'znaków')}`,
  signature: 'Data i podpis osoby prowadzącej',
  guardianSignature: 'Data i podpis opiekuna, gdy prowadzi osoba niepełnoletnia',
  confirmation: 'Przeczytaliśmy ten wniosek. Jest w nim to, co chcemy złożyć.',
  received: 'Wypełnia biblioteka: dzień i godzina wpływu, numer, podpis przyjmującego',
} as const;

export const applicantFields = {
  name: { label: 'Nazwa grupy albo organizacji', hint: 'Taka, jaka ma być w porozumieniu.', lines: 1 },
  registerNumber: { label: 'Rejestr i numer', hint: 'Tylko organizacja, na przykład KRS 0000123456.', lines: 1 },
  leaderName: { label: 'Imię i nazwisko osoby prowadzącej', hint: 'Z nią będziemy w kontakcie.', lines: 1 },
  groupMembers: { label: 'Osoby w grupie', hint: 'Tylko grupa nieformalna: każda osoba w nowym wierszu.', lines: 5 },
  guardianName: { label: 'Imię i nazwisko opiekuna', hint: 'Tylko gdy prowadzi osoba niepełnoletnia.', lines: 1 },
  email: { label: 'E-mail', hint: 'Jeśli macie. Bez niego piszemy listy na papierze.', lines: 1 },
  phone: { label: 'Telefon', hint: 'Zadzwonimy tylko w sprawie wniosku.', lines: 1 },
  address: { label: 'Adres', hint: 'Ulica i numer albo wieś i numer domu, kod pocztowy, miejscowość.', lines: 2 },
} as const;

export type ApplicantField = keyof typeof applicantFields;

export const blankFormTitle = (callTitle: string) => `Formularz wniosku – ${callTitle}`;
