import type { Deps } from '../../deps.ts';
import { hasAnyRole } from '../../lib/actor.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import type { RawBody } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { readCall } from '../calls/queries.ts';
import { checkPrinters, checkReaders } from './access.ts';
import { decideCard } from './commands/decide.ts';
import { printCard } from './commands/print.ts';
import { saveCard } from './commands/save.ts';
import { correctionRoutes } from './corrections/routes.ts';
import { cardForm, printForm } from './forms.ts';
import { likeEach } from './likeness/queries.ts';
import { answerTo } from './outcomes.ts';
import { cardPage } from './page.ts';
import { checkPaths } from './paths.ts';
import { listChecks } from './queries.ts';
import { recheckRoutes } from './recheck/routes.ts';
import { secondRoutes } from './second/routes.ts';
import { secondFlashes, secondRefusals } from './second/texts.ts';
import { flashes, pageTitles, refusals } from './texts.ts';

export function checkRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  web.page(checkPaths.list, checkReaders, (visit) => {
    const call = readCall(db, visit.id());
    if (call === undefined || !hasAnyRole(visit.actor, checkReaders, call.id)) return absent;
    const alike = likeEach(db, visit.actor, call.id);
    const checks = listChecks(db, visit.actor, call.id, visit.now).map((check) => ({
      ...check,
      alike: alike.get(check.applicationId) ?? [],
      isAccepted: check.outcome === 'accepted',
      href: checkPaths.cardOf(check.applicationId),
    }));
    const checked = checks.filter(({ outcome }) => outcome !== null).length;
    const forReader = checks.filter(({ awaitsReader, awaitsCorrections }) => awaitsReader && !awaitsCorrections);
    return view('checks/list', pageTitles.list, { call, checks, checked, left: checks.length - checked, forReader });
  });

  const card = (visit: Visit, raw?: RawBody): Answer => {
    const page = cardPage(db, visit.actor, visit.id(), visit.now, raw);
    return page === undefined ? absent : view('checks/card', pageTitles.card(page.code), page);
  };

  web.page(checkPaths.card, checkReaders, (visit) => card(visit));

  web.submit(checkPaths.card, ['coordinator'], {
    form: cardForm,
    refusals: { ...refusals, ...secondRefusals },
    again: (visit, _errors, raw) => card(visit, raw),
    run(visit, { decision, ...draft }) {
      const applicationId = visit.id();
      const path = checkPaths.cardOf(applicationId);
      if (decision === null) {
        const saved = saveCard(deps, visit.actor, { ...draft, applicationId });
        return answerTo(saved, () => redirect(path, flashes.saved));
      }
      const decided = decideCard(deps, visit.actor, { ...draft, applicationId, outcome: decision });
      return answerTo(decided, ({ code, isSettled }) =>
        redirect(path, isSettled ? flashes[decision](code) : secondFlashes.signed(code)),
      );
    },
  });

  correctionRoutes(web, deps, (visit) => card(visit));
  recheckRoutes(web, deps, card);
  secondRoutes(web, deps, card);

  web.submit(checkPaths.print, checkPrinters, {
    form: printForm,
    refusals,
    again: (visit) => card(visit),
    run(visit) {
      const applicationId = visit.id();
      const printed = printCard(deps, visit.actor, applicationId);
      return answerTo(printed, () => redirect(checkPaths.cardOf(applicationId), flashes.printAsked));
    },
  });
}
