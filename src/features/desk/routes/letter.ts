import type { Deps } from '../../../deps.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { composeLetter } from '../../../mail/compose.ts';
import { type EnclosedFile, enclosedFiles, type OutboxLetter, readLetter } from '../../../mail/outbox.ts';
import { emlOf } from '../../../mail/postman.ts';
import { addressRefusedAt, latestTries } from '../../../mail/tries.ts';
import { type Answer, absent, download, redirect, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { noFields } from '../../accounts/forms.ts';
import { letterReaders, letterSenders } from '../../correspondence/access.ts';
import { dispatchRefusals, flashes } from '../../correspondence/dispatch-texts.ts';
import { printLetter } from '../../correspondence/dispatches.ts';
import { mayReach, openLetters } from '../access.ts';
import { handedOver } from '../letter-handing.ts';
import { letterRows } from '../letter-rows.ts';
import * as texts from '../letter-texts.ts';
import { deskPaths } from '../paths.ts';
import type { PostOffice } from '../post-office.ts';
import { sendLetterAgain } from '../resend.ts';

const triesShown = 20;

/** One letter whole: its words, what goes with it, how it reached its recipient, and what can still be done. */
export function letterRoutes(web: Web, deps: Deps, { kinds, fileAccess, sender }: PostOffice): void {
  const { db } = deps;
  /** As it is stored: what opens a door is for its recipient alone. */
  const storedLetter = (id: number) => {
    const composed = composeLetter({ ...deps, openDoor: () => undefined, pathOf: deps.files.pathOf }, id);
    if (composed === undefined) throw new Stop(absent);
    return composed;
  };
  const mayRead = (actor: Actor) => (file: EnclosedFile) =>
    fileAccess[file.subjectKind]?.(db, actor, file.subjectId, file.fileId) === true;

  const letterPage = (visit: Visit): Answer => {
    const letter = letterOn(deps, visit);
    const files = enclosedFiles(db, letter.id);
    const open = files.filter(mayRead(visit.actor));
    const maySend = hasAnyRole(visit.actor, letterSenders);
    const { body, letter: composed } = storedLetter(letter.id);
    const handing = handedOver(deps, letter, { maySend });
    const isFailed = letter.standing === 'failed';
    return view('desk/letter', letter.subject, {
      ...letterRows(db, kinds, [letter])[0],
      recipient:
        letter.toPersonId !== null && mayReach(db, visit.actor, letter.toPersonId)
          ? deskPaths.recipientOf(letter.toPersonId)
          : '',
      body,
      hasCalendar: composed.attachments.some((one) => 'content' in one),
      refusedAt: letter.channel === 'email' ? (addressRefusedAt(db, letter.toAddress) ?? null) : null,
      remedy: isFailed ? remedyOf(letter) : '',
      sentText: sentWords(letter, handing.dispatches),
      isEmail: letter.channel === 'email',
      tries: latestTries(db, letter.id, triesShown).map(({ outcome, said, at }) => ({
        when: longMoment(at),
        what: texts.outcomeTexts[outcome],
        more: said === null ? '' : texts.serverSaid(said),
      })),
      nextTry: nextTryOf(letter, deps.clock.machine()),
      hasEnclosures: files.length > 0 || composed.attachments.length > 0,
      files: open.map(({ fileId, name, size }) => ({ name, size, href: `/pliki/${fileId}` })),
      closedFiles: files.length - open.length,
      resend: letter.state === 'failed' && maySend ? deskPaths.letterAgainOf(letter.id) : null,
      eml: letter.channel === 'email' ? deskPaths.letterEmlOf(letter.id) : '',
      handing,
      onPaper: isFailed && maySend && letter.linkId === null ? deskPaths.letterPaperOf(letter.id) : '',
      back: deskPaths.outbox,
    });
  };

  web.page(deskPaths.letter, letterReaders, letterPage);

  web.page(deskPaths.letterEml, letterReaders, async (visit) => {
    const { id, channel } = letterOn(deps, visit);
    if (channel !== 'email') return absent;
    const open = new Set(
      enclosedFiles(db, id)
        .filter(mayRead(visit.actor))
        .map(({ sha256 }) => deps.files.pathOf(sha256)),
    );
    const { letter } = storedLetter(id);
    const attachments = letter.attachments.filter((one) => !('path' in one) || open.has(one.path));
    const eml = await emlOf({ ...letter, attachments }, sender(), new URL(deps.publicUrl).hostname);
    return download(`list-${id}.eml`, 'message/rfc822', eml);
  });

  web.submit(deskPaths.letterAgain, letterSenders, {
    form: noFields,
    refusals: texts.resendRefusals,
    again: letterPage,
    run(visit) {
      const { id } = letterOn(deps, visit);
      const sent = sendLetterAgain(deps, visit.actor, id);
      return sent.ok ? redirect(deskPaths.letterOf(id), texts.sentAgain) : sent;
    },
  });

  web.submit(deskPaths.letterPaper, letterSenders, {
    form: noFields,
    refusals: dispatchRefusals,
    again: letterPage,
    run(visit) {
      const { id } = letterOn(deps, visit);
      const printed = printLetter(deps, visit.actor, id);
      if (!printed.ok) return printed;
      return redirect(deskPaths.letterOf(id), printed.value === 'drawn' ? flashes.drawn : flashes.onPaper);
    },
  });
}

/** The letter of an address, if it is open to the visitor; ends the visit as absent otherwise. */
export function letterOn(deps: Deps, visit: Visit): OutboxLetter {
  const letter = readLetter(deps.db, openLetters(visit.actor), visit.id());
  if (letter === undefined) throw new Stop(absent);
  return letter;
}

/** Outside e-mail, when it was posted, handed over or told; the row was perhaps written down later. */
function sentWords(
  { channel, sentAt }: OutboxLetter,
  dispatches: readonly { readonly holds: boolean; readonly when: string }[],
): string {
  if (channel !== 'email') return dispatches.find(({ holds }) => holds)?.when ?? '';
  return sentAt === null ? '' : longMoment(sentAt);
}

function remedyOf({ outcome, linkId }: OutboxLetter): string {
  if (outcome === 'link_over') return texts.failedTexts.link_over;
  if (linkId !== null) return texts.failedTexts.door;
  return outcome === 'address' ? texts.failedTexts.address : texts.failedTexts.other;
}

function nextTryOf({ state, channel, notBefore }: OutboxLetter, machineNow: Instant): string {
  if (state !== 'waiting' || channel !== 'email') return '';
  return notBefore !== null && notBefore > machineNow ? texts.nextTryAt(longMoment(notBefore)) : texts.inTurn;
}
