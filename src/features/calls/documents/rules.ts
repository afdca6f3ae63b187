import type { Reader } from '../../../db/connection.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import { longDate, longMoment } from '../../../lib/polish-dates.ts';
import { amountInWords } from '../../../lib/words.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { readPrivacyClause, readRules } from '../call-texts.ts';
import {
  type CostCategory,
  type FormalCriterion,
  type MeritCriterion,
  readCategories,
  readFormalCriteria,
  readIneligibleCosts,
  readMeritCriteria,
} from '../criteria.ts';
import type { LegalSection } from '../definitions.ts';
import { lastAsked } from '../papers.ts';
import { type Call, readCall } from '../queries.ts';
import { stageNames, windowText } from '../texts.ts';

type PrintedCall = Pick<
  Call,
  | ('title' | 'announcedAt' | 'poolGrosze' | 'minGrosze' | 'maxGrosze' | 'minInitiatives' | 'applicationsPerLeader')
  | ('minGroupSize' | 'minLeaderAge' | 'thresholdPercent' | 'maxPoints' | 'quorum' | 'area' | 'stages')
>;

/** The rules with everything their annexes show, as the call stands when the document is made. */
export interface CallRules {
  readonly call: PrintedCall;
  readonly letterhead: Letterhead;
  /** When the newest copy was asked for. */
  readonly askedAt: Instant;
  readonly rules: { readonly number: number; readonly sections: readonly LegalSection[] };
  readonly privacy: readonly LegalSection[];
  readonly costs: readonly Pick<CostCategory, 'name' | 'capPercent' | 'note'>[];
  readonly ineligible: readonly Pick<CostCategory, 'name' | 'note'>[];
  readonly formal: readonly Pick<FormalCriterion, 'name'>[];
  readonly merit: readonly Pick<MeritCriterion, 'name' | 'description' | 'weight' | 'maxPoints' | 'isBonus'>[];
}

export function loadRules(reader: Reader, callId: number): CallRules {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  const rules = readRules(reader, callId);
  return {
    call,
    letterhead: letterheadOf(reader),
    askedAt: lastAsked(reader, 'call_rules', callId) ?? call.announcedAt ?? call.createdAt,
    rules: { number: rules.number, sections: rules.content.sections },
    privacy: readPrivacyClause(reader, callId).content.sections,
    costs: readCategories(reader, callId),
    ineligible: readIneligibleCosts(reader, callId),
    formal: readFormalCriteria(reader, callId),
    merit: readMeritCriteria(reader, callId),
  };
}

export function drawRules(sheet: Sheet, paper: CallRules): void {
  const { call, rules, askedAt } = paper;
  sheet.title('Regulamin konkursu', quoted(call.title));
  sheet.pairs([
    ...(call.announcedAt === null ? [] : [['Ogłoszony', longDate(warsawDay(call.announcedAt))] as const]),
    ['Wersja', `${rules.number}, z terminami i kwotami na dzień ${longMoment(askedAt)}`],
  ]);
  rules.sections.forEach(({ title, items }, index) => {
    sheet.section(`§ ${index + 1}`, title);
    sheet.points(pointsOf(items));
  });
  drawAmounts(sheet, call);
  drawTimetable(sheet, call);
  drawCosts(sheet, paper);
  drawCriteria(sheet, paper);
  annex(sheet, 'Jak przetwarzamy dane');
  for (const { title, items } of paper.privacy) {
    sheet.heading(title, 2);
    sheet.points(pointsOf(items));
  }
}

function pointsOf(items: LegalSection['items']) {
  return items.map(({ text, points }) => (points === undefined ? text : { text, points }));
}

/** Every annex begins on a page of its own, so that it can be pinned up or handed out alone. */
function annex(sheet: Sheet, title: string): void {
  sheet.pageBreak();
  sheet.heading(title, 1);
}

function drawAmounts(sheet: Sheet, call: PrintedCall): void {
  annex(sheet, 'Załącznik nr 1. Kwoty i liczby');
  const inFull = (amount: PrintedCall['poolGrosze']) => `${formatAmount(amount)} (słownie: ${amountInWords(amount)})`;
  sheet.pairs([
    ['Pula konkursu', inFull(call.poolGrosze)],
    ['Najmniejsza kwota na inicjatywę', inFull(call.minGrosze)],
    ['Największa kwota na inicjatywę', inFull(call.maxGrosze)],
    ['Planowana liczba inicjatyw', `co najmniej ${call.minInitiatives}`],
    ['Wniosków od jednej grupy i jednego lidera', `najwyżej ${call.applicationsPerLeader}`],
    ['Najmniejsza grupa nieformalna', counted(call.minGroupSize, 'osoba', 'osoby', 'osób')],
    ['Najmłodszy lider', counted(call.minLeaderAge, 'rok', 'lata', 'lat')],
    ['Próg punktów', `${call.thresholdPercent}% z ${call.maxPoints}`],
    ['Najmniej członków komisji przy rozstrzygnięciu', String(call.quorum)],
    ['Obszar', call.area],
  ]);
}

function drawTimetable(sheet: Sheet, { stages }: PrintedCall): void {
  annex(sheet, 'Załącznik nr 2. Terminarz');
  sheet.table({
    columns: [
      { head: 'Etap', width: 4, rowHead: true },
      { head: 'Termin', width: 5 },
      { head: 'Miejsce', width: 3 },
    ],
    rows: stages.map((stage) => [stageNames[stage.kind], windowText(stage), stage.place]),
  });
  sheet.note(
    'Koniec naboru o podanej godzinie oznacza, że wniosek, który wpłynie o tej godzinie lub później, jest spóźniony.',
  );
}

function drawCosts(sheet: Sheet, { costs, ineligible }: CallRules): void {
  annex(sheet, 'Załącznik nr 3. Rodzaje kosztów');
  const remarked = (name: string, note: string) => (note === '' ? name : `${name} (${note})`);
  sheet.heading('Koszty kwalifikowane', 2);
  sheet.list(
    costs.map(({ name, capPercent, note }) =>
      remarked(capPercent === null ? name : `${name}, najwyżej ${capPercent}% kwoty inicjatywy`, note),
    ),
  );
  sheet.heading('Koszty, na które nie można wydać pieniędzy', 2);
  sheet.list(ineligible.map(({ name, note }) => remarked(name, note)));
}

function drawCriteria(sheet: Sheet, { formal, merit, call }: CallRules): void {
  annex(sheet, 'Załącznik nr 4. Kryteria');
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
      .map(({ name, description, maxPoints, weight }) => [
        `${name}\n${description}`,
        `0–${maxPoints}`,
        String(weight),
        String(maxPoints * weight),
      ]),
    foot: [['Razem', '', '', String(call.maxPoints)]],
  });
  const bonus = merit.filter(({ isBonus }) => isBonus);
  if (bonus.length === 0) return;
  sheet.heading('Punkty dodatkowe', 2);
  sheet.list(bonus.map(({ name, description }) => `${name}: ${description}`));
}
