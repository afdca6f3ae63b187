import type { Deps } from '../../../deps.ts';
import { hasRole } from '../../../lib/actor.ts';
import { redirect, view } from '../../../web/answer.ts';
import { rawText } from '../../../web/form.ts';
import { pageLinks } from '../../../web/page-links.ts';
import type { Web } from '../../../web/routes.ts';
import { addPerson } from '../administration.ts';
import { newPersonForm } from '../forms.ts';
import { accountPaths } from '../paths.ts';
import { type ListedPerson, listPeople, peopleOnPage } from '../people.ts';
import { flashes, roleNames, scopeName, titles, unnamed } from '../texts.ts';

/** Everybody with an account or an application begun; the administrator adds people here. */
export function peopleRoutes(web: Web, deps: Deps): void {
  web.page(accountPaths.people, ['administrator', 'inspector'], (visit) => {
    const query = visit.query['szukaj'] ?? '';
    const page = Math.max(1, Number.parseInt(visit.query['strona'] ?? '1', 10) || 1);
    const { people, count } = listPeople(deps.db, query, page);
    const hrefOf = (number: number) =>
      `${accountPaths.people}?${new URLSearchParams({ ...(query === '' ? {} : { szukaj: query }), strona: String(number) })}`;
    return view('accounts/people', titles.people, {
      people: people.map(rowOf),
      count,
      query,
      mayAdd: hasRole(visit.actor, 'administrator'),
      links: pageLinks(page, Math.ceil(count / peopleOnPage), hrefOf),
    });
  });

  const newPage = (name: string, email: string) => view('accounts/new-person', titles.newPerson, { name, email });

  web.page(accountPaths.newPerson, ['administrator'], () => newPage('', ''));

  web.submit(accountPaths.newPerson, ['administrator'], {
    form: newPersonForm,
    again: (_visit, _errors, raw) => newPage(rawText(raw, 'name'), rawText(raw, 'email')),
    run(visit, input) {
      const added = addPerson(deps, visit.actor, input);
      return redirect(
        accountPaths.personOf(added.personId),
        added.known ? { kind: 'warn', text: flashes.personKnown } : flashes.personAdded,
      );
    },
  });
}

function rowOf(person: ListedPerson): object {
  return {
    name: person.name || unnamed,
    href: accountPaths.personOf(person.id),
    email: person.email ?? person.pendingEmail ?? '',
    isConfirmed: person.email !== null,
    isClosed: person.closedAt !== null,
    roles: person.grants.map((grant) => `${roleNames[grant.role]} ${scopeName(grant.callTitle)}`),
  };
}
