import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Call } from '../../calls/queries.ts';
import { juryReaders } from '../access.ts';
import { juryPaths } from '../paths.ts';
import { scores } from '../policy.ts';
import { hasMet, headsOf, membersOf } from '../queries.ts';
import { namesOnRoster } from '../roster.ts';
import { openIds } from './access.ts';
import { ableFor } from './commands.ts';
import { type Assigned, assignedIn, drawOf, inputsOf, isScoringBegun, mayStillAssign } from './queries.ts';

/** Who scores what in a call that draws it; undefined in any other. Nothing of an application closed to the actor. */
export function assignmentPage(reader: Reader, actor: Actor, call: Call) {
  if (call.cardsPerApplication === null) return undefined;
  const each = call.cardsPerApplication;
  const draw = drawOf(reader, call.id);
  const places = assignedIn(reader, call.id);
  const open = openIds(reader, actor, call.id);
  const heads = new Map(headsOf(reader, call.id).map((head) => [head.applicationId, head]));
  const mayChange = mayStillAssign(reader, call);
  // Whoever reads this page may be a juror who judges without names.
  const isNamed = call.blindReview === 0 || hasMet(reader, call.id);
  const rows = open.flatMap((id) => {
    const head = heads.get(id);
    const here = places.filter(({ applicationId }) => applicationId === id);
    if (head === undefined) return [];
    const names = here.map(({ name }) => name).join(', ');
    const change = mayChange && here.some(({ isBegun }) => isBegun === 0) ? juryPaths.placeOf(call.id, id) : '';
    return [
      {
        ...head,
        applicant: isNamed ? head.applicant : '',
        names,
        missing: draw === undefined ? 0 : Math.max(0, each - here.length),
        change,
      },
    ];
  });
  const members = membersOf(reader, call.id).filter(scores);
  return {
    call: { id: call.id, title: call.title },
    ...{ perApplication: each, rows, mayChange },
    back: hasAnyRole(actor, juryReaders, call.id) ? juryPaths.juryOf(call.id) : juryPaths.scores,
    undeclared: members.filter(({ declaredAt }) => declaredAt === null).map(({ name }) => name),
    loads: members
      .filter(({ declaredAt }) => declaredAt !== null)
      .map(({ memberId, name }) => ({ name, cards: loadIn(places, open, memberId) })),
    draw: draw === undefined ? null : { seed: draw.seed, drawnAt: draw.drawnAt, by: draw.by },
    mayDraw: mayChange && !isScoringBegun(reader, call.id),
    holes: rows.filter(({ missing }) => missing > 0).length,
    drawing: juryPaths.drawingOf(call.id),
    filling: juryPaths.fillingOf(call.id),
  };
}

/** Of what the reader may know of: a sum over everything would give a closed application away. */
function loadIn(places: readonly Assigned[], open: readonly number[], memberId: number): number {
  return places.filter((one) => one.memberId === memberId && open.includes(one.applicationId)).length;
}

/** One place to be given to somebody else; undefined where the application is closed to the actor or nothing is drawn. */
export function placePage(reader: Reader, actor: Actor, call: Call, applicationId: number, raw: RawBody = {}) {
  const draw = drawOf(reader, call.id);
  const head = headsOf(reader, call.id).find((one) => one.applicationId === applicationId);
  const isOpen = openIds(reader, actor, call.id).includes(applicationId);
  if (head === undefined || draw === undefined || !isOpen || !mayStillAssign(reader, call)) return undefined;
  const here = assignedIn(reader, call.id).filter((one) => one.applicationId === applicationId);
  const names = namesOnRoster(reader, call.id);
  return {
    call: { id: call.id, title: call.title },
    head,
    back: juryPaths.assignmentOf(call.id),
    action: juryPaths.placeOf(call.id, applicationId),
    leaving: here
      .filter(({ isBegun }) => isBegun === 0)
      .map(({ memberId, name }) => ({ value: String(memberId), label: name })),
    begun: here
      .filter(({ isBegun }) => isBegun === 1)
      .map(({ name }) => name)
      .join(', '),
    coming: ableFor(inputsOf(reader, call, draw.seed), here, applicationId).map((memberId) => ({
      value: String(memberId),
      label: names.get(memberId) ?? '',
    })),
    from: rawText(raw, 'from'),
    to: rawText(raw, 'to'),
    reason: rawText(raw, 'reason'),
  };
}
