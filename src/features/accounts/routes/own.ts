import type { Deps } from '../../../deps.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { sessionsOf } from '../../../web/session.ts';
import type { Visit } from '../../../web/visit.ts';
import { deviceName } from '../devices.ts';
import { noFields, ownForm } from '../forms.ts';
import { endOtherSessions, endOwnSession, type OwnData, readOwnData, saveOwnData } from '../own.ts';
import { accountPaths } from '../paths.ts';
import { grantsHeldBy } from '../people.ts';
import { flashes, refusals, roleNames, scopeName, titles } from '../texts.ts';

interface Typed {
  readonly name: string;
  readonly phone: string;
  readonly version: string;
}

/** A person's own account: name and telephone, roles in words, devices where she is signed in. */
export function ownRoutes(web: Web, deps: Deps): void {
  const ownPage = (visit: Visit, typed?: Typed): Answer => {
    const stored = readOwnData(deps.db, visit.personId);
    return stored === undefined ? absent : view('accounts/own', titles.own, ownData(deps, visit, stored, typed));
  };

  web.page(accountPaths.own, 'signed_in', (visit) => ownPage(visit));

  web.submit(accountPaths.own, 'signed_in', {
    form: ownForm,
    refusals,
    again: (visit, _errors, raw) =>
      ownPage(visit, { name: rawText(raw, 'name'), phone: rawText(raw, 'phone'), version: rawText(raw, 'version') }),
    run(visit, input) {
      const saved = saveOwnData(deps, visit.actor, visit.personId, input);
      return saved.ok ? redirect(accountPaths.own, flashes.saved) : saved;
    },
  });

  web.submit(accountPaths.sessionEnd, 'signed_in', {
    form: noFields,
    again: (visit) => ownPage(visit),
    run: (visit) =>
      endOwnSession(deps, visit.actor, visit.personId, visit.id())
        ? redirect(accountPaths.own, flashes.sessionEnded)
        : absent,
  });

  web.submit(accountPaths.otherSessionsEnd, 'signed_in', {
    form: noFields,
    again: (visit) => ownPage(visit),
    run(visit) {
      endOtherSessions(deps, visit.actor, visit.personId, visit.sessionId);
      return redirect(accountPaths.own, flashes.sessionsEnded);
    },
  });
}

function ownData(deps: Deps, visit: Visit, stored: OwnData, typed: Typed | undefined): object {
  const sessions = sessionsOf(deps.db, deps.clock, visit.personId).map((session) => ({
    ...session,
    name: deviceName(session.device),
    isThis: session.id === visit.sessionId,
    action: accountPaths.sessionEndOf(session.id),
  }));
  const roles = grantsHeldBy(deps.db, visit.personId).map((grant) => ({
    name: roleNames[grant.role],
    scope: scopeName(grant.callTitle),
  }));
  return {
    stored,
    typed: typed ?? { name: stored.name, phone: stored.phone },
    isStale: typed !== undefined && typed.version !== String(stored.version),
    isConfirmed: stored.email !== '',
    roles,
    sessions,
    hasOthers: sessions.some((session) => !session.isThis),
    otherSessionsEnd: accountPaths.otherSessionsEnd,
  };
}
