import type { Deps } from '../../../deps.ts';
import { type Answer, redirect, redirectWithSession, view } from '../../../web/answer.ts';
import { rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { enterByCode } from '../entering.ts';
import { codeForm, noFields, signInForm } from '../forms.ts';
import { isOver, linkOfDevice } from '../links.ts';
import { nextPathOf } from '../next-path.ts';
import { signOut } from '../own.ts';
import { accountPaths } from '../paths.ts';
import { readHost } from '../queries.ts';
import { askForLink } from '../sign-in.ts';
import { flashes, refusals, titles, tooManyLetters } from '../texts.ts';
import { browserOf, closedDoor, entered } from './entrance.ts';

/** An address in, a letter out; the code from that letter; the way out. */
export function signInRoutes(web: Web, deps: Deps): void {
  const signInPage = (email: string, next: string) =>
    view('accounts/sign-in', titles.signIn, { email, next, host: readHost(deps.db) });

  web.page(accountPaths.signIn, 'public', (visit) => {
    const next = visit.query['dalej'] ?? '';
    return visit.actor.kind === 'person' && visit.actor.confirmed ? redirect(nextPathOf(next)) : signInPage('', next);
  });

  web.submit(accountPaths.signIn, 'public', {
    form: signInForm,
    again: (_visit, _errors, raw) => signInPage(rawText(raw, 'email'), rawText(raw, 'dalej')),
    run(visit, { email, dalej }) {
      const asked = askForLink(deps, visit.actor, { email, next: dalej, device: visit.device, network: visit.network });
      return asked.ok ? redirect(accountPaths.code) : tooMany(signInPage(email, dalej));
    },
  });

  web.page(accountPaths.code, 'public', (visit) => codePage(deps, visit, ''));

  web.submit(accountPaths.code, 'public', {
    form: codeForm,
    refusals,
    again: (visit, _errors, raw) => codePage(deps, visit, rawText(raw, 'code')),
    run: (visit, { code }) => entered(deps, enterByCode(deps, browserOf(visit), code)),
  });

  web.submit(accountPaths.signOut, 'public', {
    form: noFields,
    again: () => redirect('/'),
    run(visit) {
      if (visit.sessionId !== undefined) signOut(deps, visit.actor, visit.sessionId);
      return redirectWithSession('/', null, flashes.left);
    },
  });
}

/** The same page whether or not the address is known. */
function codePage(deps: Deps, visit: Visit, code: string): Answer {
  const link = linkOfDevice(deps.db, deps, visit.device);
  if (link === undefined) return redirect(accountPaths.signIn);
  if (isOver(link, deps.clock.machine())) return closedDoor(deps, 'code_over');
  return view('accounts/code', titles.code, { email: link.email, code, next: link.nextPath, host: readHost(deps.db) });
}

function tooMany(page: Answer): Answer {
  return page.kind === 'view' ? { ...page, status: 429, errors: { '': tooManyLetters } } : page;
}
