import { formatAmount, type Grosze, grosze } from '../../lib/money.ts';
import { quoted, sentence } from '../../lib/polish.ts';
import { amountMessages } from '../../lib/polish-messages.ts';
import type { FieldErrors } from '../../web/form.ts';
import type { RefusalTexts } from '../../web/routes.ts';
import { budgetRefusals } from '../budgets/texts.ts';
import type { SetState } from './lifecycle.ts';
import type { DecisionKind, Fault, FaultCode } from './policy.ts';

export const pageTitles = {
  set: 'Rozstrzygnięcie konkursu',
  results: 'Wyniki konkursu',
  result: 'Wynik',
} as const;

export const setStateNames: Readonly<Record<SetState, string>> = {
  draft: 'w przygotowaniu',
  proposed: 'czeka na dyrektora',
  approved: 'zatwierdzone, jeszcze nieogłoszone',
  published: 'ogłoszone',
};

export const setStateTones: Readonly<Record<SetState, 'draft' | 'now' | 'ok'>> = {
  draft: 'draft',
  proposed: 'now',
  approved: 'now',
  published: 'ok',
};

export const kindNames: Readonly<Record<DecisionKind, string>> = {
  award: 'przyznać',
  reserve: 'lista rezerwowa',
  refusal: 'nie przyznać',
};

export const kindTones: Readonly<Record<DecisionKind, 'ok' | 'now' | ''>> = {
  award: 'ok',
  reserve: 'now',
  refusal: '',
};

/** What stands beside the entry in the budget's journal. */
export const reservationReason = (code: string) => `ogłoszone wyniki, inicjatywa ${code}`;

const faultTexts: Readonly<Record<FaultCode, string>> = {
  over_pool: 'Suma przyznanych kwot przekracza pulę. Zmniejsz którąś z kwot.',
  nobody_awarded:
    'Nikomu nie przyznano kwoty. Jeśli komisja nikogo nie wybrała, porozmawiaj z dyrektorem o odwołaniu konkursu.',
  undecided: 'Wybierz, co z tym wnioskiem.',
  amount_over_request: 'Kwota jest wyższa niż wnioskowana. Zmniejsz ją.',
  smaller_without_reason: 'Kwota jest mniejsza niż wnioskowana. Napisz dlaczego: przeczyta to grupa.',
  other_than_minutes_without_reason:
    'W protokole komisja ustaliła inną kwotę. Wpisz kwotę z protokołu albo napisz własnymi słowami powód różnicy: przeczyta to grupa.',
  below_least_without_reason:
    'Kwota jest mniejsza niż najniższa w regulaminie. Zwiększ ją albo napisz dlaczego: przeczyta to grupa.',
  below_threshold_without_reason: 'Wniosek nie osiągnął progu. Zmień rozstrzygnięcie albo napisz powód odstępstwa.',
  overtaken_without_reason:
    'Wniosek stoi wyżej niż inny, któremu przyznano kwotę. Napisz powód odstępstwa od listy rankingowej.',
  refusal_without_reason: 'Wniosek osiągnął próg. Umieść go na liście rezerwowej albo napisz, dlaczego nie.',
};

const fieldOfFault: Readonly<Record<FaultCode, 'kind' | 'amount' | 'reason'>> = {
  over_pool: 'amount',
  nobody_awarded: 'kind',
  undecided: 'kind',
  amount_over_request: 'amount',
  smaller_without_reason: 'reason',
  other_than_minutes_without_reason: 'reason',
  below_least_without_reason: 'reason',
  below_threshold_without_reason: 'reason',
  overtaken_without_reason: 'reason',
  refusal_without_reason: 'reason',
};

/** A sentence for each fault, with the number and title of its application. */
export function sayFault(
  fault: Fault,
  ranked: readonly { applicationId: number; code: string; title: string }[],
): string {
  const row = ranked.find(({ applicationId }) => applicationId === fault.applicationId);
  const words = faultTexts[fault.code];
  return row === undefined ? words : `${row.code} ${quoted(row.title)}: ${words}`;
}

/** The same by place in the form; what concerns the whole set stands under ''. */
export function sayFaults(
  faults: readonly Fault[],
  ranked: readonly { applicationId: number; code: string; title: string }[],
): FieldErrors {
  const entries = faults.map((fault): [string, string] => {
    const index = ranked.findIndex(({ applicationId }) => applicationId === fault.applicationId);
    return [index === -1 ? '' : `rows.${index}.${fieldOfFault[fault.code]}`, sayFault(fault, ranked)];
  });
  const whole = entries.filter(([place]) => place === '').map(([, words]) => words);
  return {
    ...(whole.length > 0 ? { '': whole.join(' ') } : {}),
    ...Object.fromEntries(entries.filter(([place]) => place !== '')),
  };
}

/** A budget line that cannot bear the awards falling on it; publication would be refused as a whole. */
export function sayShortage({ line, left, needed }: { line: string; left: Grosze; needed: Grosze }): string {
  return `W pozycji budżetu „${line}” zostaje ${formatAmount(left)}, a te kwoty wymagają ${formatAmount(needed)}. Zanim ogłosisz wyniki, przesuń pieniądze w budżecie.`;
}

export const decisionMessages = {
  ...amountMessages,
  amount_nothing: 'Kwota wynosi zero. Wpisz większą albo wybierz inne rozstrzygnięcie.',
  reason_too_long: 'Uzasadnienie może mieć najwyżej 1500 znaków. Skróć je.',
  reason_missing: 'Napisz, co poprawić.',
} as const satisfies Record<string, string>;

export const decisionRefusals: RefusalTexts = {
  ...budgetRefusals,
  line_overdrawn: (facts) =>
    `Niczego nie ogłoszono: w pozycji „${facts['line']}” zostaje ${formatAmount(grosze(Number(facts['left'] ?? 0)))}, a wyniki wymagają ${formatAmount(grosze(Number(facts['wanted'] ?? 0)))}. Przesuń pieniądze w budżecie albo zwróć rozstrzygnięcie do poprawy.`,
  ranking_missing: () => 'Komisja nie przyjęła jeszcze listy rankingowej. Rozstrzygnięcie powstaje z niej.',
  already_prepared: () => 'Propozycja jest już przygotowana. Odśwież stronę.',
  not_prepared: () => 'Najpierw przygotuj propozycję z listy rankingowej.',
  withdrawn_meanwhile: () =>
    'Któraś grupa wycofała w międzyczasie wniosek. Rozstrzygnięcie trzeba zwrócić, przejrzeć i przekazać jeszcze raz.',
  reason_missing: () => decisionMessages.reason_missing,
};

export const flashes = {
  prepared: 'Przygotowano propozycję z listy rankingowej. Sprawdź kwoty i uzasadnienia.',
  saved: 'Zapisano.',
  proposed: 'Rozstrzygnięcie czeka na dyrektora.',
  approved: 'Zatwierdzono. Wyników nikt jeszcze nie widzi: można je ogłosić.',
  returned: 'Zwrócono koordynatorowi z uwagą.',
  letterAsked: 'Pismo będzie gotowe za chwilę.',
  published: 'Wyniki są ogłoszone. Listy do wszystkich grup czekają na wysłanie albo już wyszły.',
} as const;

export const stepTexts = {
  prepare: { name: 'Przygotowanie', note: 'Koordynator, z listy rankingowej komisji' },
  approve: { name: 'Zatwierdzenie', note: 'Dyrektor zatwierdza całość albo zwraca z uwagą' },
  publish: { name: 'Ogłoszenie', note: 'Koordynator albo dyrektor: strona, listy i rezerwacje naraz' },
} as const;

/** What the result means, in a sentence for the group. */
export const resultHeads: Readonly<Record<DecisionKind, string>> = {
  award: 'Inicjatywa wybrana',
  reserve: 'Inicjatywa na liście rezerwowej',
  refusal: 'Inicjatywa nie została wybrana',
};

interface ReserveFacts {
  readonly pool: Grosze;
  /** What the awards leave of the pool. */
  readonly left: Grosze;
  readonly requested: Grosze;
  readonly qualifies: boolean;
  /** Whether the group is given a reason in words. */
  readonly hasReason: boolean;
}

/** Why an initiative waits on the reserve list, by what became of the pool. */
export function whyReserve({ pool, left, requested, qualifies, hasReason }: ReserveFacts): string {
  const reached = qualifies ? 'Osiągnęła wymagany próg. ' : '';
  if (left <= 0) return `${reached}Cała pula, ${formatAmount(pool)}, jest przyznana wybranym inicjatywom.`;
  if (left < requested)
    return `${reached}W puli zostało ${formatAmount(left)}, mniej niż wnioskowana kwota: ${formatAmount(requested)}.`;
  const why = hasReason ? 'Dlaczego, mówi uzasadnienie.' : 'Zapytajcie nas, dlaczego.';
  return `${reached}W puli zostało ${formatAmount(left)}, ale tej inicjatywie na razie nie przyznano kwoty. ${why}`;
}

/** What comes next for the group; dates are written or ''. */
export function nextAfter(
  kind: DecisionKind,
  { negotiation, realisation }: { negotiation: string; realisation: string },
): string[] {
  if (kind === 'award') {
    return [
      `Zadzwonimy, żeby uzgodnić kosztorys${negotiation && ` (rozmowy: ${negotiation})`}.`,
      'Potem podpiszemy porozumienie o współpracy. Do tego czasu niczego nie kupujcie.',
      `Działacie${realisation && ` w terminie ${realisation}`}, a biblioteka zamawia i płaci.`,
    ];
  }
  if (kind === 'reserve') {
    return [
      'Jeśli zwolnią się pieniądze, bo na przykład któraś grupa zrezygnuje, proponujemy je grupom z tej listy po kolei, od miejsca 1.',
      ...(negotiation ? [sentence(`Rozmowy z wybranymi grupami: ${negotiation}`)] : []),
      'Gdy przyjdzie kolej na Was, napiszemy i zadzwonimy, a Wy zdecydujecie.',
      'Do tego czasu nie musicie nic robić. Niczego też nie kupujcie.',
    ];
  }
  return [
    'Przeczytajcie uzasadnienia komisji.',
    'Przyjdźcie porozmawiać: podpowiemy, jak rozwinąć pomysł albo zrobić jego część z biblioteką.',
  ];
}
