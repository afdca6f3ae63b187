import type { Deps } from '../../../deps.ts';
import { type Answer, view } from '../../../web/answer.ts';
import { rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { enterAsFirstAdministrator, enterByLink, letsIn } from '../entering.ts';
import { newPersonForm, noFields } from '../forms.ts';
import { hasAdministrator, isAskedHere, isOver, linkOfToken } from '../links.ts';
import { accountPaths } from '../paths.ts';
import { titles } from '../texts.ts';
import { browserOf, closedDoor, entered } from './entrance.ts';

/** One-time links. Opening one shows a button and changes nothing: programs that scan mail open links too. */
export function doorRoutes(web: Web, deps: Deps): void {
  const doorPage = (visit: Visit): Answer => {
    const link = linkOfToken(deps.db, deps.secret, visit.param('token'));
    if (link === undefined || !letsIn(link)) return closedDoor(deps, 'link_forged');
    if (isOver(link, deps.clock.machine())) return closedDoor(deps, 'link_over');
    const isConfirming = link.purpose === 'confirm_address';
    const data = {
      action: accountPaths.linkOf(visit.param('token')),
      email: link.email,
      isConfirming,
      isElsewhere: isConfirming && !isAskedHere(deps, link, visit.device),
    };
    return view('accounts/door', isConfirming ? titles.confirm : titles.signIn, data);
  };

  web.page(accountPaths.link, 'public', doorPage);

  web.submit(accountPaths.link, 'public', {
    form: noFields,
    again: doorPage,
    run: (visit) => entered(deps, enterByLink(deps, browserOf(visit), visit.param('token'))),
  });

  const firstPage = (visit: Visit, name: string, email: string): Answer => {
    const link = linkOfToken(deps.db, deps.secret, visit.param('token'));
    if (link === undefined || link.purpose !== 'first_administrator') return closedDoor(deps, 'link_forged');
    if (hasAdministrator(deps.db)) return closedDoor(deps, 'administrator_exists');
    if (isOver(link, deps.clock.machine())) return closedDoor(deps, 'link_over');
    const action = accountPaths.firstAdministratorOf(visit.param('token'));
    return view('accounts/first-administrator', titles.firstAdministrator, { action, name, email });
  };

  web.page(accountPaths.firstAdministrator, 'public', (visit) => firstPage(visit, '', ''));

  web.submit(accountPaths.firstAdministrator, 'public', {
    form: newPersonForm,
    again: (visit, _errors, raw) => firstPage(visit, rawText(raw, 'name'), rawText(raw, 'email')),
    run: (visit, input) =>
      entered(deps, enterAsFirstAdministrator(deps, browserOf(visit), { ...input, token: visit.param('token') })),
  });
}
