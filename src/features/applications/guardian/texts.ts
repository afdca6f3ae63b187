import type { Day, Instant } from '../../../lib/days.ts';
import { sentence } from '../../../lib/polish.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import type { ConsentStanding } from './policy.ts';
import type { GuardianFacts, SaidByGuardian } from './queries.ts';

export const sheetTitle = (childName: string) => `Zgoda opiekuna – ${childName || 'wniosek'}`;

export const sheetTexts = {
  guardian: 'Opiekun',
  child: 'Kto prowadzi inicjatywę',
  title: 'Inicjatywa',
  call: 'Konkurs',
  library: 'Biblioteka',
  signature: 'Data i podpis opiekuna',
} as const;

/** Names are never inflected: nobody knows how. */
export const sheetText = `# Zgoda opiekuna
## Konkurs {{konkurs}}

[dane]

## Na co się zgadzam
1. Jestem rodzicem albo opiekunem prawnym osoby, która prowadzi inicjatywę.
2. Zgadzam się, żeby złożyła wniosek w tym konkursie i prowadziła inicjatywę, jeśli biblioteka przyzna na nią kwotę.
3. Wiem, że biblioteka nie wypłaca pieniędzy: sama kupuje i płaci.
4. Wiem, że porozumienie o współpracy z biblioteką podpiszę ja.
5. Regulamin konkursu i zasady przetwarzania danych są na stronie konkursu i w bibliotece.

## Co z danymi
1. Imiona, nazwiska i kontakt z wniosku służą bibliotece tylko do tego konkursu i jego rozliczenia.
2. Ta zgoda nie obejmuje zdjęć ani nagrań. O nie biblioteka pyta osobno.
3. Zgodę można cofnąć w każdej chwili: wystarczy przyjść do biblioteki. Co zrobiono wcześniej, zostaje ważne.

[podpis]

{{#if na-papierze}}
> Podpisaną kartkę można przynieść do biblioteki albo dołączyć jej zdjęcie na stronie wniosku.
{{/if}}`;

export const pageTitles = {
  page: 'Zgoda opiekuna',
  door: 'Zgoda opiekuna',
  given: 'Zgoda zapisana',
  refused: 'Odmowa zapisana',
  shut: 'Ten link nie działa',
} as const;

export const needTexts: Readonly<Record<GuardianFacts['neededBefore'], string>> = {
  submission: 'W tym konkursie zgoda jest potrzebna, zanim złożycie wniosek.',
  agreement: 'Wniosek można złożyć bez niej. Będzie potrzebna, zanim podpiszecie porozumienie z biblioteką.',
};

/** Under the guardian's name in the form. */
export const guardianHints: typeof needTexts = {
  submission: 'Rodzic albo opiekun prawny. Jego zgoda jest potrzebna, zanim złożycie wniosek.',
  agreement: 'Rodzic albo opiekun prawny. Jego zgoda będzie potrzebna, zanim podpiszecie porozumienie.',
};

export const standingTags: Readonly<Record<Exclude<ConsentStanding, 'not_needed'>, { tone: string; text: string }>> = {
  missing: { tone: 'warn', text: 'brakuje' },
  given: { tone: 'ok', text: 'jest' },
  refused: { tone: 'bad', text: 'odmowa' },
  ended: { tone: 'bad', text: 'już nie obowiązuje' },
  renamed: { tone: 'warn', text: 'trzeba nowej' },
};

/** Where the consent stands, for the group and for staff. */
export function standingText(
  standing: Exclude<ConsentStanding, 'not_needed'>,
  facts: GuardianFacts,
  newest?: SaidByGuardian,
): string {
  switch (standing) {
    case 'given':
      return `Zgoda jest. Opiekun: ${facts.guardianName}.`;
    case 'missing':
      return 'Zgody jeszcze nie ma.';
    case 'refused':
      return 'Opiekun odmówił zgody. Jeśli zmieni zdanie, można poprosić jeszcze raz.';
    case 'ended':
      return sentence(`Zgoda już nie obowiązuje: ${newest?.reason ?? ''}`);
    case 'renamed':
      return `Zgodę dał opiekun zapisany jako ${newest?.guardianName ?? ''}, dla osoby: ${newest?.childName ?? ''}. We wniosku jest teraz inaczej (${facts.guardianName || 'brak opiekuna'}, ${facts.childName}), więc tamta zgoda się nie liczy. Potrzebna jest nowa.`;
  }
}

/** One word of the guardian's, as the history on the page says it. */
export function wordText({
  word,
  way,
  signedOn,
  recordedAt,
  recordedBy,
  guardianName,
  reason,
}: SaidByGuardian): string {
  const at = longMoment(recordedAt);
  if (word === 'refused') return sentence(`Odmowa przez link z listu, ${at} (${guardianName})`);
  if (word === 'ended') return sentence(`Koniec zgody zapisano w bibliotece ${at} (${recordedBy}). Powód: ${reason}`);
  if (way === 'link') return sentence(`Zgoda przez link z listu, ${at} (${guardianName})`);
  const signed = longDate(signedOn ?? ('' as Day));
  if (way === 'scan')
    return sentence(`Zgoda na kartce podpisanej ${signed} (${guardianName}); skan dołączono ${at} (${recordedBy})`);
  return sentence(`Zgoda podpisana w bibliotece ${signed} (${guardianName}); zapisano ${at} (${recordedBy})`);
}

export const scanName = 'Skan podpisanej kartki';

export function askedText({
  email,
  askedAt,
  expiresAt,
  isOver,
}: {
  email: string;
  askedAt: Instant;
  expiresAt: Instant;
  isOver: boolean;
}): string {
  const sent = sentence(`List na adres ${email} poszedł ${longMoment(askedAt)}`);
  if (isOver) return `${sent} Tamten link już nie działa: można wysłać nowy.`;
  return `${sent} ${sentence(`Link działa do ${longMoment(expiresAt)}`)}`;
}

export const wayOptions = [
  {
    value: 'desk',
    label: 'Opiekun był w bibliotece i podpisał zgodę przy nas',
    hint: 'Skan kartki można dołączyć, ale nie trzeba.',
  },
  { value: 'scan', label: 'Mam podpisaną kartkę', hint: 'Skan albo zdjęcie jest wtedy konieczne.' },
] as const;

export const flashes = {
  asked: (email: string) => `List z linkiem poszedł na adres ${email}.`,
  askedInRehearsal: 'List do opiekuna czeka w listach z próby.',
  sheet: 'Kartka będzie gotowa za chwilę. Odświeżcie stronę.',
  signed: 'Zgoda opiekuna zapisana.',
  ended: 'Zapisano, że zgoda już nie obowiązuje.',
} as const;

export const fieldTexts = {
  emailMissing: 'Wpiszcie adres e-mail opiekuna.',
  signedOnWrong: 'Wpiszcie dzień podpisania, na przykład 14.03.2024.',
  wayMissing: 'Zaznacz, jak opiekun się zgodził.',
  wordMissing: 'Naciśnijcie jeden z przycisków.',
  reasonMissing: 'Napisz, dlaczego zgoda już nie obowiązuje. Zostanie to w historii.',
  reasonTooLong: 'Powód może mieć najwyżej 500 znaków. Skróć go.',
} as const;

export const guardianRefusals: RefusalTexts = {
  guardian_facts_missing: () =>
    'Najpierw wpiszcie we wniosku imię i nazwisko osoby prowadzącej, opiekuna i tytuł: opiekun musi wiedzieć, na co się zgadza.',
  guardian_is_applicant: () =>
    'To adres osoby, która pisze wniosek. Potrzebny jest adres opiekuna. Jeśli opiekun nie ma własnego, wydrukujcie kartkę do podpisu.',
  address_not_confirmed: () => 'Zanim napiszemy do opiekuna, potwierdźcie swój adres e-mail na stronie wniosku.',
  consent_stands: () => 'Zgoda opiekuna już jest. Nie trzeba o nią prosić drugi raz.',
  no_consent: () => 'Nie ma zgody, którą można by zakończyć.',
  letters_for_this_hour: () =>
    'Na ten adres poszło już w tej godzinie kilka listów. Poczekajcie i spróbujcie jeszcze raz.',
  file_missing: () => 'Dołączcie skan albo zdjęcie podpisanej kartki: plik PDF, JPG albo PNG.',
  signed_ahead: () => 'Podpis nie może mieć daty późniejszej niż dzisiaj.',
  text_changed: () => 'Tekst zgody zmienił się, kiedy strona była otwarta. Przeczytajcie go jeszcze raz i zdecydujcie.',
};

/** What stands where a door does not open: why, and what to do. */
export const shutTexts = {
  link_forged:
    'Ten adres jest niepełny albo pomylony. Otwórzcie link prosto z listu, a gdy to nie pomaga, skopiujcie go w całości.',
  link_over:
    'Ten link był już użyty, minął jego czas albo zastąpił go nowszy list. Poproście dziecko o nowy list albo zadzwońcie do biblioteki.',
  names_changed:
    'Po wysłaniu listu zmieniono we wniosku imię lub nazwisko. Poproście dziecko o nowy list, żeby zgoda dotyczyła tego, co jest we wniosku teraz.',
} as const;

export const answerTexts = {
  given: (guardianName: string) => `Zgoda opiekuna jest zapisana (${guardianName}).`,
  refused: (guardianName: string) => `Opiekun odmówił zgody (${guardianName}).`,
  ended: (reason: string) => sentence(`Zgoda opiekuna już nie obowiązuje. Powód: ${reason}`),
  givenDraft: 'Możecie pisać dalej.',
  givenSent: 'Nic więcej nie musicie w tej sprawie robić.',
  other: 'Porozmawiajcie ze sobą, a jeśli trzeba, z nami. Nową zgodę można dać w każdej chwili.',
} as const;
