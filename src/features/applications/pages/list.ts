import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { hasAnyRole, hasRole } from '../../../lib/actor.ts';
import { formatNumber, sum } from '../../../lib/money.ts';
import { quoted } from '../../../lib/polish.ts';
import { shortMoment } from '../../../lib/polish-dates.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import type { Visit } from '../../../web/visit.ts';
import { takesApplications } from '../../calls/policy.ts';
import { type Call, currentCall, hasResults, readVisibleCall } from '../../calls/queries.ts';
import { readingStaff } from '../access.ts';
import { listAnsweredNeeds } from '../answered-needs.ts';
import { listKeyedIn } from '../assistance/queries.ts';
import { laneNames } from '../assistance/texts.ts';
import { listUnread } from '../messages/unread.ts';
import { applicationPaths } from '../paths.ts';
import { type ApplicationRow, countDrafts, listOwn, listSubmitted } from '../queries.ts';
import { aboutOf, decidedTag, pageTitles } from '../texts/pages.ts';
import { stateNames, stateTones } from '../texts.ts';

/** What one writes and wrote; for staff, what was submitted in the current call (or the one of `?nabor=`). */
export function listPage(deps: Deps, visit: Visit): Answer {
  const asked = visit.query['nabor'];
  const call = asked === undefined ? currentCall(deps.db) : readVisibleCall(deps.db, visit.actor, Number(asked) || 0);
  if (asked !== undefined && call === undefined) return absent;
  const reads = call !== undefined && hasAnyRole(visit.actor, readingStaff, call.id);
  return view('applications/list', pageTitles.list, {
    own: listOwn(deps.db, visit.personId).map((row) => ownRowOf(deps.db, row)),
    submitted: reads && call !== undefined ? submittedOf(deps, visit, call) : null,
    start: call !== undefined && takesApplications(call, visit.now) ? applicationPaths.startFor(call.id) : '',
  });
}

function submittedOf(deps: Deps, visit: Visit, call: Call) {
  const rows = listSubmitted(deps.db, visit.actor, call.id);
  return {
    callTitle: quoted(call.title),
    rows: rows.map(rowOf),
    total: sum(rows.filter((row) => row.state !== 'withdrawn').map((row) => row.requestedGrosze)),
    showsDrafts: hasRole(visit.actor, 'coordinator', call.id),
    drafts: countDrafts(deps.db, call.id),
    ...keyedInOf(deps, visit, call),
    needs: listAnsweredNeeds(deps.db, visit.actor, call.id),
    unread: listUnread(deps.db, visit.actor, call.id),
  };
}

/** For whoever keys in: drafts in somebody's name, and where the next is begun. */
function keyedInOf(deps: Deps, visit: Visit, call: Call) {
  if (!hasRole(visit.actor, 'coordinator', call.id)) return { keyedIn: [], keyIn: '' };
  const keyedIn = listKeyedIn(deps.db, visit.actor, call.id).map(({ id, leaderName, title, lane, arrivedAt }) => ({
    ...{ name: leaderName, href: applicationPaths.assistanceOf(id), about: aboutOf(title), lane: laneNames[lane] },
    arrived: arrivedAt === null ? '' : shortMoment(arrivedAt),
  }));
  return { keyedIn, keyIn: call.state === 'announced' ? applicationPaths.assistanceStartOf(call.id) : '' };
}

function ownRowOf(reader: Reader, row: ApplicationRow) {
  const decided = row.state === 'accepted' && hasResults(reader, row.callId);
  const { text, tone } = decided ? decidedTag : { text: stateNames[row.state], tone: stateTones[row.state] };
  return { ...rowOf(row), state: text, tone, callTitle: quoted(row.callTitle) };
}

function rowOf(row: ApplicationRow) {
  return {
    href: applicationPaths.showOf(row.id),
    code: row.code ?? '',
    about: aboutOf(row.title),
    groupName: row.groupName,
    requested: formatNumber(row.requestedGrosze),
    tone: stateTones[row.state],
    state: stateNames[row.state],
    submitted: row.submittedAt === null ? '' : shortMoment(row.submittedAt),
  };
}
