import type { Deps } from '../../../deps.ts';
import { hasRole, roles } from '../../../lib/actor.ts';
import { addressRefusedAt } from '../../../mail/tries.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { closeAccount, giveRole, reopenAccount, takeRole } from '../administration.ts';
import { grantForm, noFields } from '../forms.ts';
import { accountPaths } from '../paths.ts';
import { grantsHeldBy, type HeldGrant, type PersonRecord, readPerson, readScopes } from '../people.ts';
import { flashes, refusals, roleNames, scopeName, titles, unconfirmed, unnamed, wholeOrganisation } from '../texts.ts';

/** One person: roles given and taken, the account closed and opened. */
export function personRoutes(web: Web, deps: Deps): void {
  const personPage = (visit: Visit, typed: { role: string; scope: string }): Answer => {
    const person = personOf(deps, visit);
    return view('accounts/person', person.name || unnamed, personData(deps, visit, person, typed));
  };

  web.page(accountPaths.person, ['administrator', 'inspector'], (visit) =>
    personPage(visit, { role: '', scope: 'all' }),
  );

  web.submit(accountPaths.grants, ['administrator'], {
    form: grantForm,
    refusals,
    again: (visit, _errors, raw) => personPage(visit, { role: rawText(raw, 'role'), scope: rawText(raw, 'scope') }),
    run(visit, { role, scope }) {
      const { id } = personOf(deps, visit);
      if (scope !== null && !readScopes(deps.db).some((call) => call.id === scope)) return absent;
      const given = giveRole(deps, visit.actor, { personId: id, role, callId: scope });
      return given.ok ? redirect(accountPaths.personOf(id), flashes.roleGranted) : given;
    },
  });

  const grantEndPage = (visit: Visit): Answer => {
    const person = personOf(deps, visit);
    const grant = grantOf(deps, visit);
    const data = {
      person: shown(person),
      role: roleNames[grant.role],
      scope: scopeName(grant.callTitle),
      action: accountPaths.grantEndOf(person.id, grant.id),
      back: accountPaths.personOf(person.id),
    };
    return view('accounts/grant-end', titles.grantEnd, data);
  };

  web.page(accountPaths.grantEnd, ['administrator'], grantEndPage);

  web.submit(accountPaths.grantEnd, ['administrator'], {
    form: noFields,
    refusals,
    again: grantEndPage,
    run(visit) {
      const { id } = personOf(deps, visit);
      const { role, callId } = grantOf(deps, visit);
      const taken = takeRole(deps, visit.actor, { personId: id, role, callId });
      return taken.ok ? redirect(accountPaths.personOf(id), flashes.roleRevoked) : taken;
    },
  });

  const closingPage = (visit: Visit): Answer => {
    const person = personOf(deps, visit);
    return view('accounts/closing', titles.closing, {
      person: shown(person),
      action: accountPaths.closingOf(person.id),
      back: accountPaths.personOf(person.id),
    });
  };

  web.page(accountPaths.closing, ['administrator'], closingPage);

  web.submit(accountPaths.closing, ['administrator'], {
    form: noFields,
    refusals,
    again: closingPage,
    run(visit) {
      const { id } = personOf(deps, visit);
      const closed = closeAccount(deps, visit.actor, id);
      return closed.ok ? redirect(accountPaths.personOf(id), flashes.closed) : closed;
    },
  });

  web.submit(accountPaths.reopening, ['administrator'], {
    form: noFields,
    again: (visit) => personPage(visit, { role: '', scope: 'all' }),
    run(visit) {
      const { id } = personOf(deps, visit);
      reopenAccount(deps, visit.actor, id);
      return redirect(accountPaths.personOf(id), flashes.reopened);
    },
  });
}

function personOf(deps: Deps, visit: Visit): PersonRecord {
  const person = readPerson(deps.db, visit.id());
  if (person === undefined) throw new Stop(absent);
  return person;
}

function grantOf(deps: Deps, visit: Visit): HeldGrant {
  const grant = grantsHeldBy(deps.db, visit.id()).find((held) => held.id === visit.id('grant'));
  if (grant === undefined) throw new Stop(absent);
  return grant;
}

function shown(person: PersonRecord): object {
  return {
    ...person,
    name: person.name || unnamed,
    address: person.email ?? person.pendingEmail ?? '',
    addressNote: person.email === null ? unconfirmed : '',
  };
}

function personData(deps: Deps, visit: Visit, person: PersonRecord, typed: { role: string; scope: string }): object {
  const mayChange = hasRole(visit.actor, 'administrator');
  return {
    person: shown(person),
    refusedAt: addressRefusedAt(deps.db, person.email ?? person.pendingEmail ?? '') ?? null,
    isConfirmed: person.email !== null,
    grants: grantsHeldBy(deps.db, person.id).map((grant) => ({
      name: roleNames[grant.role],
      scope: scopeName(grant.callTitle),
      grantedAt: grant.grantedAt,
      end: mayChange ? accountPaths.grantEndOf(person.id, grant.id) : null,
    })),
    mayChange,
    mayGrant: mayChange && person.email !== null && person.closedAt === null,
    typed,
    roles: roles.map((role) => ({ value: role, label: roleNames[role] })),
    scopes: [
      { value: 'all', label: wholeOrganisation },
      ...readScopes(deps.db).map((call) => ({ value: call.id, label: `${scopeName(call.title)} (${call.year})` })),
    ],
    action: accountPaths.grantsOf(person.id),
    closing: accountPaths.closingOf(person.id),
    reopening: accountPaths.reopeningOf(person.id),
    people: accountPaths.people,
  };
}
