import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { Visit } from '../../../web/visit.ts';
import { readSubmitted, type Submitted } from '../content.ts';
import { freeze } from '../freeze.ts';
import { shownContent, shownDraft } from '../pages/content.ts';
import { editingOf } from '../pages/open.ts';
import { readOnly } from '../pages/read-only.ts';
import { openCopy, type Writing } from '../pages/writing.ts';
import { applicationPaths } from '../paths.ts';
import { type ApplicationHead, findApplication } from '../queries.ts';
import { aboutOf } from '../texts/pages.ts';
import { changesBetween, saysTheSame } from './changes.ts';
import { type Amended, listAmendments } from './copies.ts';
import { amendmentTitles, keptNote, keptText, versionText } from './texts.ts';
import { readVersions } from './versions.ts';

/** Every version that was submitted and what each says otherwise than the one before; to its group also the changes that never became one. */
export function versionsPage(deps: Deps, visit: Visit): Answer {
  const found = sentFor(deps, visit);
  if (found === undefined) return absent;
  const { head, sent } = found;
  const versions = readVersions(deps.db, visit.actor, head.id);
  if (versions.length === 0) return absent;
  return view('applications/versions', amendmentTitles.versions, {
    ...crumbsOf(sent),
    versions: versions.map(({ number, submittedAt, content }, index) => {
      const before = versions[index + 1]?.content;
      return {
        title: versionText(number, submittedAt),
        href: content === null ? '' : applicationPaths.versionOf(head.id, number),
        isInForce: index === 0,
        isFirst: number === 1,
        changes: content === null || before === null || before === undefined ? [] : changesBetween(before, content),
      };
    }),
    kept: head.isOwn ? keptOf(deps, head.id) : [],
  });
}

function keptOf(deps: Deps, applicationId: number) {
  return listAmendments(deps.db, applicationId)
    .filter(({ closedAt, sentAs }) => closedAt !== null && sentAs === null)
    .map(({ copyId, openedAt, openedBy }) => ({
      text: keptText(openedAt, openedBy),
      href: applicationPaths.showOf(copyId),
    }));
}

/** One version, word for word. */
export function versionPage(deps: Deps, visit: Visit): Answer {
  const found = sentFor(deps, visit);
  if (found === undefined) return absent;
  const { head, sent } = found;
  const version = readVersions(deps.db, visit.actor, head.id).find(({ number }) => number === visit.id('version'));
  if (version === undefined || version.content === null) return absent;
  return view('applications/version', amendmentTitles.version(version.number), {
    ...crumbsOf(sent),
    h1: amendmentTitles.version(version.number),
    about: quoted(version.content.title),
    submittedAt: version.submittedAt,
    isInForce: version.number === sent.version,
    versionsPage: applicationPaths.versionsOf(head.id),
    fingerprint: version.fingerprint,
    content: readOnly(shownContent(version.content), version.number === sent.version || head.isOwn),
  });
}

function sentFor(deps: Deps, visit: Visit): { head: ApplicationHead; sent: Submitted } | undefined {
  const head = findApplication(deps.db, visit.actor, visit.id());
  const sent = head === undefined ? undefined : readSubmitted(deps.db, head.id);
  return head === undefined || sent === undefined ? undefined : { head, sent };
}

function crumbsOf(sent: Submitted) {
  return {
    list: applicationPaths.list,
    code: sent.code,
    title: quoted(sent.title),
    home: applicationPaths.showOf(sent.id),
  };
}

/** A change that was set aside or came too late: its words stay with its group, and nothing can be written in it. */
export function keptPage(deps: Deps, visit: Visit, { applicationId }: Amended): Answer {
  const writing = openCopy(deps.db, visit.actor, visit.id());
  const sent = readSubmitted(deps.db, applicationId);
  if (writing === undefined || sent === undefined) return absent;
  return view('applications/kept', amendmentTitles.kept, {
    ...crumbsOf(sent),
    about: aboutOf(writing.draft.title),
    why: keptNote,
    versionsPage: applicationPaths.versionsOf(applicationId),
    content: readOnly(shownDraft(writing)),
  });
}

/** Asks before a change is set aside. */
export function asidePage(deps: Deps, visit: Visit): Answer {
  const { draft } = editingOf(deps, visit);
  if (draft.amends === null) return redirect(applicationPaths.showOf(draft.id));
  const sent = readSubmitted(deps.db, draft.amends.applicationId);
  if (sent === undefined) return absent;
  return view('applications/aside', amendmentTitles.aside, {
    ...crumbsOf(sent),
    action: applicationPaths.amendmentAsideOf(draft.id),
    back: applicationPaths.showOf(draft.id),
  });
}

/** What would be different once a complete copy is sent; undefined for a draft of its own, and while something is missing. */
export function pendingChanges(deps: Deps, { draft, rules }: Writing, isComplete: boolean) {
  if (draft.amends === null || !isComplete) return undefined;
  const sent = readSubmitted(deps.db, draft.amends.applicationId);
  if (sent === undefined) return undefined;
  const later = freeze(draft, rules);
  return { items: changesBetween(sent.content, later), isNothing: saysTheSame(sent.content, later) };
}
