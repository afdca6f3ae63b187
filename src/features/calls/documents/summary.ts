import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { type PublicOpinion, readConsultation, readPublicOpinions } from '../consultation/queries.ts';
import { outcomeNames } from '../consultation/texts.ts';
import { readCall } from '../queries.ts';
import { type Stage, stageOf } from '../stages.ts';
import { windowText } from '../texts.ts';

/** The published summary of a consultation, with every opinion and its answer. */
export interface ConsultationSummary {
  readonly letterhead: Letterhead;
  readonly callTitle: string;
  readonly rulesNumber: number;
  readonly window: Pick<Stage, 'startsAt' | 'endsAt'> | null;
  readonly publishedAt: Instant;
  readonly summary: string;
  readonly opinions: readonly PublicOpinion[];
}

export function loadSummary(reader: Reader, callId: number, { askedAt }: Occasion): ConsultationSummary {
  const call = readCall(reader, callId);
  const consultation = readConsultation(reader, callId);
  if (call === undefined || consultation === undefined) throw new Error(`The call ${callId} has no consultation`);
  const stage = stageOf(call.stages, 'rules_consultation');
  return {
    letterhead: letterheadOf(reader),
    callTitle: call.title,
    rulesNumber: consultation.rules.number,
    window: stage === undefined ? null : { startsAt: stage.startsAt, endsAt: stage.endsAt },
    publishedAt: consultation.publishedAt ?? askedAt,
    summary: consultation.summary,
    opinions: readPublicOpinions(reader, callId),
  };
}

export function drawSummary(sheet: Sheet, summary: ConsultationSummary): void {
  sheet.title('Podsumowanie konsultacji projektu regulaminu', `Konkurs ${quoted(summary.callTitle)}`);
  sheet.pairs([
    ['Konsultowany projekt', `wersja ${summary.rulesNumber}`],
    ['Czas konsultacji', summary.window === null ? '' : windowText(summary.window)],
    ['Liczba opinii', String(summary.opinions.length)],
    ['Opublikowano', longMoment(summary.publishedAt)],
  ]);
  sheet.prose(summary.summary);
  if (summary.opinions.length > 0) sheet.heading('Opinie i odpowiedzi', 2);
  summary.opinions.forEach(({ place, opinion, author, outcome, answer }, index) => {
    sheet.heading(`${index + 1}. ${place}`, 3);
    sheet.prose(opinion);
    if (author !== '') sheet.paragraph(author, { quiet: true });
    sheet.paragraph(`Opinia ${outcomeNames[outcome]}.`, { strong: true });
    sheet.prose(answer);
  });
}
