import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { warsawDay } from '../../../lib/days.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import { mailingPaths } from '../paths.ts';
import { limits } from './forms.ts';
import { fingerprintOfOne } from './one-letter.ts';
import { callsToWriteIn, callTitleOf, listMailings, type Mailing, type StoredRecipient } from './queries.ts';
import { fieldsOfMailing, setsOf } from './recipients.ts';
import * as texts from './texts.ts';
import type { Registry } from './writing.ts';

/** The list of mailings and, for whoever may write one, what a new one begins with. */
export function mailingsPage(deps: Deps, actor: Actor) {
  const mailings = listMailings(deps.db, actor);
  const calls = callsToWriteIn(deps.db, actor);
  return {
    mailings: mailings.map(({ id, subject, state, letters, callTitle, createdBy, createdAt, sentAt, scheduledAt }) => ({
      ...{ callTitle, createdBy, createdAt, sentAt, scheduledAt },
      subject: texts.subjectText(subject),
      letters: letters === 0 ? '' : texts.lettersText(letters),
      tag: { text: texts.stateNames[state], tone: texts.stateTones[state] },
      href: mailingPaths.showOf(id),
    })),
    calls: calls.map(({ id, title, year }) => ({ value: String(id), label: `${title}, ${year}` })),
    only: calls.length === 1 ? String(calls[0]?.id) : '',
    earlier: mailings
      .filter(({ subject }) => subject !== '')
      .slice(0, 30)
      .map(({ id, subject, createdAt }) => ({
        value: String(id),
        label: texts.earlierMailing(texts.subjectText(subject), longDate(warsawDay(createdAt))),
      })),
    blankStart: texts.blankStart,
    action: mailingPaths.list,
  };
}

/** Who gets it: every set with how many people the actor finds in it now. */
export function peoplePage(
  deps: Deps,
  actor: Actor,
  registry: Registry,
  mailing: Mailing,
  typed: { readonly sets: readonly string[]; readonly byHand: string } = mailing,
) {
  const asked = { reader: deps.db, actor, callId: mailing.callId, now: deps.clock.now(), publicUrl: deps.publicUrl };
  return {
    callTitle: callTitleOf(deps.db, mailing.callId),
    revision: mailing.revision,
    sets: registry.sets.map(({ code, name, about, members }) => {
      const people = new Set(members(asked).map(({ personId, name: own, address }) => address ?? personId ?? own)).size;
      return { value: code, label: `${name} (${texts.peopleText(people)})`, hint: about };
    }),
    typed,
    limits,
    action: mailingPaths.peopleOf(mailing.id),
    back: mailingPaths.showOf(mailing.id),
    list: mailingPaths.list,
    subject: texts.subjectText(mailing.subject),
  };
}

/** What it says, and what it may name. */
export function textPage(
  registry: Registry,
  mailing: Mailing,
  typed: { readonly subject: string; readonly body: string } = mailing,
) {
  return {
    revision: mailing.revision,
    typed,
    limits,
    fields: fieldsOfMailing(setsOf(registry.sets, mailing.sets)),
    isPrepared: mailing.preparedAt !== null,
    action: mailingPaths.textOf(mailing.id),
    back: mailingPaths.showOf(mailing.id),
    list: mailingPaths.list,
    subject: texts.subjectText(mailing.subject),
  };
}

/** One recipient's letter, to be put into other words or dropped. */
export function letterPage(
  mailing: Mailing,
  one: StoredRecipient,
  typed: Readonly<Record<'subject' | 'body' | 'reason', string>>,
) {
  return {
    name: one.name,
    address: one.address ?? texts.noAddress,
    sets: one.sets.join(', '),
    isEdited: one.editedAt !== null,
    isDropped: one.droppedAt !== null,
    droppedReason: one.droppedReason ?? '',
    seen: fingerprintOfOne(one),
    typed,
    limits,
    action: mailingPaths.letterOf(mailing.id, one.id),
    drop: mailingPaths.dropOf(mailing.id, one.id),
    back: mailingPaths.showOf(mailing.id),
    list: mailingPaths.list,
    subject: texts.subjectText(mailing.subject),
  };
}
