import type { Deps } from '../../../deps.ts';
import type { FileAccess } from '../../../files/records.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { composeLetter } from '../../../mail/compose.ts';
import type { LetterKinds } from '../../../mail/kinds.ts';
import {
  type EnclosedFile,
  enclosedFiles,
  kindsInOutbox,
  type LetterState,
  type OutboxFilter,
  type OutboxLetter,
  readLetter,
  readOutbox,
} from '../../../mail/outbox.ts';
import { emlOf, type Sender } from '../../../mail/postman.ts';
import { addressRefusedAt, latestTries, postTrouble, refusedAddresses } from '../../../mail/tries.ts';
import { type Answer, absent, download, redirect, view } from '../../../web/answer.ts';
import { pageLinks } from '../../../web/page-links.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { noFields } from '../../accounts/forms.ts';
import { openLetters, outboxReaders, outboxSenders } from '../access.ts';
import * as texts from '../letter-texts.ts';
import { deskPaths } from '../paths.ts';
import { sendLetterAgain } from '../resend.ts';

/** What the whole house knows and this room only shows. */
export interface PostOffice {
  readonly kinds: LetterKinds;
  readonly fileAccess: FileAccess;
  readonly sender: () => Sender;
}

const triesShown = 20;

/** The outbox: what was written, what became of it, and one letter whole. */
export function outboxRoutes(web: Web, deps: Deps, { kinds, fileAccess, sender }: PostOffice): void {
  const { db } = deps;
  const kindName = (kind: string) => kinds[kind]?.name ?? kind;

  web.page(deskPaths.outbox, outboxReaders, (visit) => {
    const which = openLetters(visit.actor);
    const filter = filterOf(visit.query);
    const page = pageOf(visit.query);
    const { letters, pages, counts } = readOutbox(db, which, filter, page);
    if (page > pages) return absent;
    const refused = refusedAddresses(db, which);
    const known = new Set(refused.map(({ address }) => address));
    return view('desk/outbox', 'Pisma', {
      letters: letters.map((letter) => ({
        ...shown(letter),
        kindName: kindName(letter.kind),
        isKnownRefused: letter.state === 'waiting' && known.has(letter.toAddress),
      })),
      tabs: (['all', 'sent', 'waiting', 'failed'] as const).map((state) => ({
        label: texts.stateTabs[state],
        href: deskPaths.outboxOf({ ...filter, state: state === 'all' ? null : state }, 1),
        current: filter.state === (state === 'all' ? null : state),
        count: state === 'all' ? counts.sent + counts.waiting + counts.failed : counts[state],
      })),
      filter: { ...filter, action: deskPaths.outbox },
      isFiltered: filter.state !== null || filter.kind !== null || filter.whom !== '',
      kinds: kindsInOutbox(db, which).map((kind) => ({ value: kind, label: kindName(kind) })),
      trouble: troubleOf(deps),
      refused,
      links: pageLinks(page, pages, (number) => deskPaths.outboxOf(filter, number)),
      back: deskPaths.outbox,
    });
  });

  const letterOf = (visit: Visit): OutboxLetter => {
    const letter = readLetter(db, openLetters(visit.actor), visit.id());
    if (letter === undefined) throw new Stop(absent);
    return letter;
  };
  /** As it is stored: what opens a door is for its recipient alone. */
  const storedLetter = (id: number) => {
    const composed = composeLetter({ db, openDoor: () => undefined, pathOf: deps.files.pathOf }, id);
    if (composed === undefined) throw new Stop(absent);
    return composed;
  };
  const mayRead = (actor: Actor) => (file: EnclosedFile) =>
    fileAccess[file.subjectKind]?.(db, actor, file.subjectId) === true;

  const letterPage = (visit: Visit): Answer => {
    const letter = letterOf(visit);
    const files = enclosedFiles(db, letter.id);
    const open = files.filter(mayRead(visit.actor));
    return view('desk/letter', letter.subject, {
      ...shown(letter),
      kindName: kindName(letter.kind),
      body: storedLetter(letter.id).body,
      refusedAt: addressRefusedAt(db, letter.toAddress) ?? null,
      todo: letter.state === 'failed' ? todoOf(letter) : '',
      sentText: letter.sentAt === null ? texts.letterStates[letter.state] : longMoment(letter.sentAt),
      tries: latestTries(db, letter.id, triesShown).map(({ outcome, said, at }) => ({
        when: longMoment(at),
        what: texts.outcomeTexts[outcome],
        more: said === null ? '' : texts.serverSaid(said),
      })),
      nextTry: nextTryOf(letter, deps.clock.machine()),
      hasEnclosures: files.length > 0,
      files: open.map(({ fileId, name, size }) => ({ name, size, href: `/pliki/${fileId}` })),
      closedFiles: files.length - open.length,
      resend:
        letter.state === 'failed' && hasAnyRole(visit.actor, outboxSenders) ? deskPaths.letterAgainOf(letter.id) : null,
      eml: deskPaths.letterEmlOf(letter.id),
      back: deskPaths.outbox,
    });
  };

  web.page(deskPaths.letter, outboxReaders, letterPage);

  web.page(deskPaths.letterEml, outboxReaders, async (visit) => {
    const { id } = letterOf(visit);
    const open = new Set(
      enclosedFiles(db, id)
        .filter(mayRead(visit.actor))
        .map(({ sha256 }) => deps.files.pathOf(sha256)),
    );
    const { letter } = storedLetter(id);
    const attachments = letter.attachments.filter(({ path }) => open.has(path));
    const eml = await emlOf({ ...letter, attachments }, sender(), new URL(deps.publicUrl).hostname);
    return download(`list-${id}.eml`, 'message/rfc822', eml);
  });

  web.submit(deskPaths.letterAgain, outboxSenders, {
    form: noFields,
    refusals: texts.resendRefusals,
    again: letterPage,
    run(visit) {
      const { id } = letterOf(visit);
      const sent = sendLetterAgain(deps, visit.actor, id);
      return sent.ok ? redirect(deskPaths.letterOf(id), texts.sentAgain) : sent;
    },
  });
}

function filterOf(query: Visit['query']): OutboxFilter {
  const { stan = '', rodzaj = '', kto = '' } = query;
  const state = (['waiting', 'sent', 'failed'] as const).find((one) => one === stan) ?? null;
  return { state, kind: rodzaj === '' ? null : rodzaj.slice(0, 60), whom: kto.trim().slice(0, 100) };
}

function pageOf(query: Visit['query']): number {
  const { strona = '' } = query;
  return /^[1-9]\d{0,5}$/.test(strona) ? Number(strona) : 1;
}

function shown<Letter extends { id: number; state: LetterState; outcome: OutboxLetter['outcome'] }>(letter: Letter) {
  const { state, outcome } = letter;
  return {
    ...letter,
    href: deskPaths.letterOf(letter.id),
    tag: { text: texts.letterStates[state], tone: texts.letterTones[state] },
    why: state === 'sent' || outcome === null ? '' : texts.outcomeTexts[outcome],
  };
}

function troubleOf({ db }: Deps) {
  const last = postTrouble(db);
  if (last === undefined) return null;
  const { outcome, at } = last;
  const text = `${texts.outcomeTexts[outcome]} ${texts.troubleTexts[outcome]} ${texts.troubleEnd}`;
  return { title: texts.troubleTitle, text, at };
}

function todoOf({ outcome }: OutboxLetter): string {
  return outcome === 'address' || outcome === 'link_over' ? texts.failedTexts[outcome] : texts.failedTexts.other;
}

function nextTryOf({ state, notBefore }: OutboxLetter, machineNow: Instant): string {
  if (state !== 'waiting') return '';
  return notBefore !== null && notBefore > machineNow ? texts.nextTryAt(longMoment(notBefore)) : texts.inTurn;
}
