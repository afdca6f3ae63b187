import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import type { Call } from '../../calls/queries.ts';
import { namesOnRoster } from '../../jury/roster.ts';
import { sumOf } from '../../reviews/policy.ts';
import { sentCards } from '../../reviews/queries.ts';
import { adjustedMeans, leniencies } from '../leniency.ts';
import { rankingPaths } from '../paths.ts';
import { drawPoolLine } from '../policy.ts';
import { listedRows } from '../rows.ts';
import { differenceText, distanceText, placesText, pointsText } from '../texts.ts';

/** The line of a juror runs from 4 to 140 in a drawing 144 wide, nought in the middle. */
const middle = 72;
const halfWidth = 68;

/** How jurors stand against each other, and what the order would be without it: beside the official one, which stays as the rules have it. */
export function leniencyPage(reader: Reader, actor: Actor, call: Call) {
  const criteria = readMeritCriteria(reader, call.id);
  const ranked = listedRows(reader, actor, call);
  const places = new Set(ranked.map(({ applicationId }) => applicationId));
  const sums = sentCards(reader, call.id)
    .filter(({ applicationId }) => places.has(applicationId))
    .map(({ applicationId, memberId, points }) => ({
      ...{ applicationId, memberId },
      total: sumOf(criteria, points, call.bonusLimit).total,
    }));
  const jurors = leniencies(sums);
  const widest = Math.max(100, ...jurors.map(({ leniencyHundredths }) => Math.abs(leniencyHundredths)));
  const names = namesOnRoster(reader, call.id);
  const means = adjustedMeans(sums, jurors);
  const inAdjustedOrder = [...ranked].sort(
    (a, b) => (means.get(b.applicationId) ?? 0) - (means.get(a.applicationId) ?? 0) || a.place - b.place,
  );
  const line = drawPoolLine(ranked, call.poolGrosze);
  const lineHundredths = ranked[line.funded - 1]?.totalHundredths ?? null;
  return {
    call: { id: call.id, title: call.title },
    back: rankingPaths.rankingOf(call.id),
    jurors: jurors.map(({ memberId, cards, leniencyHundredths, least, most }) => ({
      ...{ cards, least, most },
      name: names.get(memberId) ?? '',
      difference: differenceText(leniencyHundredths),
      at: (middle + (leniencyHundredths * halfWidth) / widest).toFixed(1),
    })),
    middle,
    rows: ranked.map((row) => {
      const adjustedPlace = inAdjustedOrder.indexOf(row) + 1;
      return {
        place: row.place,
        code: row.code,
        title: row.open?.title ?? '',
        points: pointsText(row.totalHundredths, call.scoreDecimals),
        adjusted: pointsText(means.get(row.applicationId) ?? 0),
        adjustedPlace,
        move: placesText(row.place - adjustedPlace),
        distance: lineHundredths === null ? '' : distanceText(row.totalHundredths - lineHundredths, call.scoreDecimals),
      };
    }),
  };
}
