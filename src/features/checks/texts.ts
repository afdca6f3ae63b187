import type { Instant } from '../../lib/days.ts';
import { formatAmount } from '../../lib/money.ts';
import { noOrphans, quoted } from '../../lib/polish.ts';
import { dateRange, longMoment } from '../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../web/routes.ts';
import { lateSentence } from '../applications/late/texts.ts';
import { untilText } from '../calls/texts.ts';
import type { CardFault, Finding, Outcome, Verdict } from './policy.ts';

export const ownApplication =
  'To Twój wniosek, więc jego ocenę formalną prowadzi ktoś inny. Jeśli nie ma drugiej osoby z rolą koordynatora, administrator może ją nadać w „Osoby”.';

export const refusals: RefusalTexts = {
  own_application: () => ownApplication,
  corrections_awaited: (facts) =>
    `Grupa ma czas na poprawki do ${untilText(String(facts['untilAt']) as Instant)}, więc wniosku nie można jeszcze rozstrzygnąć. Karta nie została zapisana. Poczekaj na poprawki albo odwołaj prośbę.`,
};

export const verdictNames: Readonly<Record<Verdict, string>> = { yes: 'tak', no: 'nie', not_applicable: 'nie dotyczy' };

export const outcomeNames: Readonly<Record<Outcome, string>> = { accepted: 'przyjęty', rejected: 'odrzucony' };

export const outcomeChoices: Readonly<Record<Outcome, string>> = {
  accepted: 'Przyjęty: trafia do komisji',
  rejected: 'Odrzucony z powodów formalnych',
};

export const pageTitles = {
  list: 'Ocena formalna',
  card: (code: string) => `Ocena formalna wniosku ${code}`,
} as const;

export const flashes = {
  saved: 'Karta zapisana.',
  printAsked: 'Karta w PDF będzie gotowa za chwilę.',
  accepted: (code: string) => `Wniosek ${code} jest przyjęty. Lider dostanie o tym list.`,
  rejected: (code: string) => `Wniosek ${code} jest odrzucony. Lider dostanie list z powodem.`,
} as const;

const fixedParts: Readonly<Record<string, string>> = { schedule: 'harmonogram', costs: 'kosztorys' };

/** What the system found, in one or two sentences with the figures that show it. */
export function findingText(finding: Finding): string {
  return noOrphans(sentenceOf(finding));
}

function sentenceOf(finding: Finding): string {
  switch (finding.criterion) {
    case 'in_time':
      return `Złożono ${longMoment(finding.submittedAt)}; termin mijał ${longMoment(finding.closesAt)}.${finding.late === null ? '' : ` ${lateSentence(finding.late)}`}`;
    case 'complete':
      if (finding.holds) return 'Są wszystkie odpowiedzi, harmonogram, kosztorys i oświadczenia.';
      return `Brakuje: ${finding.missing.map((part) => fixedParts[part] ?? quoted(part)).join(', ')}.`;
    case 'amount_within_limits': {
      const over = finding.overCap.map(
        ({ category, percent }) => ` Ponad limit ${percent}% w kategorii ${quoted(category)}.`,
      );
      const limits = `limit od ${formatAmount(finding.min)} do ${formatAmount(finding.max)}`;
      return `Wnioskowana kwota to ${formatAmount(finding.requested)}, ${limits}.${over.join('')}`;
    }
    case 'dates_within_period': {
      const period = dateRange(finding.firstOn, finding.lastOn);
      if (finding.holds) return `Wszystkie działania mieszczą się w okresie ${period}.`;
      return `Poza okresem ${period}: ${finding.outside.map(quoted).join(', ')}.`;
    }
    case 'one_per_applicant':
      if (finding.others.length === 0) return 'To jedyny wniosek tej grupy i tej osoby w konkursie.';
      return `Ta sama osoba lub organizacja złożyła też: ${finding.others.join(', ')}.`;
  }
}

export const faultMessages: Readonly<Record<CardFault['code'], string>> = {
  unanswered: 'Brakuje odpowiedzi. Proszę wybrać „tak”, „nie” albo „nie dotyczy”.',
  difference_unexplained: 'System ma tu inną odpowiedź. Proszę napisać w uwadze, skąd ta różnica.',
  accepted_with_no:
    'Nie można przyjąć wniosku, w którym jest odpowiedź „nie”. Proszę ją zmienić albo odrzucić wniosek.',
  rejected_without_no:
    'Odrzucenie musi wynikać z kryterium. Proszę zaznaczyć „nie” przy tym, którego wniosek nie spełnia.',
  reason_missing: 'Brakuje powodu. Przeczyta go grupa, więc proszę napisać, czego zabrakło.',
};

export const messages = {
  outcome_missing: 'Proszę wybrać, czy wniosek jest przyjęty, czy odrzucony.',
  note_too_long: 'To za długie: zmieści się 500 znaków.',
  reason_too_long: 'To za długie: zmieści się 1500 znaków.',
  revision_missing: 'Ta strona jest niepełna. Proszę ją otworzyć jeszcze raz.',
} as const;
