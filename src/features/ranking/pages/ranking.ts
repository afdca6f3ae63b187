import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { documentsOf } from '../../../pdf/register.ts';
import { pageAsked, pageLinks } from '../../../web/page-links.ts';
import type { Call } from '../../calls/queries.ts';
import { methodText } from '../../calls/scoring-texts.ts';
import { membersOf } from '../../jury/queries.ts';
import { sentCards } from '../../reviews/queries.ts';
import { mayAdopt, mayCompareJurors, mayTakeProof, rankingFiles, rankingReaders } from '../access.ts';
import { meetingPaths } from '../meeting/paths.ts';
import { openMeetingOf, signedMinutesOf } from '../meeting/queries.ts';
import { rankingPaths } from '../paths.ts';
import { drawPoolLine } from '../policy.ts';
import { type AdoptedRanking, adoptedRanking, scoringRulesOf } from '../queries.ts';
import { type ListedRow, listedRows, shownRows } from '../rows.ts';
import { thresholdHundredths } from '../scores.ts';
import { pointsText } from '../texts.ts';
import { scenariosShown } from './scenarios.ts';

/** A call with more applications than this has its ranking on several pages. */
export const rowsOnPage = 200;

/**
 * The ranking with its two lines, and what other numbers would give; `query` holds these as typed, and which page is asked for. A line stands on the page
 * where it falls.
 */
export function rankingPage(
  reader: Reader,
  actor: Actor,
  call: Call,
  query: Readonly<Record<string, string>>,
  now: Instant,
) {
  const adopted = adoptedRanking(reader, call.id);
  // A proposal follows from every card; what is adopted stands, and only the cards of this page are drawn.
  const everyCard = adopted === undefined ? sentCards(reader, call.id) : undefined;
  const rows = listedRows(reader, actor, call, adopted, everyCard);
  const line = drawPoolLine(rows, call.poolGrosze);
  const threshold = adopted?.thresholdHundredths ?? thresholdHundredths(scoringRulesOf(call), mostCardsOf(rows));
  const meeting = rows.filter((row) => row.qualifies).length;
  // Sums down the list would give away the amount of an application closed to the reader.
  const showsSums = rows.every(({ open }) => open !== null);
  const showsAmounts = showsSums && rows.some(({ juryAmount }) => juryAmount !== null);
  const pages = Math.max(1, Math.ceil(rows.length / rowsOnPage));
  const page = Math.min(pages, pageAsked(query));
  const from = (page - 1) * rowsOnPage;
  const here = rows.slice(from, from + rowsOnPage);
  const shown = shownRows(reader, call, here, everyCard).map((row, index) => ({
    ...row,
    running: showsSums ? (line.running[from + index] ?? null) : null,
  }));
  const at = (index: number) => Math.max(0, index - from);
  const fallsHere = (after: number) => after >= from + (page === 1 ? 0 : 1) && after <= from + shown.length;
  return {
    call: {
      id: call.id,
      title: call.title,
      pool: call.poolGrosze,
      quorum: call.quorum,
      thresholdPercent: call.thresholdPercent,
    },
    adopted: adopted === undefined ? null : meetingShown(reader, actor, adopted),
    mayAdopt: adopted === undefined && rows.length > 0 && mayAdopt(reader, actor, call.id),
    leniency: mayCompareJurors(reader, actor, call, now) ? rankingPaths.leniencyOf(call.id) : '',
    mayKeep: showsSums && mayAdopt(reader, actor, call.id),
    decisions: hasAnyRole(actor, rankingReaders, call.id) ? rankingPaths.decisionsOf(call.id) : '',
    isMeeting: openMeetingOf(reader, call.id) !== undefined,
    meetingHref: meetingPaths.meetingOf(call.id),
    adoption: rankingPaths.adoptionOf(call.id),
    action: rankingPaths.rankingOf(call.id),
    showsSums,
    funded: line.funded,
    left: line.left,
    cards: rows.reduce((sum, row) => sum + (row.open === null ? 0 : row.cards), 0),
    threshold: pointsText(threshold, call.scoreDecimals),
    method: methodText(call),
    scale: call.maxPoints + call.bonusLimit,
    groups: {
      funded: shown.slice(0, at(line.funded)),
      reserve: shown.slice(at(line.funded), at(meeting)),
      below: shown.slice(at(meeting)),
    },
    hasPoolLine: fallsHere(line.funded),
    hasThreshold: fallsHere(meeting),
    showsAmounts,
    columns: [showsAmounts, showsSums].filter(Boolean).length + 5,
    links: pageLinks(page, pages, (number) => `${rankingPaths.rankingOf(call.id)}?strona=${number}`),
    belowQuorum: rows.filter(({ hasQuorum }) => !hasQuorum).map(({ code }) => code),
    undecided: rows.filter(({ tieNote }) => tieNote === 'chair_decides').map(({ code }) => code),
    whatIf: showsSums ? scenariosShown(reader, call, rows, query) : null,
  };
}

function mostCardsOf(rows: readonly ListedRow[]): number {
  return rows.reduce((most, { cards }) => Math.max(most, cards), 0);
}

function meetingShown(reader: Reader, actor: Actor, adopted: AdoptedRanking) {
  const members = membersOf(reader, adopted.callId);
  const present = members.filter(({ memberId }) => adopted.attendance.includes(memberId)).map(({ name }) => name);
  const [minutes] = documentsOf(reader, { kind: 'ranking', id: adopted.id });
  return {
    metOn: adopted.metOn,
    place: adopted.place,
    adoptedAt: adopted.adoptedAt,
    present: present.join(', '),
    fingerprint: adopted.inputsFingerprint,
    minutes: minutes?.fileId ? `/pliki/${minutes.fileId}` : null,
    proof:
      adopted.proof !== '' && mayTakeProof(reader, actor, adopted.callId) ? rankingPaths.proofOf(adopted.callId) : '',
    readsMinutes: rankingFiles['ranking']?.(reader, actor, adopted.id) === true,
    signed: signedMinutesOf(reader, adopted.id) ?? null,
    signing: mayAdopt(reader, actor, adopted.callId) ? meetingPaths.signedOf(adopted.callId) : '',
  };
}
