import type { Day } from '../../../lib/days.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import type { Recheck, RecheckOutcome } from './requests.ts';

export const recheckTitles = { own: 'Prośba o ponowne sprawdzenie' } as const;

export const recheckFlashes = {
  asked: 'Prośba wysłana. Odpowiemy listem.',
  entered: 'Prośba zapisana. Rozpatrzy ją ktoś inny niż osoba, która odrzuciła wniosek.',
  upheld: 'Odrzucenie zostaje. Lider dostanie list z uzasadnieniem.',
  reopened: 'Wniosek wraca do oceny formalnej. Lider dostanie o tym list, a karta jest znów otwarta.',
} as const;

export const outcomeOptions: readonly { readonly value: RecheckOutcome; readonly label: string }[] = [
  { value: 'upheld', label: 'Odrzucenie zostaje' },
  { value: 'reopened', label: 'Sprawdzamy wniosek od nowa' },
];

export const outcomeTags: Readonly<
  Record<RecheckOutcome | 'waiting', { readonly tone: string; readonly text: string }>
> = {
  waiting: { tone: 'now', text: 'czeka na rozpatrzenie' },
  upheld: { tone: '', text: 'odrzucenie utrzymane' },
  reopened: { tone: 'ok', text: 'uwzględniona' },
};

/** How and when a request came. */
export function cameText({ way, arrivedOn, askedBy }: Recheck): string {
  return way === 'screen'
    ? `Napisano na stronie ${longDate(arrivedOn)} (${askedBy}).`
    : `Wpłynęła na papierze ${longDate(arrivedOn)}; wpisana przez: ${askedBy}.`;
}

export function answeredText({ answeredAt, answeredBy }: Recheck): string {
  return answeredAt === null ? '' : `${longMoment(answeredAt)}, ${answeredBy}`;
}

export const untilText = (until: Day) => `Prośbę można wysłać do ${longDate(until)} włącznie.`;

export const samePerson =
  'Ta karta jest podpisana przez Ciebie, więc prośbę rozpatrzy ktoś inny: osoba z rolą koordynatora, która jej nie podpisała, albo dyrektor.';

export const recheckMessages = {
  body_missing: 'Napiszcie, co Waszym zdaniem jest pomyłką.',
  paper_missing: 'Przepisz z papieru, o co prosi grupa.',
  answer_missing: 'Napisz uzasadnienie. Grupa przeczyta je w liście.',
  outcome_missing: 'Wybierz, czy odrzucenie zostaje, czy sprawdzamy od nowa.',
  day_missing: 'Wpisz dzień, w którym prośba wpłynęła, na przykład 22.03.2024.',
  too_long: 'To za długie: zmieści się 3000 znaków.',
} as const;

export const recheckRefusals: RefusalTexts = {
  recheck_asked: () => 'Prośba o ponowne sprawdzenie już jest. Do każdego odrzucenia przyjmujemy jedną.',
  recheck_late: (facts) =>
    `Prośbę o ponowne sprawdzenie można było złożyć do ${longDate(String(facts['until']) as Day)}. Tej nie możemy już przyjąć. Jeśli coś przeszkodziło po stronie biblioteki, zadzwońcie do nas.`,
  recheck_same_person: () => samePerson,
  recheck_answered: () => 'Ktoś już rozpatrzył tę prośbę. Odpowiedź jest na karcie.',
  ranking_stands: () =>
    'Ranking jest już przyjęty bez tego wniosku, więc nie można go sprawdzić od nowa. Można tylko utrzymać odrzucenie i napisać dlaczego.',
  arrived_ahead: () => 'Ten dzień dopiero będzie. Wpisz dzień, w którym prośba wpłynęła.',
  arrived_before: () => 'Tego dnia wniosek nie był jeszcze odrzucony. Wpisz dzień, w którym prośba wpłynęła.',
  right_missing: () => 'O ponowne sprawdzenie prosi osoba prowadząca albo ktoś, komu dała prawo składania wniosku.',
};
