import { stateNames as agreementStates } from '../agreements/texts.ts';
import { stateNames as applicationStates } from '../applications/texts.ts';
import { stateNames as callStates } from '../calls/texts.ts';
import { stateNames as mailingStates } from '../correspondence/mailings/texts.ts';
import { kindNames as decisionNames, setStateNames } from '../decisions/texts.ts';
import { stateNames as expenseStates } from '../expenses/texts.ts';
import { stateNames as initiativeStates } from '../initiatives/texts.ts';

type Names = Readonly<Record<string, string>>;

/** What a record of the history is called; a person's sign-in needs no name beside the person's own. */
const recordNames: Names = {
  person: 'osoba',
  organisation: 'instytucja',
  letter_text: 'wzór listu',
  document_text: 'wzór dokumentu',
  mailing: 'wysyłka',
  project: 'zadanie',
  partner: 'partner',
  diagnosis_need: 'potrzeba z diagnozy',
  budget_version: 'wersja budżetu',
  call: 'konkurs',
  call_publication: 'ogłoszenie konkursu',
  application: 'wniosek',
  guardian_sheet: 'zgoda opiekuna',
  guardian_consent: 'zgoda opiekuna',
  formal_card: 'karta oceny formalnej wniosku',
  jury_member: 'komisja',
  recusal: 'wniosek',
  score_card: 'karta oceny wniosku',
  ranking: 'ranking',
  decision_set: 'rozstrzygnięcie',
  initiative: 'inicjatywa',
  agreement: 'porozumienie',
  expense: 'dokument',
  settlement: 'rozliczenie inicjatywy',
};

const stateNames: Readonly<Record<string, Names>> = {
  person: {
    provisional: 'adres niepotwierdzony',
    confirmed: 'adres potwierdzony',
    open: 'otwarte',
    closed: 'zamknięte',
  },
  mailing: mailingStates,
  budget_version: { draft: 'szkic', in_force: 'obowiązuje', superseded: 'zastąpiona' },
  call: callStates,
  application: { ...applicationStates, ...decisionNames },
  score_card: { draft: 'szkic', sent: 'wysłana' },
  decision_set: setStateNames,
  initiative: initiativeStates,
  agreement: agreementStates,
  expense: expenseStates,
};

/** „wniosek PB/2024/03”; what has no number of its own by its kind alone. */
export function recordWords({
  subjectKind,
  record,
}: {
  readonly subjectKind: string;
  readonly record: string | null;
}): string {
  return [recordNames[subjectKind], record].filter(Boolean).join(' ');
}

/** „było: szkic, jest: złożony”; empty when nothing changed its state. */
export function changeWords(event: {
  readonly subjectKind: string;
  readonly fromState: string | null;
  readonly toState: string | null;
}): string {
  const named = (state: string) => stateNames[event.subjectKind]?.[state] ?? state;
  if (event.toState === null) return '';
  return event.fromState === null
    ? named(event.toState)
    : `było: ${named(event.fromState)}, jest: ${named(event.toState)}`;
}

/** Who acts without being anybody yet, or without hands. */
export const actorNames: Names = { visitor: 'osoba bez konta', system: 'system' };
