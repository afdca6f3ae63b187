import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { noFields } from '../../accounts/forms.ts';
import { mailingReaders, mailingWriters, mayWrite, recipientVisibleTo } from '../mailings/access.ts';
import { letterPage, mailingsPage, peoplePage, textPage } from '../mailings/form-pages.ts';
import { decisionForm, dropForm, endForm, letterForm, peopleForm, startForm, textForm } from '../mailings/forms.ts';
import { dropLetter, editLetter, restoreLetter, takeBackIn } from '../mailings/one-letter.ts';
import { findMailing, type Mailing, readRecipients, type StoredRecipient } from '../mailings/queries.ts';
import { cancelMailing, holdMailing, reopenMailing, scheduleMailing, sendMailing } from '../mailings/sending.ts';
import { mailingPage, type TypedMoment } from '../mailings/show-page.ts';
import { flashes, refusals, titles } from '../mailings/texts.ts';
import { chooseRecipients, prepareLetters, type Registry, startMailing, writeMailing } from '../mailings/writing.ts';
import { mailingPaths as paths } from '../paths.ts';

/** Mailings: who, what, every letter seen, then sent, held or put off; and what became of each. */
export function mailingRoutes(web: Web, deps: Deps, registry: Registry): void {
  const asked = (visit: Visit): Mailing => {
    const mailing = findMailing(deps.db, visit.actor, visit.id());
    if (mailing === undefined) throw new Stop(absent);
    return mailing;
  };
  const own = (visit: Visit): Mailing => {
    const mailing = asked(visit);
    if (!mayWrite(visit.actor, mailing.callId)) throw new Stop(absent);
    return mailing;
  };
  /** Who and what are settled while it is a draft; later there is only the mailing itself. */
  const draft = (visit: Visit): Mailing => {
    const mailing = own(visit);
    if (mailing.state !== 'draft') throw new Stop(redirect(paths.showOf(mailing.id)));
    return mailing;
  };
  const show = (visit: Visit, mailing: Mailing, typed?: TypedMoment): Answer => {
    const page = mailingPage(deps, visit.actor, registry, mailing, typed);
    return view('correspondence/mailing', page.subject, page, { fragment: 'correspondence/progress' });
  };
  const list = (visit: Visit): Answer => view('correspondence/mailings', titles.list, mailingsPage(deps, visit.actor));

  web.page(paths.list, mailingReaders, list);

  web.submit(paths.list, mailingWriters, {
    form: startForm,
    refusals,
    again: list,
    run(visit, chosen) {
      const started = startMailing(deps, visit.actor, chosen);
      if (started.ok) return redirect(paths.peopleOf(started.value), flashes.started);
      return started.code === 'absent' ? absent : started;
    },
  });

  web.page(paths.show, mailingReaders, (visit) => show(visit, asked(visit)));

  web.page(paths.people, mailingWriters, (visit) =>
    view('correspondence/mailing-people', titles.people, peoplePage(deps, visit.actor, registry, draft(visit))),
  );

  web.submit(paths.people, mailingWriters, {
    form: peopleForm,
    refusals,
    again(visit, _errors, raw) {
      const typed = { sets: [raw['sets'] ?? []].flat().map(String), byHand: rawText(raw, 'byHand') };
      return view(
        'correspondence/mailing-people',
        titles.people,
        peoplePage(deps, visit.actor, registry, draft(visit), typed),
      );
    },
    run(visit, typed) {
      const { id, body } = own(visit);
      const chosen = chooseRecipients(deps, visit.actor, registry, { ...typed, mailingId: id });
      return chosen.ok ? redirect(body === '' ? paths.textOf(id) : paths.showOf(id), flashes.chosen) : chosen;
    },
  });

  web.page(paths.text, mailingWriters, (visit) =>
    view('correspondence/mailing-text', titles.text, textPage(registry, draft(visit))),
  );

  web.submit(paths.text, mailingWriters, {
    form: textForm,
    refusals,
    again(visit, _errors, raw) {
      const typed = { subject: rawText(raw, 'subject'), body: rawText(raw, 'body') };
      return view('correspondence/mailing-text', titles.text, textPage(registry, draft(visit), typed));
    },
    run(visit, typed) {
      const { id } = own(visit);
      const written = writeMailing(deps, visit.actor, registry, { ...typed, mailingId: id });
      return written.ok ? redirect(paths.showOf(id), flashes.written) : written;
    },
  });

  web.submit(paths.letters, mailingWriters, {
    form: noFields,
    refusals,
    again: (visit) => show(visit, own(visit)),
    run(visit) {
      const { id } = own(visit);
      const prepared = prepareLetters(deps, visit.actor, registry, id);
      return prepared.ok ? redirect(paths.showOf(id), flashes.prepared(prepared.value)) : prepared;
    },
  });

  web.submit(paths.decision, mailingWriters, {
    form: decisionForm,
    refusals,
    again: (visit, _errors, raw) => show(visit, own(visit), momentIn(raw)),
    run(visit, { do: what, at, letters, changes }) {
      const { id } = own(visit);
      const seen = { mailingId: id, letters, changes };
      if (what === 'schedule' && at !== null) {
        const put = scheduleMailing(deps, visit.actor, registry, { ...seen, at });
        return put.ok ? redirect(paths.showOf(id), flashes.scheduled(put.value, at)) : put;
      }
      const decided = (what === 'hold' ? holdMailing : sendMailing)(deps, visit.actor, registry, seen);
      return decided.ok
        ? redirect(paths.showOf(id), flashes[what === 'hold' ? 'held' : 'sent'](decided.value))
        : decided;
    },
  });

  web.submit(paths.end, mailingWriters, {
    form: endForm,
    refusals,
    again: (visit) => show(visit, own(visit)),
    run(visit, { do: what }) {
      const { id } = own(visit);
      if (what === 'reopen') {
        const reopened = reopenMailing(deps, visit.actor, id);
        return reopened.ok ? redirect(paths.showOf(id), flashes.reopened) : reopened;
      }
      const cancelled = cancelMailing(deps, visit.actor, id);
      return cancelled.ok ? redirect(paths.showOf(id), flashes.cancelled(cancelled.value)) : cancelled;
    },
  });

  const letterOf = (visit: Visit): { mailing: Mailing; one: StoredRecipient } => {
    const mailing = draft(visit);
    const which = sql`r.id = ${visit.id('adresat')} and ${recipientVisibleTo(visit.actor, registry.openRecords)}`;
    const [one] = readRecipients(deps.db, mailing.id, which);
    if (one === undefined) throw new Stop(absent);
    return { mailing, one };
  };

  web.page(paths.letter, mailingWriters, (visit) => {
    const { mailing, one } = letterOf(visit);
    return view('correspondence/mailing-letter', one.name, letterPage(mailing, one, { ...one, reason: '' }));
  });

  const letterAgain = (visit: Visit, raw: RawBody): Answer => {
    const { mailing, one } = letterOf(visit);
    const typed = (name: 'subject' | 'body') => (raw[name] === undefined ? one[name] : rawText(raw, name));
    const words = { subject: typed('subject'), body: typed('body'), reason: rawText(raw, 'reason') };
    return view('correspondence/mailing-letter', one.name, letterPage(mailing, one, words));
  };
  const backTo = ({ mailing, one }: ReturnType<typeof letterOf>, flash: string) =>
    redirect(`${paths.showOf(mailing.id)}#list-${one.id}`, flash);

  web.submit(paths.letter, mailingWriters, {
    form: letterForm,
    refusals,
    again: (visit, _errors, raw) => letterAgain(visit, raw),
    run(visit, { do: what, ...typed }) {
      const found = letterOf(visit);
      const chosen = { ...typed, mailingId: found.mailing.id, recipientId: found.one.id };
      const done = (what === 'edit' ? editLetter : restoreLetter)(deps, visit.actor, registry, chosen);
      return done.ok ? backTo(found, flashes[what === 'edit' ? 'edited' : 'restored']) : done;
    },
  });

  web.submit(paths.drop, mailingWriters, {
    form: dropForm,
    refusals,
    again: (visit, _errors, raw) => letterAgain(visit, raw),
    run(visit, typed) {
      const found = letterOf(visit);
      const chosen = { seen: typed.seen, mailingId: found.mailing.id, recipientId: found.one.id };
      if (typed.do === 'keep') {
        const kept = takeBackIn(deps, visit.actor, registry, chosen);
        return kept.ok ? backTo(found, flashes.kept) : kept;
      }
      const dropped = dropLetter(deps, visit.actor, registry, { ...chosen, reason: typed.reason });
      return dropped.ok ? backTo(found, flashes.dropped) : dropped;
    },
  });
}

function momentIn(raw: RawBody): TypedMoment {
  return { on: rawText(raw, 'on'), time: rawText(raw, 'time') };
}
