import type { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { hasRole } from '../../../lib/actor.ts';
import { warsawDay } from '../../../lib/days.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { readSubmitted } from '../../applications/content.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { findApplication } from '../../applications/queries.ts';
import { contactOf } from '../../correspondence/contacts.ts';
import { dispatchForm, limits } from '../../correspondence/dispatch-forms.ts';
import { dispatchRefusals, flashes, hourNow } from '../../correspondence/dispatch-texts.ts';
import { noteCall } from '../../correspondence/dispatches.ts';
import { isOwn } from '../../initiatives/access.ts';
import { leaderOf } from '../../initiatives/leader.ts';
import { initiativePaths } from '../../initiatives/paths.ts';
import { visibleInitiative } from '../../initiatives/queries.ts';
import { formTitles } from '../letter-texts.ts';
import { deskPaths } from '../paths.ts';

/** What a call is about, and whom one would call. */
interface Matter {
  readonly about: { readonly kind: 'application' | 'initiative'; readonly id: number };
  readonly callId: number;
  readonly applicationId: number;
  readonly code: string;
  readonly title: string;
  readonly list: { readonly label: string; readonly href: string };
  readonly back: string;
  readonly action: string;
}

const form = dispatchForm('phone');
const names = ['doneOn', 'doneTime', 'doneBy', 'withWhom', 'note'] as const;

/** Writing down a call about an application or an initiative that belongs to no letter. */
export function callRoutes(web: Web, deps: Deps): void {
  note(web, deps, deskPaths.applicationCall, (visit) => applicationOn(deps, visit));
  note(web, deps, deskPaths.initiativeCall, (visit) => initiativeOn(deps, visit));
}

function note(web: Web, deps: Deps, path: string, matterOn: (visit: Visit) => Matter): void {
  const page = (visit: Visit, raw?: RawBody): Answer => {
    const matter = matterOn(visit);
    const leader = leaderOf(deps.db, matter.applicationId);
    const typed =
      raw === undefined
        ? {
            doneOn: warsawDay(visit.now),
            doneTime: hourNow(visit.now),
            doneBy: visit.actor.kind === 'person' ? visit.actor.name : '',
            withWhom: leader.name,
            note: '',
          }
        : Object.fromEntries(names.map((name) => [name, rawText(raw, name)]));
    const phone = contactOf(deps.db, leader.personId)?.phone ?? '';
    return view('desk/call', formTitles.call, { matter, typed, limits, phone });
  };

  web.page(path, ['coordinator'], (visit) => page(visit));

  web.submit(path, ['coordinator'], {
    form,
    refusals: dispatchRefusals,
    again: (visit, _errors, raw) => page(visit, raw),
    run(visit, facts: z.output<typeof form>) {
      const { about, callId, applicationId, back } = matterOn(visit);
      if (facts.doneAt === null) throw new Error('A call has its hour');
      const { withWhom, doneBy, doneAt, note: said } = facts;
      const { personId } = leaderOf(deps.db, applicationId);
      const call = { about, callId, personId, withWhom, doneBy, at: doneAt, note: said };
      const noted = noteCall(deps, visit.actor, call);
      return noted.ok ? redirect(back, flashes.callNoted) : noted;
    },
  });
}

function applicationOn({ db }: Deps, visit: Visit): Matter {
  const id = visit.id();
  const head = findApplication(db, visit.actor, id);
  const sent = head === undefined || head.isOwn ? undefined : readSubmitted(db, id);
  if (head === undefined || sent === undefined || !hasRole(visit.actor, 'coordinator', head.callId))
    throw new Stop(absent);
  return {
    about: { kind: 'application', id },
    ...{ callId: head.callId, applicationId: id, code: sent.code, title: sent.title },
    list: { label: formTitles.applications, href: applicationPaths.list },
    back: applicationPaths.showOf(id),
    action: deskPaths.applicationCallOf(id),
  };
}

function initiativeOn({ db }: Deps, visit: Visit): Matter {
  const id = visit.id();
  const initiative = visibleInitiative(db, visit.actor, id);
  if (initiative === undefined || isOwn(db, visit.actor, id) || !hasRole(visit.actor, 'coordinator', initiative.callId))
    throw new Stop(absent);
  const { callId, applicationId, code, title } = initiative;
  return {
    about: { kind: 'initiative', id },
    ...{ callId, applicationId, code, title },
    list: { label: formTitles.initiatives, href: initiativePaths.list },
    back: initiativePaths.showOf(id),
    action: deskPaths.initiativeCallOf(id),
  };
}
