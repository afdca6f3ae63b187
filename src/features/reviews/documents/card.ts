import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount, type Grosze } from '../../../lib/money.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { readForJury } from '../../applications/blind/reading.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import { readCall } from '../../calls/queries.ts';
import { hasCountingCards, isExcluded } from '../../jury/access.ts';
import type { JuryFunction } from '../../jury/policy.ts';
import { functionNames } from '../../jury/texts.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { keyedOn } from '../paper/keyed.ts';
import { type CardSum, sumOf } from '../policy.ts';
import { readScoreCard } from '../queries.ts';
import { bonusWords } from '../texts.ts';

/** One juror's sent card. */
export interface ScorePaper {
  readonly letterhead: Letterhead;
  readonly callTitle: string;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  readonly juror: string;
  readonly function: JuryFunction;
  readonly sentAt: Instant;
  /** Of a card keyed in from paper: by whom and when, in a sentence; '' of one filled in on the screen. */
  readonly keyed: string;
  readonly criteria: readonly {
    readonly name: string;
    readonly points: number;
    readonly weight: number;
    readonly maxPoints: number;
    readonly isBonus: boolean;
    /** Why nothing or everything was given; '' where nobody asked. */
    readonly reason: string;
  }[];
  readonly sum: CardSum;
  /** The most the weighed criteria can give. */
  readonly most: number;
  readonly justification: string;
  /** Grosze; null where the juror suggests none. */
  readonly suggested: Grosze | null;
  /** False when the juror was excluded from the application after sending. */
  readonly counts: boolean;
  /** The juror was taken off, and the cards put aside. */
  readonly isPutAside: boolean;
}

interface CardRow {
  readonly applicationId: number;
  readonly memberId: number;
  readonly juror: string;
  readonly function: JuryFunction;
  readonly excluded: number;
  readonly counting: number;
}

export function loadScore(reader: Reader, cardId: number): ScorePaper {
  const row = reader.get<CardRow>(sql`
    select k.application_id as applicationId, m.id as memberId, p.name as juror, m.function, ${isExcluded} as excluded, ${hasCountingCards} as counting
    from score_cards k join jury_members m on m.id = k.member_id join people p on p.id = m.person_id
      join applications a on a.id = k.application_id
    where k.id = ${cardId}`);
  const submitted = row && readForJury(reader, row.applicationId);
  const call = submitted && readCall(reader, submitted.callId);
  const card = row && readScoreCard(reader, row.memberId, row.applicationId);
  if (row === undefined || submitted === undefined || call === undefined || card == null || card.sentAt === null)
    throw new Error(`There is no sent card ${cardId}`);
  const criteria = readMeritCriteria(reader, call.id);
  const { applicant } = submitted.content;
  return {
    letterhead: letterheadOf(reader),
    callTitle: call.title,
    code: submitted.code,
    title: submitted.title,
    applicant: applicant.name || applicant.leaderName,
    juror: row.juror,
    function: row.function,
    sentAt: card.sentAt,
    keyed: keyedOn(reader, card)?.text ?? '',
    criteria: criteria.map(({ id, name, weight, maxPoints, isBonus }) => ({
      ...{ name, weight, maxPoints, isBonus },
      points: card.points.find(({ criterionId }) => criterionId === id)?.points ?? 0,
      reason: card.reasons.find(({ criterionId }) => criterionId === id)?.reason ?? '',
    })),
    sum: sumOf(criteria, card.points, call.bonusLimit),
    most: call.maxPoints,
    justification: card.justification,
    suggested: card.suggestedGrosze,
    counts: row.excluded === 0,
    isPutAside: row.counting === 0,
  };
}

export function drawScore(sheet: Sheet, card: ScorePaper): void {
  sheet.title('Karta oceny merytorycznej', `Wniosek ${card.code} w konkursie ${quoted(card.callTitle)}`);
  sheet.pairs([
    ['Tytuł', card.title],
    ['Kto składa', card.applicant],
    ['Ocena', `${card.juror}, ${functionNames[card.function]}`],
    ...(card.suggested === null ? [] : [['Proponowana kwota', formatAmount(card.suggested)] as const]),
    ['Wysłana', longMoment(card.sentAt)],
    ...(card.keyed === '' ? [] : [['Karta z papieru', card.keyed] as const]),
  ]);
  if (!card.counts)
    sheet.note('Ta karta nie liczy się do wyniku: po jej wysłaniu zgłoszono wyłączenie z oceny tego wniosku.');
  if (card.isPutAside) sheet.note('Ta karta nie liczy się do wyniku: osobę, która ją wysłała, odwołano z komisji.');
  sheet.heading('Punkty', 2);
  sheet.table({
    columns: [
      { head: 'Kryterium', width: 6, rowHead: true },
      { head: 'Punkty', width: 2, align: 'right' },
      { head: 'Waga', width: 1.2, align: 'right' },
      { head: 'Razem', width: 1.6, align: 'right' },
    ],
    rows: card.criteria
      .filter(({ isBonus }) => !isBonus)
      .map(({ name, points, weight, maxPoints }) => [
        name,
        `${points} z ${maxPoints}`,
        String(weight),
        String(points * weight),
      ]),
    foot: [['Suma', '', '', `${card.sum.merit} z ${card.most}`]],
  });
  drawBonus(sheet, card);
  const explained = card.criteria.filter(({ reason }) => reason !== '');
  if (explained.length > 0) {
    sheet.heading('Powody przy kryteriach', 2);
    sheet.pairs(explained.map(({ name, reason }) => [name, reason] as const));
  }
  sheet.heading('Uzasadnienie', 2);
  sheet.prose(card.justification);
  if (card.keyed === '') sheet.signatures([{ role: 'Podpis, jeśli karta jest także na papierze', name: card.juror }]);
}

function drawBonus(sheet: Sheet, { criteria, sum }: ScorePaper): void {
  const bonus = criteria.filter(({ isBonus }) => isBonus);
  if (bonus.length > 0) {
    sheet.heading('Punkty dodatkowe', 2);
    sheet.pairs([
      ...bonus.map(
        ({ name, points, weight }) =>
          [name, points === 0 ? bonusWords.no : `${bonusWords.yes}, ${points * weight}`] as const,
      ),
      ['Razem dodatkowe', String(sum.bonus)],
    ]);
  }
  sheet.paragraph(`Razem na karcie: ${counted(sum.total, 'punkt', 'punkty', 'punktów')}.`, { strong: true });
}
