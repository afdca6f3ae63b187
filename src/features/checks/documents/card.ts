import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { readSubmitted } from '../../applications/content.ts';
import { readFormalCriteria } from '../../calls/criteria.ts';
import { readCall } from '../../calls/queries.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { type FormalCard, readCardNumber } from '../card.ts';
import type { Outcome, Verdict } from '../policy.ts';
import { outcomeNames, verdictNames } from '../texts.ts';

/** A decided formal card. */
export interface CardPaper {
  readonly letterhead: Letterhead;
  readonly callTitle: string;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  readonly submittedAt: Instant;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  /** The first of two signatures; null where one person decided. */
  readonly signed: { readonly by: string; readonly at: Instant } | null;
  readonly answers: readonly { readonly name: string; readonly verdict: Verdict | null; readonly note: string }[];
}

export function loadCard(reader: Reader, cardId: number): CardPaper {
  const row = reader.get<{ applicationId: number }>(
    sql`select application_id as applicationId from formal_cards where id = ${cardId}`,
  );
  const submitted = row && readSubmitted(reader, row.applicationId);
  const card = row && readCardNumber(reader, cardId);
  if (submitted === undefined || card?.outcome == null || card.decidedAt === null)
    throw new Error(`There is no decided formal card ${cardId}`);
  const { applicant } = submitted.content;
  return {
    letterhead: letterheadOf(reader),
    callTitle: readCall(reader, submitted.callId)?.title ?? '',
    code: submitted.code,
    title: submitted.title,
    applicant: applicant.name || applicant.leaderName,
    submittedAt: submitted.submittedAt,
    outcome: card.outcome,
    reason: card.reason,
    decidedAt: card.decidedAt,
    decidedBy: card.decidedBy ?? '',
    signed: firstOf(card),
    answers: readFormalCriteria(reader, submitted.callId).map(({ id, name }) => {
      const answer = card.answers.find(({ criterionId }) => criterionId === id);
      return { name, verdict: answer?.verdict ?? null, note: answer?.note ?? '' };
    }),
  };
}

export function drawCard(sheet: Sheet, card: CardPaper): void {
  sheet.title('Karta oceny formalnej', `Wniosek ${card.code} w konkursie ${quoted(card.callTitle)}`);
  sheet.pairs([
    ['Tytuł', card.title],
    ['Kto składa', card.applicant],
    ['Złożony', longMoment(card.submittedAt)],
    ['Wynik oceny formalnej', outcomeNames[card.outcome]],
    ...signaturePairs(card),
  ]);
  sheet.heading('Kryteria', 2);
  sheet.table({
    columns: [
      { head: 'Lp.', width: 0.7 },
      { head: 'Kryterium', width: 5.5, rowHead: true },
      { head: 'Ocena', width: 1.7 },
      { head: 'Uwagi', width: 3.6 },
    ],
    rows: card.answers.map(({ name, verdict, note }, index) => [
      String(index + 1),
      name,
      verdict === null ? 'bez odpowiedzi' : verdictNames[verdict],
      note,
    ]),
  });
  if (card.reason !== '') {
    sheet.heading('Powód odrzucenia', 2);
    sheet.prose(card.reason);
  }
  sheet.signatures(
    card.signed === null
      ? [{ role: 'Sprawdzenie', name: card.decidedBy }]
      : [
          { role: 'Pierwszy podpis', name: card.signed.by },
          { role: 'Drugi podpis', name: card.decidedBy },
        ],
  );
}

/** Whoever settled her own card, once the call no longer asked for two, signed it alone. */
function firstOf({ signedAt, signedBy, signedById, decidedById }: FormalCard): CardPaper['signed'] {
  return signedAt === null || signedById === decidedById ? null : { by: signedBy ?? '', at: signedAt };
}

function signaturePairs({ signed, decidedBy, decidedAt }: CardPaper): [string, string][] {
  const said = (by: string, at: Instant) => [by, longMoment(at)].filter(Boolean).join(', ');
  if (signed === null) return [['Kto i kiedy rozstrzygnął', said(decidedBy, decidedAt)]];
  return [
    ['Pierwszy podpis', said(signed.by, signed.at)],
    ['Drugi podpis, rozstrzygnięcie', said(decidedBy, decidedAt)],
  ];
}
