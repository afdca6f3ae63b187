import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { settingsRights } from '../../calls/access.ts';
import { callPaths } from '../../calls/paths.ts';
import { readCall } from '../../calls/queries.ts';
import { untilText } from '../../calls/texts.ts';
import { applicationPaths } from '../paths.ts';
import { listOwn } from '../queries.ts';
import { isLateLinkOf, readLateLink, readLateLinks } from './links.ts';
import { latePaths } from './paths.ts';
import { lateTitles } from './texts.ts';

/** Staff's list of who may submit after the deadline and why, with the form for one more. */
export function lateLinksPage(deps: Deps, visit: Visit, raw: RawBody = {}): Answer {
  const call = readCall(deps.db, visit.id());
  if (call === undefined) return absent;
  const rights = settingsRights(visit.actor, call.id);
  if (!rights.mayRead) return absent;
  const fields = ['name', 'email', 'untilDay', 'untilHour', 'reason'] as const;
  return view('applications/late-links', lateTitles.list, {
    call: { ...call, title: quoted(call.title) },
    links: readLateLinks(deps.db, call.id).map((link) => ({
      ...link,
      email: link.email ?? '',
      until: untilText(link.untilAt),
      givenOn: longMoment(link.givenAt),
      withdrawnOn: link.withdrawnAt === null ? '' : longMoment(link.withdrawnAt),
      applications: link.applicationIds.map((id) => applicationPaths.showOf(id)),
      withdrawal: rights.mayChange && link.withdrawnAt === null ? latePaths.withdrawalOf(call.id, link.id) : '',
    })),
    typed: Object.fromEntries(fields.map((field) => [field, rawText(raw, field)])),
    mayGive: rights.mayChange && call.state === 'announced',
    action: latePaths.listOf(call.id),
    show: callPaths.showOf(call.id),
    settings: callPaths.settingsOf(call.id),
  });
}

/** Where the letter leads: until when and what next. Somebody else's is absent, and so is one that was withdrawn. */
export function ownLatePage(deps: Deps, visit: Visit): Answer {
  const link = readLateLink(deps.db, visit.id('link'));
  const call = link === undefined ? undefined : readCall(deps.db, link.callId);
  if (link === undefined || call === undefined || link.withdrawnAt !== null) return absent;
  if (!isLateLinkOf(deps.db, visit.personId, link.id)) return absent;
  const drafts = listOwn(deps.db, visit.personId).filter((row) => row.callId === call.id && row.state === 'draft');
  return view('applications/late-own', lateTitles.own, {
    call: { title: quoted(call.title), href: callPaths.showOf(call.id) },
    until: untilText(link.untilAt),
    isOver: link.untilAt <= visit.now,
    reason: link.reason,
    drafts: drafts.map(({ id, title }) => ({ title, href: applicationPaths.showOf(id) })),
    start: applicationPaths.startFor(call.id),
  });
}
