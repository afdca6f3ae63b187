import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import { hasAnyRole } from '../../../lib/actor.ts';
import { warsawDay } from '../../../lib/days.ts';
import { enclosedFiles, listLetters, readLetter } from '../../../mail/outbox.ts';
import { type Answer, absent, download, redirect, view } from '../../../web/answer.ts';
import { rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { letterReaders, letterSenders } from '../../correspondence/access.ts';
import { postedForm } from '../../correspondence/dispatch-forms.ts';
import { dispatchRefusals, flashes } from '../../correspondence/dispatch-texts.ts';
import { recordPosted } from '../../correspondence/dispatches.ts';
import { openLetters } from '../access.ts';
import { handedOver } from '../letter-handing.ts';
import { letterRows } from '../letter-rows.ts';
import { formTitles } from '../letter-texts.ts';
import { deskPaths } from '../paths.ts';
import type { PostOffice } from '../post-office.ts';

/** What waits for somebody's hands: letters to print, to tell by telephone, to e-deliver. */
export function handingRoutes(web: Web, deps: Deps, { kinds, fileAccess, workshop }: PostOffice): void {
  const { db } = deps;

  const waitingFor = (visit: Visit) =>
    listLetters(db, sql`l.channel <> 'email' and l.state = 'waiting' and ${openLetters(visit.actor)}`).toReversed();

  const page = (visit: Visit, typed?: { doneOn: string; doneBy: string }): Answer => {
    const maySend = hasAnyRole(visit.actor, letterSenders);
    const waiting = waitingFor(visit);
    const letters = letterRows(db, kinds, waiting).flatMap((row) => {
      const letter = readLetter(db, sql`true`, row.id);
      if (letter === undefined) return [];
      const files = enclosedFiles(db, row.id).filter(
        (file) => fileAccess[file.subjectKind]?.(db, visit.actor, file.subjectId, file.fileId) === true,
      );
      return [
        {
          ...row,
          ...handedOver(deps, letter, { maySend }),
          contact: maySend && letter.toPersonId !== null ? deskPaths.contactOf(letter.toPersonId) : '',
          files: files.map(({ fileId, name }) => ({ name, href: `/pliki/${fileId}` })),
        },
      ];
    });
    const by = (channel: (typeof letters)[number]['channel']) => letters.filter((letter) => letter.channel === channel);
    const person = visit.actor.kind === 'person' ? visit.actor.name : '';
    return view('desk/to-hand-over', formTitles.toHandOver, {
      printed: by('print'),
      printAll: deskPaths.printAll,
      printedCount: by('print').length,
      hasFiles: by('print').some(({ files }) => files.length > 0),
      told: by('phone'),
      eDelivered: by('e_delivery'),
      isEmpty: letters.length === 0,
      maySend,
      typed: typed ?? { doneOn: warsawDay(visit.now), doneBy: person },
      action: deskPaths.toHandOver,
      outbox: deskPaths.outbox,
    });
  };

  web.page(deskPaths.toHandOver, letterReaders, (visit) => page(visit));

  web.page(deskPaths.printAll, letterReaders, async (visit) => {
    const letterIds = waitingFor(visit).flatMap(({ id, channel }) => (channel === 'print' ? [id] : []));
    if (letterIds.length === 0) return absent;
    const bytes = (await workshop.run({ task: 'letters', letterIds, askedAt: visit.now })) as Uint8Array;
    return download(`listy-${warsawDay(visit.now)}.pdf`, 'application/pdf', Buffer.from(bytes));
  });

  web.submit(deskPaths.toHandOver, letterSenders, {
    form: postedForm,
    refusals: dispatchRefusals,
    again: (visit, _errors, raw) => page(visit, { doneOn: rawText(raw, 'doneOn'), doneBy: rawText(raw, 'doneBy') }),
    run(visit, { letters, facts }) {
      if (letters.some((id) => readLetter(db, openLetters(visit.actor), id) === undefined)) return absent;
      const posted = recordPosted(deps, visit.actor, letters, facts);
      if (!posted.ok) return posted;
      return redirect(deskPaths.toHandOver, flashes.posted(posted.value));
    },
  });
}
