import type { Deps } from '../../deps.ts';
import type { Workshop } from '../../jobs/worker.ts';
import { hasAnyRole } from '../../lib/actor.ts';
import { refused } from '../../lib/result.ts';
import { type Answer, absent, json, redirect, view } from '../../web/answer.ts';
import type { RawBody } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { readCall } from '../calls/queries.ts';
import { timeText } from '../calls/texts.ts';
import { answerTo } from '../checks/outcomes.ts';
import { openToJuror } from '../jury/queries.ts';
import { cardPrinters, progressReaders } from './access.ts';
import { printCards, printOwnCard } from './commands/print.ts';
import { remindJurors } from './commands/remind.ts';
import { saveScoreCard } from './commands/save.ts';
import { sendScoreCard } from './commands/send.ts';
import type { WrittenCard } from './completeness.ts';
import { printForm, scoreForm, sendingForm } from './forms.ts';
import { lacksAtFields } from './lacks.ts';
import { cardPage, pointsFragment } from './pages/card.ts';
import { cardsOnPaper } from './pages/cards.ts';
import { listPage } from './pages/list.ts';
import { overviewPage } from './pages/overview.ts';
import { paperRoutes } from './paper/routes.ts';
import { reviewPaths } from './paths.ts';
import { eveningRoutes } from './routes/evening.ts';
import { reopeningRoutes } from './routes/reopening.ts';
import { flashes, pageTitles, progressRemarks, refusals } from './texts.ts';

/** `?nabor=`: the juries of one call alone. */
const asked = ({ query: { nabor } }: Visit) => (nabor === undefined ? undefined : Number(nabor) || 0);

export function reviewRoutes(web: Web, deps: Deps, workshop: Workshop): void {
  const { db } = deps;

  web.page(reviewPaths.list, ['juror'], (visit) =>
    view('reviews/list', pageTitles.list, listPage(db, visit.actor, visit.now, asked(visit))),
  );

  const progress = (visit: Visit): Answer => {
    const call = readCall(db, visit.id());
    if (call === undefined || !hasAnyRole(visit.actor, progressReaders, call.id)) return absent;
    const cards = cardsOnPaper(db, visit.actor, call.id);
    const overview = overviewPage(db, visit.actor, call, visit.now);
    const scored = overview.hasSpread ? 'over' : 'before';
    const quiet = progressRemarks[cards === null ? scored : 'after'];
    return view('reviews/progress', pageTitles.progress, { ...overview, cards, quiet });
  };

  web.page(reviewPaths.progress, progressReaders, progress);

  web.submit(reviewPaths.prints, cardPrinters, {
    form: printForm,
    refusals,
    again: progress,
    run(visit) {
      const asked = printCards(deps, visit.actor, visit.id());
      return answerTo(asked, (cards) => redirect(reviewPaths.progressOf(visit.id()), flashes.printsAsked(cards)));
    },
  });

  web.submit(reviewPaths.reminding, ['coordinator'], {
    form: printForm,
    refusals,
    again: progress,
    run(visit) {
      const reminded = remindJurors(deps, visit.actor, visit.id());
      return answerTo(reminded, (letters) => redirect(reviewPaths.progressOf(visit.id()), flashes.reminded(letters)));
    },
  });

  const card = (visit: Visit, raw?: RawBody): Answer => {
    const page = cardPage(db, visit.actor, visit.id(), visit.now, raw);
    return page === undefined ? absent : view('reviews/card', pageTitles.card(page.code), page);
  };

  web.page(reviewPaths.card, ['juror'], (visit) => card(visit));

  web.submit(reviewPaths.card, ['juror'], {
    form: scoreForm,
    refusals,
    again: (visit, _errors, raw) => card(visit, raw),
    run(visit, { act, ...draft }, raw) {
      const applicationId = visit.id();
      if (act === 'count') return card(visit, raw);
      const missing = act === 'send' ? missingFields(visit, draft) : {};
      if (Object.keys(missing).length > 0) return refused('card_incomplete', { fields: missing });
      const saved = saveScoreCard(deps, visit.actor, { ...draft, applicationId });
      return answerTo(saved, () =>
        act === 'send'
          ? redirect(reviewPaths.sendingOf(applicationId))
          : redirect(reviewPaths.cardOf(applicationId), flashes.saved),
      );
    },
  });

  /** What the card lacks, as messages at its fields. */
  const missingFields = (visit: Visit, draft: WrittenCard) => {
    const open = openToJuror(db, visit.actor, visit.id());
    return open === undefined ? {} : lacksAtFields(db, open.submitted, draft);
  };

  web.submit(reviewPaths.autosave, ['juror'], {
    form: scoreForm,
    refusals,
    once: false,
    again: (visit, _errors, raw) => card(visit, raw),
    run(visit, { act: _act, ...draft }) {
      const saved = saveScoreCard(deps, visit.actor, { ...draft, applicationId: visit.id() });
      return answerTo(saved, (revision) => json({ saved: timeText(visit.now), revision }));
    },
  });

  web.submit(reviewPaths.print, ['juror'], {
    form: printForm,
    refusals,
    again: (visit) => card(visit),
    run(visit) {
      const asked = printOwnCard(deps, visit.actor, visit.id());
      return answerTo(asked, () => redirect(reviewPaths.cardOf(visit.id()), flashes.printAsked));
    },
  });

  const points = (visit: Visit, raw: RawBody): Answer => {
    const data = pointsFragment(db, visit.actor, visit.id(), raw);
    return data === undefined ? absent : view('reviews/sums', '', data, { fragment: 'reviews/points' });
  };

  web.submit(reviewPaths.points, ['juror'], {
    form: scoreForm,
    once: false,
    again: (visit, _errors, raw) => points(visit, raw),
    run: (visit, _draft, raw) => points(visit, raw),
  });

  const sending = (visit: Visit): Answer => {
    const page = cardPage(db, visit.actor, visit.id(), visit.now);
    if (page === undefined) return absent;
    if (page.isSent || page.revision === 0) return redirect(page.action);
    return view('reviews/sending', pageTitles.sending(page.code), {
      ...page,
      sending: reviewPaths.sendingOf(visit.id()),
    });
  };

  web.page(reviewPaths.sending, ['juror'], sending);

  web.submit(reviewPaths.sending, ['juror'], {
    form: sendingForm,
    refusals,
    again: sending,
    run(visit, { revision }) {
      const applicationId = visit.id();
      const next = cardPage(db, visit.actor, applicationId, visit.now);
      const sent = sendScoreCard(deps, visit.actor, { applicationId, revision });
      return answerTo(sent, () => redirect(next?.next?.href ?? reviewPaths.list, flashes.sent(next?.code ?? '')));
    },
  });

  reopeningRoutes(web, deps);
  paperRoutes(web, deps);
  eveningRoutes(web, deps, workshop);
}
