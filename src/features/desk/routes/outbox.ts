import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import { channels } from '../../../mail/channels.ts';
import { kindsInOutbox, readOutbox } from '../../../mail/outbox.ts';
import { postTrouble, refusedAddresses } from '../../../mail/tries.ts';
import { absent, view } from '../../../web/answer.ts';
import { pageAsked, pageLinks } from '../../../web/page-links.ts';
import type { Web } from '../../../web/routes.ts';
import { letterReaders } from '../../correspondence/access.ts';
import { channelNames } from '../../correspondence/dispatch-texts.ts';
import { mailingReaders } from '../../correspondence/mailings/access.ts';
import { correspondencePaths, mailingPaths, reminderPaths } from '../../correspondence/paths.ts';
import { openLetters } from '../access.ts';
import { kindNameOf, letterRows } from '../letter-rows.ts';
import * as texts from '../letter-texts.ts';
import { aboutRecord, filterOf, noFilter, standings } from '../log-filter.ts';
import { deskPaths } from '../paths.ts';
import type { PostOffice } from '../post-office.ts';
import { callRoutes } from './calls.ts';
import { dispatchRoutes } from './dispatches.ts';
import { handingRoutes } from './handing.ts';
import { letterRoutes } from './letter.ts';
import { recipientRoutes } from './recipients.ts';

/** The one log of what went to people, by whatever way: what was written, what became of it, and each letter whole. */
export function outboxRoutes(web: Web, deps: Deps, office: PostOffice): void {
  const { db } = deps;
  const { kinds } = office;

  web.page(deskPaths.outbox, letterReaders, (visit) => {
    const which = openLetters(visit.actor);
    const filter = filterOf(visit.query);
    const page = pageAsked(visit.query);
    const { letters, pages, counts } = readOutbox(db, sql`${which} and ${aboutRecord(filter.record)}`, filter, page);
    if (page > pages) return absent;
    const refused = refusedAddresses(db, which);
    const known = new Set(refused.map(({ address }) => address));
    return view('desk/outbox', 'Pisma', {
      letters: letterRows(db, kinds, letters).map((letter) => ({
        ...letter,
        isKnownRefused: letter.standing === 'waiting' && known.has(letter.toAddress),
      })),
      tabs: [null, ...standings].map((state) => ({
        label: texts.stateTabs[state ?? 'all'],
        href: deskPaths.outboxOf({ ...filter, state }, 1),
        current: filter.state === state,
        count: state === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[state],
      })),
      filter: { ...filter, action: deskPaths.outbox },
      isFiltered: Object.entries(filter).some(([name, value]) => value !== noFilter[name as keyof typeof noFilter]),
      kinds: kindsInOutbox(db, which).map((kind) => ({ value: kind, label: kindNameOf(kinds, kind) })),
      channels: channels.map((channel) => ({ value: channel, label: channelNames[channel] })),
      toHandOver: deskPaths.toHandOver,
      trouble: troubleOf(deps),
      refused,
      links: pageLinks(page, pages, (number) => deskPaths.outboxOf(filter, number)),
      back: deskPaths.outbox,
      more: moreFor(visit.actor),
    });
  });

  handingRoutes(web, deps, office);
  recipientRoutes(web, deps, office);
  letterRoutes(web, deps, office);
  dispatchRoutes(web, deps);
  callRoutes(web, deps);
}

function troubleOf({ db }: Deps) {
  const last = postTrouble(db);
  if (last === undefined) return null;
  const { outcome, at } = last;
  const text = `${texts.outcomeTexts[outcome]} ${texts.troubleTexts[outcome]} ${texts.troubleEnd}`;
  return { title: texts.troubleTitle, text, at };
}

/** Pages about letters that this reader may open. */
function moreFor(actor: Actor): { label: string; href: string }[] {
  return [
    { label: texts.moreTexts.toHandOver, href: deskPaths.toHandOver },
    ...(hasAnyRole(actor, mailingReaders) ? [{ label: texts.moreTexts.mailings, href: mailingPaths.list }] : []),
    { label: texts.moreTexts.reminders, href: reminderPaths.list },
    { label: texts.moreTexts.texts, href: correspondencePaths.texts },
    { label: texts.moreTexts.papers, href: correspondencePaths.papers },
  ];
}
