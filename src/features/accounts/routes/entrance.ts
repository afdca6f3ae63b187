import type { Deps } from '../../../deps.ts';
import { noOrphans } from '../../../lib/polish.ts';
import type { Refusal, Result } from '../../../lib/result.ts';
import { type Answer, redirectWithSession, view } from '../../../web/answer.ts';
import type { Visit } from '../../../web/visit.ts';
import type { Browser, Entrance } from '../entering.ts';
import { readHost } from '../queries.ts';
import { closedDoors, flashes } from '../texts.ts';

export function browserOf(visit: Visit): Browser {
  return { device: visit.device, userAgent: visit.userAgent, actor: visit.actor, sessionId: visit.sessionId };
}

type ClosedDoor = keyof typeof closedDoors;

/** A page saying why a door stays closed and what to do: 404 for what was never a link, 410 for what is over. */
export function closedDoor(deps: Deps, code: ClosedDoor): Answer {
  const { status, title, what, remedy } = closedDoors[code];
  const words = { title: noOrphans(title), what: noOrphans(what), remedy: noOrphans(remedy) };
  return view('accounts/closed-door', title, { ...words, host: readHost(deps.db) }, { status });
}

/** In, with the new session; or the page of the closed door; or the refusal itself, for the form to show. */
export function entered(deps: Deps, outcome: Result<Entrance>): Answer | Refusal {
  if (outcome.ok) return redirectWithSession(outcome.value.nextPath, outcome.value.session, flashes.entered);
  return outcome.code in closedDoors ? closedDoor(deps, outcome.code as ClosedDoor) : outcome;
}
