import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { FileAccess } from '../../files/records.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { settingsRights } from '../calls/access.ts';
import { noFields } from '../calls/forms.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { mayRehearse } from '../calls/rehearsal/access.ts';
import { rehearsalOfToken } from '../calls/rehearsal/address.ts';
import {
  givePart,
  joinRehearsal,
  leads,
  moveRehearsalOn,
  rehearsalRoles,
  startRehearsal,
} from '../calls/rehearsal/commands.ts';
import { rehearsalPaths } from '../calls/rehearsal/paths.ts';
import { type Rehearsal, readRehearsal, rehearsalsOf } from '../calls/rehearsal/queries.ts';
import { rehearsalSteps } from '../calls/rehearsal/steps.ts';
import { closeRehearsal } from './rehearsal/close.ts';
import { letterPage, lettersPage } from './rehearsal/letters.ts';
import { rehearsalPage, rehearsalsPage } from './rehearsal/page.ts';
import { partMessage, rehearsalFlashes, rehearsalRefusals, rehearsalTitles } from './rehearsal/texts.ts';

const stepForm = z.object({ from: z.enum(rehearsalSteps) });
const chosen = { error: partMessage };
const partForm = z.object({
  personId: z
    .string(chosen)
    .regex(/^[1-9]\d{0,14}$/, chosen)
    .transform(Number),
  role: z.enum(rehearsalRoles, chosen),
});

/** A rehearsal from its beginning to its end for good. */
export function archiveRoutes(web: Web, deps: Deps, fileAccess: FileAccess): void {
  const { db } = deps;
  /** The real call of the address, for whoever coordinates it. */
  const realOf = (visit: Visit): Call => {
    const call = readCall(db, visit.id());
    if (call === undefined || call.rehearsalOf !== null || !settingsRights(visit.actor, call.id).mayChange)
      throw new Stop(absent);
    return call;
  };
  /** The rehearsal of the address, for whoever plays it. */
  const rehearsalOf = (visit: Visit): Rehearsal => {
    const rehearsal = readRehearsal(db, visit.id());
    if (rehearsal === undefined || !mayRehearse(db, visit.actor, rehearsal.id)) throw new Stop(absent);
    return rehearsal;
  };
  const show = (visit: Visit): Answer =>
    view('archive/rehearsal', rehearsalTitles.show, rehearsalPage(deps, visit, rehearsalOf(visit)));
  const list = (visit: Visit): Answer => {
    const call = realOf(visit);
    return view('archive/rehearsals', rehearsalTitles.list, rehearsalsPage(call, rehearsalsOf(db, call.id)));
  };

  web.page(rehearsalPaths.list, ['coordinator'], list);

  web.submit(rehearsalPaths.list, ['coordinator'], {
    form: noFields,
    refusals: rehearsalRefusals,
    again: list,
    run(visit) {
      const started = startRehearsal(deps, visit.actor, realOf(visit).id);
      return started.ok ? redirect(rehearsalPaths.showOf(started.value), rehearsalFlashes.started) : started;
    },
  });

  web.page(rehearsalPaths.show, 'confirmed', show);

  web.submit(rehearsalPaths.step, ['coordinator'], {
    form: stepForm,
    refusals: rehearsalRefusals,
    again: show,
    run(visit, { from }) {
      const moved = moveRehearsalOn(deps, visit.actor, rehearsalOf(visit).id, from);
      if (!moved.ok) return moved.code === 'absent' ? absent : moved;
      return redirect(rehearsalPaths.showOf(visit.id()), rehearsalFlashes.movedOn(moved.value));
    },
  });

  web.submit(rehearsalPaths.part, ['coordinator'], {
    form: partForm,
    refusals: rehearsalRefusals,
    again: show,
    run(visit, part) {
      const given = givePart(deps, visit.actor, rehearsalOf(visit).id, part);
      if (!given.ok) return given.code === 'absent' ? absent : given;
      return redirect(rehearsalPaths.showOf(visit.id()), rehearsalFlashes.partGiven);
    },
  });

  joinRoutes(web, deps);

  web.page(rehearsalPaths.letters, 'confirmed', (visit) =>
    view('archive/letters', rehearsalTitles.letters, lettersPage(db, rehearsalOf(visit))),
  );

  web.page(rehearsalPaths.letter, 'confirmed', (visit) => {
    const page = letterPage(deps, fileAccess, visit.actor, rehearsalOf(visit), visit.id('letter'));
    return page === undefined ? absent : view('archive/letter', page.subject, page);
  });

  const closing = (visit: Visit): Answer => {
    const { id } = rehearsalOf(visit);
    if (!leads(db, visit.actor, id)) return absent;
    return view('archive/closing', rehearsalTitles.closing, {
      action: rehearsalPaths.closingOf(id),
      back: rehearsalPaths.showOf(id),
    });
  };

  web.page(rehearsalPaths.closing, ['coordinator'], closing);

  web.submit(rehearsalPaths.closing, ['coordinator'], {
    form: noFields,
    refusals: rehearsalRefusals,
    again: closing,
    run(visit) {
      const { id, realCallId } = rehearsalOf(visit);
      const closed = closeRehearsal(deps, visit.actor, id);
      if (!closed.ok) return absent;
      return redirect(rehearsalPaths.listOf(realCallId), rehearsalFlashes.closed);
    },
  });
}

/** The secret address: whoever was given it and is signed in comes in by a button, so that looking at it changes nothing. */
function joinRoutes(web: Web, deps: Deps): void {
  const page = (visit: Visit): Answer => {
    const callId = rehearsalOfToken(deps.secret, visit.param('address'));
    const rehearsal = callId === undefined ? undefined : readRehearsal(deps.db, callId);
    if (rehearsal === undefined || rehearsal.closedAt !== null) return absent;
    return view('archive/join', rehearsalTitles.join, {
      title: readCall(deps.db, rehearsal.id)?.title ?? '',
      action: rehearsalPaths.joinOf(visit.param('address')),
    });
  };
  web.page(rehearsalPaths.join, 'confirmed', page);
  web.submit(rehearsalPaths.join, 'confirmed', {
    form: noFields,
    again: page,
    run(visit) {
      const joined = joinRehearsal(deps, visit.actor, visit.param('address'));
      return joined.ok ? redirect(rehearsalPaths.showOf(joined.value), rehearsalFlashes.joined) : absent;
    },
  });
}
