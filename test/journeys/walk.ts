import { type Chapter, walkChapters } from './chapters.ts';
import { negotiate, signAgreements } from './steps/agreements.ts';
import { sendApplications } from './steps/applications.ts';
import { readCall } from './steps/call.ts';
import { checkFormally } from './steps/checks.ts';
import { decide, publish } from './steps/decisions.ts';
import { bookInvoice, payInvoice } from './steps/expenses.ts';
import { readHistory } from './steps/history.ts';
import { declareImpartiality, scoreApplications } from './steps/jury.ts';
import { gatherPeople } from './steps/people.ts';
import { adoptRanking } from './steps/ranking.ts';
import { takeReports } from './steps/reports.ts';
import { settleTerms } from './steps/settings.ts';
import { settle } from './steps/settlement.ts';
import { beginStory, type Screen } from './story.ts';

/** One whole competition, each chapter beginning where the one before it ended. */
const chapters: readonly Chapter[] = [
  ['the library gathers its people and seats the jury', gatherPeople],
  ['the coordinator completes the library’s data and the call’s terms', settleTerms],
  ['a visitor reads the call', readCall],
  ['four groups write and send their applications', sendApplications],
  ['the coordinator checks them formally and rejects one', checkFormally],
  ['four jurors declare and one steps aside', declareImpartiality],
  ['each juror scores the rest', scoreApplications],
  ['the jury adopts the ranking', adoptRanking],
  ['an award, a smaller one and a reserve place are proposed and approved', decide],
  ['the results are published in one step', publish],
  ['both groups agree on their costs', negotiate],
  ['the agreements are issued and signed', signAgreements],
  ['an invoice is split over lines, sources and initiatives, and booked', bookInvoice],
  ['it is controlled, approved by another person and paid', payInvoice],
  ['the first initiative is settled', settle],
  ['the settlement, the register and the report are taken away', takeReports],
  ['the history tells each step', readHistory],
];

/** Walks the chapters on one screen. */
export function walkCompetition(screen: Screen): void {
  walkChapters((browser) => beginStory(browser, screen), chapters);
}
