import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import { counted } from '../../../lib/polish.ts';
import { amountInWords } from '../../../lib/words.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import type { WordingPart } from '../../../pdf/wording/wording.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { readPrivacyClause, readRules } from '../call-texts.ts';
import {
  type CostCategory,
  type FormalCriterion,
  inTieOrder,
  type MeritCriterion,
  readCategories,
  readFormalCriteria,
  readIneligibleCosts,
  readMeritCriteria,
} from '../criteria.ts';
import type { LegalSection } from '../definitions.ts';
import { type DirectorOrder, readStandingOrders } from '../orders/queries.ts';
import { type ApplicantKind, type Call, readApplicantKinds, readCall } from '../queries.ts';
import { methodText } from '../scoring-texts.ts';
import { applicantKindNames, guardianConsentTimes, stageNames, windowText } from '../texts.ts';

type PrintedCall = Pick<
  Call,
  | ('title' | 'announcedAt' | 'poolGrosze' | 'minGrosze' | 'maxGrosze' | 'minInitiatives' | 'applicationsPerLeader')
  | ('applicationsPerOrganisation' | 'guardianConsent')
  | ('minGroupSize' | 'minLeaderAge' | 'thresholdPercent' | 'maxPoints' | 'quorum' | 'area' | 'stages')
  | ('scoreMethod' | 'scoreDecimals' | 'unevenCards' | 'blindReview')
>;

/** The rules with everything their annexes show, as the call stands when the document is made. */
export interface CallRules {
  readonly call: PrintedCall;
  readonly letterhead: Letterhead;
  /** When this copy was asked for. */
  readonly askedAt: Instant;
  readonly rules: { readonly number: number; readonly sections: readonly LegalSection[] };
  readonly privacy: readonly LegalSection[];
  /** The director's orders that brought the rules in and changed them, in their order. */
  readonly orders: readonly Pick<DirectorOrder, 'number' | 'signedOn'>[];
  readonly costs: readonly Pick<CostCategory, 'name' | 'capPercent' | 'unitThreshold' | 'note'>[];
  readonly ineligible: readonly Pick<CostCategory, 'name' | 'note'>[];
  readonly formal: readonly Pick<FormalCriterion, 'name'>[];
  readonly merit: readonly Omit<MeritCriterion, 'id' | 'code'>[];
  readonly kinds: readonly { readonly kind: ApplicantKind; readonly note: string }[];
}

export function loadRules(reader: Reader, callId: number, { askedAt }: Occasion): CallRules {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  const rules = readRules(reader, callId);
  return {
    call: printed(call),
    letterhead: letterheadOf(reader),
    askedAt,
    rules: { number: rules.number, sections: rules.content.sections },
    privacy: readPrivacyClause(reader, callId).content.sections,
    orders: readStandingOrders(reader, callId)
      .filter(({ concerns }) => concerns === 'rules')
      .map(({ number, signedOn }) => ({ number, signedOn })),
    costs: readCategories(reader, callId),
    ineligible: readIneligibleCosts(reader, callId),
    formal: readFormalCriteria(reader, callId),
    merit: readMeritCriteria(reader, callId),
    kinds: readApplicantKinds(reader, callId),
  };
}

/** Not the call's state or version in the house: the paper says nothing of them. */
function printed(call: Call): PrintedCall {
  const { title, announcedAt, poolGrosze, minGrosze, maxGrosze, minInitiatives, applicationsPerLeader, ...rest } = call;
  const { guardianConsent, applicationsPerOrganisation, minGroupSize, minLeaderAge, ...others } = rest;
  const { thresholdPercent, maxPoints, quorum, area, stages, scoreMethod, scoreDecimals, unevenCards, blindReview } =
    others;
  return {
    ...{ title, announcedAt, poolGrosze, minGrosze, maxGrosze, minInitiatives, applicationsPerLeader },
    ...{ guardianConsent, applicationsPerOrganisation, minGroupSize, minLeaderAge },
    ...{ thresholdPercent, maxPoints, quorum, area, stages, scoreMethod, scoreDecimals, unevenCards, blindReview },
  };
}

/** Every annex begins on a page of its own, so that it can be pinned up or handed out alone. */
export const rulesParts: Readonly<Record<string, WordingPart<CallRules>>> = {
  postanowienia: {
    meaning: 'paragrafy regulaminu, od § 1, jak zapisano je w ustawieniach naboru',
    isNeeded: true,
    draw(sheet, { rules }) {
      rules.sections.forEach(({ title, items }, index) => {
        sheet.section(`§ ${index + 1}`, title);
        sheet.points(pointsOf(items));
      });
    },
  },
  kwoty: { meaning: 'załącznik: kwoty i liczby konkursu', isNeeded: true, draw: drawAmounts },
  terminarz: { meaning: 'załącznik: terminarz', isNeeded: true, draw: drawTimetable },
  koszty: {
    meaning: 'załącznik: koszty, na które można i na które nie można wydać pieniędzy',
    isNeeded: true,
    draw: drawCosts,
  },
  kryteria: { meaning: 'załącznik: kryteria formalne i kryteria oceny', isNeeded: true, draw: drawCriteria },
  'dane-osobowe': {
    meaning: 'załącznik: klauzula o danych osobowych',
    isNeeded: true,
    draw(sheet, { privacy }) {
      sheet.annex('Jak przetwarzamy dane');
      for (const { title, items } of privacy) {
        sheet.heading(title, 2);
        sheet.points(pointsOf(items));
      }
    },
  },
};

export function pointsOf(items: LegalSection['items']) {
  return items.map(({ text, points }) => (points === undefined ? text : { text, points }));
}

function drawAmounts(sheet: Sheet, { call, kinds }: CallRules): void {
  sheet.annex('Kto, kwoty i liczby');
  sheet.heading('Kto może złożyć wniosek', 2);
  sheet.list(kinds.map(({ kind, note }) => [applicantKindNames[kind], note].filter((part) => part !== '').join(': ')));
  sheet.heading('Kwoty i liczby', 2);
  const inFull = (amount: PrintedCall['poolGrosze']) => `${formatAmount(amount)} (słownie: ${amountInWords(amount)})`;
  sheet.pairs([
    ['Pula konkursu', inFull(call.poolGrosze)],
    ['Najmniejsza kwota na inicjatywę', inFull(call.minGrosze)],
    ['Największa kwota na inicjatywę', inFull(call.maxGrosze)],
    ['Planowana liczba inicjatyw', `co najmniej ${call.minInitiatives}`],
    ['Wniosków od jednej grupy i jednego lidera', `najwyżej ${call.applicationsPerLeader}`],
    ...(call.applicationsPerOrganisation === null
      ? []
      : [['Wniosków od jednej organizacji', `najwyżej ${call.applicationsPerOrganisation}`] as const]),
    ['Najmniejsza grupa nieformalna', counted(call.minGroupSize, 'osoba', 'osoby', 'osób')],
    ['Najmłodszy lider', counted(call.minLeaderAge, 'rok', 'lata', 'lat')],
    ...(kinds.some(({ kind }) => kind === 'minor')
      ? [['Zgoda opiekuna osoby niepełnoletniej', guardianConsentTimes[call.guardianConsent]] as const]
      : []),
    ['Jak liczymy wynik', methodText(call)],
    ['Próg punktów', `${call.thresholdPercent}% z ${call.maxPoints}`],
    ['Najmniej członków komisji przy rozstrzygnięciu', String(call.quorum)],
    ['Obszar', call.area],
  ]);
}

function drawTimetable(sheet: Sheet, { call: { stages } }: CallRules): void {
  sheet.annex('Terminarz');
  sheet.table({
    columns: [
      { head: 'Etap', width: 4, rowHead: true },
      { head: 'Termin', width: 5 },
      { head: 'Miejsce', width: 3 },
    ],
    rows: stages.map((stage) => [
      stageNames[stage.kind],
      stage.source === '' ? windowText(stage) : `${windowText(stage)}\n${stage.source}`,
      stage.place,
    ]),
  });
}

function drawCosts(sheet: Sheet, { costs, ineligible }: CallRules): void {
  sheet.annex('Rodzaje kosztów');
  const remarked = (name: string, note: string) => (note === '' ? name : `${name} (${note})`);
  sheet.heading('Koszty kwalifikowane', 2);
  sheet.list(
    costs.map(({ name, capPercent, unitThreshold, note }) => {
      const cap = capPercent === null ? '' : `, najwyżej ${capPercent}% kwoty inicjatywy`;
      const threshold = unitThreshold === null ? '' : `, jedna rzecz najwyżej ${formatAmount(unitThreshold)}`;
      return remarked(`${name}${cap}${threshold}`, note);
    }),
  );
  sheet.heading('Koszty, na które nie można wydać pieniędzy', 2);
  sheet.list(ineligible.map(({ name, note }) => remarked(name, note)));
}

function drawCriteria(sheet: Sheet, { formal, merit, call }: CallRules): void {
  sheet.annex('Kryteria');
  sheet.heading('Kryteria formalne', 2);
  sheet.numbered(formal.map(({ name }) => name));
  sheet.heading('Kryteria oceny', 2);
  sheet.table({
    columns: [
      { head: 'Kryterium', width: 7, rowHead: true },
      { head: 'Punkty', width: 1.6, align: 'right' },
      { head: 'Waga', width: 1.2, align: 'right' },
      { head: 'Najwięcej', width: 1.6, align: 'right' },
    ],
    rows: merit
      .filter(({ isBonus }) => !isBonus)
      .map(({ name, description, maxPoints, minPoints, weight, levels }) => [
        [name, description, ...levelLines(levels, minPoints)].join('\n'),
        `0–${maxPoints}`,
        String(weight),
        String(maxPoints * weight),
      ]),
    foot: [['Razem', '', '', String(call.maxPoints)]],
  });
  const ties = inTieOrder(merit);
  if (ties.length > 0) sheet.paragraph(`Przy równej liczbie punktów decyduje kolejno: ${ties.join(', ')}.`);
  const bonus = merit.filter(({ isBonus }) => isBonus);
  if (bonus.length === 0) return;
  sheet.heading('Punkty dodatkowe', 2);
  sheet.list(bonus.map(({ name, description }) => `${name}: ${description}`));
}

/** „0: nic nie zostanie.” for each number that has words, and the least that a criterion must bring. */
function levelLines(levels: MeritCriterion['levels'], minPoints: number | null): string[] {
  const least = minPoints === null ? [] : [`Co najmniej ${counted(minPoints, 'punkt', 'punkty', 'punktów')}.`];
  return [...levels.map(({ points, description }) => `${points}: ${description}`), ...least];
}
