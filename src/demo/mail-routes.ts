import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { openDoor } from '../features/accounts/links.ts';
import { readOrganisation } from '../features/organisation/queries.ts';
import type { Instant } from '../lib/days.ts';
import { longMoment } from '../lib/polish-dates.ts';
import { composeLetter } from '../mail/compose.ts';
import { emlOf, type OutgoingLetter } from '../mail/postman.ts';
import { absent, download, view } from '../web/answer.ts';
import { pageLinks } from '../web/page-links.ts';
import type { Web } from '../web/routes.ts';
import { Stop, type Visit } from '../web/visit.ts';
import { mailboxes, paragraphsOf, postedLetters } from './mailbox.ts';
import { demoPaths } from './paths.ts';
import { storyOrigin } from './stages.ts';
import { lettersWaiting, titles } from './texts.ts';

/** Everybody's mail, as its recipients would see it: nothing leaves a demonstration. */
export function mailRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  web.page(demoPaths.mail, 'public', (visit) => {
    const address = visit.query['do'] ?? '';
    const page = /^[1-9]\d{0,4}$/.test(visit.query['strona'] ?? '') ? Number(visit.query['strona']) : 1;
    const { letters, pages } = postedLetters(db, address, page);
    const boxes = mailboxes(db);
    return view('demo/mail', titles.mail, {
      letters: letters.map((letter) => ({ ...letter, href: demoPaths.letterOf(letter.id) })),
      boxes: boxes.map((box) => ({ value: box.address, label: `${box.name}, ${box.address}` })),
      asked: address,
      whose: boxes.find((box) => box.address === address)?.name ?? '',
      pages: pageLinks(
        page,
        pages,
        (number) => `${demoPaths.mail}?${new URLSearchParams({ do: address, strona: String(number) })}`,
      ),
      action: demoPaths.mail,
      back: demoPaths.show,
    });
  });

  const letterOf = (visit: Visit): { letter: OutgoingLetter; sentAt: Instant | null } => {
    const row = db.get<{ sentAt: Instant | null }>(sql`select sent_at as sentAt from letters where id = ${visit.id()}`);
    const composed = composeLetter({ ...deps, openDoor: openDoor(deps), pathOf: deps.files.pathOf }, visit.id());
    if (row === undefined || composed === undefined) throw new Stop(absent);
    return { letter: composed.letter, sentAt: row.sentAt };
  };
  const sender = () => {
    const { name, email } = readOrganisation(db);
    return { name, address: email };
  };

  web.page(demoPaths.letter, 'public', (visit) => {
    const { letter, sentAt } = letterOf(visit);
    const from = sender();
    return view('demo/letter', letter.subject, {
      subject: letter.subject,
      from: `${from.name}, ${from.address}`,
      to: `${letter.to.name}, ${letter.to.address}`,
      sent: sentAt === null ? lettersWaiting : longMoment(sentAt),
      paragraphs: paragraphsOf(letter.text, [deps.publicUrl, storyOrigin]),
      attachments: letter.attachments.map(({ filename }, index) => ({
        name: filename,
        href: demoPaths.attachmentOf(visit.id(), index),
      })),
      eml: demoPaths.emlOf(visit.id()),
      home: demoPaths.show,
      back: demoPaths.mailOf(letter.to.address),
    });
  });

  web.page(demoPaths.eml, 'public', async (visit) => {
    const { letter } = letterOf(visit);
    const eml = await emlOf(letter, sender(), new URL(deps.publicUrl).hostname);
    return download(`list-${visit.id()}.eml`, 'message/rfc822', eml);
  });

  web.page(demoPaths.attachment, 'public', (visit) => {
    const attachment = letterOf(visit).letter.attachments[Number(visit.param('number'))];
    if (attachment === undefined) return absent;
    const body = 'path' in attachment ? readFileSync(attachment.path) : attachment.content;
    return download(attachment.filename, attachment.contentType, body);
  });
}
