import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { shortMoment } from '../../../lib/polish-dates.ts';
import type { TemplateField } from '../../../lib/template.ts';
import { actionsFrom } from '../../../lib/transitions.ts';
import { addressRefusedAt } from '../../../mail/tries.ts';
import { mailingLife } from '../lifecycle.ts';
import { mailingPaths } from '../paths.ts';
import { mayWrite, recipientVisibleTo } from './access.ts';
import { changesSince, fingerprintOfChanges } from './changes.ts';
import { emptyFields, fingerprintOfLetters, going } from './finished.ts';
import { countHidden, type Mailing, readRecipients, type StoredRecipient } from './queries.ts';
import { byHandName } from './recipient-texts.ts';
import { fieldsOfMailing, gatherRecipients, setsOf } from './recipients.ts';
import * as texts from './texts.ts';
import { freshLetters, type Registry } from './writing.ts';

/** What was typed beside a button that was refused. */
export interface TypedMoment {
  readonly on: string;
  readonly time: string;
}

/** One mailing: what is still to be done, every letter, how it may go, and what became of it. */
export function mailingPage(
  deps: Deps,
  actor: Actor,
  registry: Registry,
  mailing: Mailing,
  typed: TypedMoment = { on: '', time: '' },
) {
  const recipients = readRecipients(deps.db, mailing.id, recipientVisibleTo(actor, registry.openRecords));
  const isDraft = mailing.state === 'draft';
  const mayChange = mayWrite(actor, mailing.callId);
  const actions = mayChange ? actionsFrom(mailingLife, mailing.state) : [];
  const isApproved = mailing.state === 'held' || mailing.state === 'scheduled';
  const fresh =
    isDraft || isApproved ? freshLetters({ ...deps, reader: deps.db }, actor, registry, mailing) : undefined;
  const changes = recipients.length > 0 && (isDraft || isApproved) ? changesSince(recipients, fresh) : undefined;
  const outgoing = going(recipients);
  const hidden = countHidden(deps.db, actor, registry.openRecords, mailing.id);
  const progress = progressOf(recipients);
  return {
    mailing,
    subject: texts.subjectText(mailing.subject),
    tag:
      mailing.state === 'sent' && progress.waiting > 0
        ? texts.leaving
        : { text: texts.stateNames[mailing.state], tone: texts.stateTones[mailing.state] },
    isDraft,
    isApproved,
    mayChange,
    steps: stepsOf(mailing, recipients.length > 0),
    people: isDraft ? peopleWords(deps, actor, registry, mailing) : [],
    hasText: mailing.subject !== '' && mailing.body !== '',
    letters: recipients.map(letterRow(deps, mailing, fieldsOfMailing(setsOf(registry.sets, mailing.sets)))),
    letterCount: texts.lettersText(outgoing.length),
    byHand: texts.byHandText(outgoing.map(({ channel }) => channel)),
    dropped: recipients.filter(({ droppedAt }) => droppedAt !== null).length,
    hidden,
    changed: changes === undefined ? [] : texts.changesWords(changes),
    seen: {
      letters: fingerprintOfLetters(recipients),
      changes: changes === undefined ? '' : fingerprintOfChanges(changes),
    },
    can: Object.fromEntries(
      ['send', 'hold', 'schedule', 'reopen', 'cancel'].map((one) => [one, actions.some((action) => action === one)]),
    ),
    progress: {
      ...progress,
      isOver: progress.waiting === 0,
      outcome: texts.outcomeText(progress),
      refused: refusedRows(recipients),
    },
    typed,
    paths: {
      show: mailingPaths.showOf(mailing.id),
      people: mailingPaths.peopleOf(mailing.id),
      text: mailingPaths.textOf(mailing.id),
      letters: mailingPaths.lettersOf(mailing.id),
      decision: mailingPaths.decisionOf(mailing.id),
      end: mailingPaths.endOf(mailing.id),
      list: mailingPaths.list,
    },
  };
}

function stepsOf(mailing: Mailing, isPrepared: boolean) {
  const isChosen = mailing.sets.length > 0 || mailing.byHand !== '';
  const isOver = mailing.state === 'sent' || mailing.state === 'cancelled';
  const doneSteps = [isChosen, mailing.body !== '', isPrepared && mailing.state !== 'draft', isOver];
  const now = doneSteps.indexOf(false);
  return texts.steps.map((name, index) => ({
    name,
    state: doneSteps[index] ? 'done' : index === now ? 'now' : 'later',
  }));
}

/** „Złożyli wniosek: 14 osób”, and how many letters that makes. */
function peopleWords(deps: Deps, actor: Actor, registry: Registry, mailing: Mailing): string[] {
  const asked = { reader: deps.db, actor, callId: mailing.callId, now: deps.clock.now(), publicUrl: deps.publicUrl };
  const sets = setsOf(registry.sets, mailing.sets);
  const all = gatherRecipients(registry.sets, mailing, asked);
  const inSet = (name: string) => all.filter((one) => one.sets.includes(name)).length;
  const names = [...sets.map(({ name }) => name), ...(mailing.byHand === '' ? [] : [byHandName])];
  return names.map((name) => `${name}: ${texts.peopleText(inSet(name))}`);
}

/** One letter with what its reader should notice about it. */
function letterRow(deps: Deps, mailing: Mailing, fields: readonly TemplateField[]) {
  return (one: StoredRecipient, index: number) => {
    const isOver = mailing.state === 'sent' || mailing.state === 'cancelled';
    const isGoing = one.droppedAt === null && !isOver;
    const state = stateOf(one);
    const empty = one.editedAt === null && isGoing ? emptyFields(mailing, one.fields) : [];
    const refusedAt = one.address !== null && isGoing ? addressRefusedAt(deps.db, one.address) : undefined;
    const meanings = empty.map((name) => fields.find((field) => field.name === name)?.meaning ?? name);
    return {
      id: one.id,
      name: one.name,
      address: one.address ?? texts.noAddress,
      sets: one.sets.join(', '),
      subject: one.subject,
      body: one.body,
      isDropped: one.droppedAt !== null,
      isOpen: mailing.state === 'draft' && index < lettersOpen,
      tags: [
        ...(one.editedAt === null ? [] : [texts.letterTags.edited]),
        ...(one.channel === 'email' || !isGoing ? [] : [texts.channelTags[one.channel]]),
        ...(refusedAt === undefined ? [] : [texts.letterTags.refused]),
        ...(empty.length === 0 ? [] : [texts.letterTags.empty]),
        ...(state === undefined ? [] : [texts.letterStates[state]]),
      ],
      remarks: [
        ...(one.droppedReason === null ? [] : [texts.droppedText(one.droppedReason)]),
        ...(one.channel === 'email' || !isGoing ? [] : [texts.channelRemarks[one.channel]]),
        ...(refusedAt === undefined ? [] : [texts.refusedText(refusedAt)]),
        ...(empty.length === 0 ? [] : [texts.emptyFieldsText(meanings)]),
      ],
      sent: one.sentAt === null ? '' : shortMoment(one.sentAt),
      href: mailingPaths.letterOf(mailing.id, one.id),
    };
  };
}

/** How many letters lie open before anybody asks; the others are one press away. */
const lettersOpen = 3;

function stateOf(one: StoredRecipient): keyof typeof texts.letterStates | undefined {
  if (one.droppedAt !== null) return 'dropped';
  return one.standing ?? undefined;
}

/** In letters: waiting for their turn, taken by a server or handed over, waiting for somebody's hands, refused for good, called back. */
function progressOf(recipients: readonly StoredRecipient[]): texts.Progress {
  const count = (...states: ReturnType<typeof stateOf>[]) =>
    recipients.filter((one) => states.includes(stateOf(one))).length;
  const [waiting, sent, toHandOver] = [count('waiting'), count('sent', 'delivered'), count('to_hand_over')];
  const [failed, stopped] = [count('failed'), count('stopped')];
  return { waiting, sent, toHandOver, failed, stopped, all: waiting + sent + toHandOver + failed + stopped };
}

function refusedRows(recipients: readonly StoredRecipient[]) {
  return recipients
    .filter((one) => stateOf(one) === 'failed')
    .map((one) => ({ name: one.name, address: one.address ?? '', outcome: one.outcome, letterId: one.letterId }));
}
