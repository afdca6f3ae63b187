import type { PartnerKind } from './queries.ts';

export const projectTitle = 'Partnerzy i diagnoza';
export const editTitle = 'Zadanie i dofinansowanie';

export const partnerKindNames: Readonly<Record<PartnerKind, string>> = {
  library: 'biblioteka',
  school: 'szkoła',
  culture_house: 'ośrodek kultury',
  organisation: 'organizacja',
  local_government: 'samorząd',
  parish: 'parafia',
  business: 'firma',
};

export const labels = {
  title: 'Nazwa zadania',
  shortTitle: 'Nazwa krótka',
  description: 'Na czym polega',
  programmeName: 'Program',
  funderName: 'Kto dofinansowuje',
  funderShortName: 'Skrót nazwy',
  creditLine: 'Zdanie o dofinansowaniu',
  agreementNumber: 'Numer umowy',
  agreementOn: 'Dzień umowy',
  startsOn: 'Początek zadania',
  endsOn: 'Koniec zadania',
  paymentsUntilOn: 'Płatności do',
  reportDueOn: 'Raport do',
} as const;

export const fieldTexts = {
  missing: (label: string) => `Uzupełnij pole „${label}”.`,
  tooLong: (label: string, limit: number) => `Pole „${label}” może mieć najwyżej ${limit} znaków. Skróć je.`,
  dayWrong: (label: string) => `W polu „${label}” wpisz dzień, na przykład 15.03.2024.`,
} as const;

export const projectRefusals = {
  period_reversed: () => 'Zadanie kończy się, zanim się zacznie. Popraw jeden z dwóch dni.',
  payments_too_early: () => 'Płatności kończą się przed początkiem zadania. Popraw ten dzień.',
  report_too_early: () => 'Raport jest wcześniej niż początek zadania. Popraw ten dzień.',
} as const;

export const saved = 'Zapisano. Zmiany widać od razu na stronach i w nowych dokumentach.';
export const nothingThere = 'puste';
