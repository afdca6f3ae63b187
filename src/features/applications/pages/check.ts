import type { Deps } from '../../../deps.ts';
import type { Instant } from '../../../lib/days.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { type Answer, view } from '../../../web/answer.ts';
import type { Visit } from '../../../web/visit.ts';
import { allows } from '../access.ts';
import { pendingChanges } from '../amendments/pages.ts';
import { readArrival } from '../assistance/queries.ts';
import { wordOf } from '../assistance/show-page.ts';
import { checkCorrection } from '../corrections/policy.ts';
import { sendingTexts } from '../corrections/texts.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { type Missing, whatIsMissing } from '../policy.ts';
import { addressOf } from '../queries.ts';
import { doubtSentences } from '../registers/texts.ts';
import { questionLabels } from '../sections.ts';
import { fieldName, missingText } from '../texts/missing.ts';
import { applicationRefusals, completeText } from '../texts.ts';
import { changeableUntil, checkWindow } from '../window.ts';
import { shownDraft } from './content.ts';
import { sectionNamed, writingOf } from './open.ts';
import { readOnly } from './read-only.ts';
import { hrefOf } from './section.ts';
import { frameOf, titleOf, type Writing } from './writing.ts';

/** The last section: what is still missing, everything that will be sent, and the button. */
export function checkPage(deps: Deps, visit: Visit): Answer {
  const writing = writingOf(deps, visit);
  const { draft, call } = writing;
  const frame = frameOf(writing, sectionNamed(writing, fixedSections.check), visit.now);
  const missing = whatIsMissing(draft, writing.rules);
  const correction = draft.amends?.correction ?? null;
  const open =
    correction === null
      ? checkWindow(call, comingAt(deps, writing, visit.now), writing.lateUntil ?? undefined)
      : checkCorrection(correction, visit.now);
  const address = addressOf(deps.db, visit.personId);
  const pending = pendingChanges(deps, writing, missing.length === 0);
  return view('applications/check', frame.pageTitle, {
    frame,
    closed: open.ok ? '' : noOrphans(applicationRefusals[open.code]?.(open.facts ?? {}) ?? ''),
    missing: missingBySection(writing, missing),
    missingCount: missing.length,
    complete: noOrphans(
      correction === null
        ? completeText(changeableUntil(call, visit.now, writing.lateUntil ?? undefined))
        : sendingTexts.correction.complete,
    ),
    doubts: doubtSentences(draft.applicant),
    title: draft.title,
    content: allows(writing.right, 'edit') ? shownDraft(writing) : readOnly(shownDraft(writing)),
    address: { ...address, email: address.confirmed ? address.email : draft.applicant.email || address.email },
    confirmation: applicationPaths.confirmationOf(draft.id),
    submission: applicationPaths.submissionOf(draft.id),
    sending: sendingTexts[draft.amends === null ? 'application' : correction === null ? 'change' : 'correction'],
    changes: pending?.items,
    nothingChanged: pending?.isNothing === true,
    ...sendingOf(deps, writing, {
      isOpen: open.ok,
      isComplete: missing.length === 0 && pending?.isNothing !== true,
      isConfirmed: address.confirmed,
    }),
    revision: draft.revision,
  });
}

/** When what is sent now came: paper when it came, everything else now. */
function comingAt(deps: Deps, { draft, inNameOf }: Writing, now: Instant): Instant {
  const arrival = inNameOf === null ? undefined : readArrival(deps.db, draft.id);
  return arrival?.arrivedAt ?? now;
}

/** Whether it can be sent, and if not, what its sender has to do: in one's own name with one's own address, in another's with the other's word. */
function sendingOf(
  deps: Deps,
  writing: Writing,
  { isOpen, isComplete, isConfirmed }: { isOpen: boolean; isComplete: boolean; isConfirmed: boolean },
) {
  const inName = writing.inNameOf !== null;
  const word = inName ? wordOf(deps, writing) : null;
  const maySubmit = allows(writing.right, 'submit');
  return {
    maySubmit,
    leader: maySubmit ? '' : writing.draft.applicant.leaderName,
    maySend: maySubmit && isOpen && isComplete && (word === null ? isConfirmed : word.isGiven),
    mayConfirm: maySubmit && isOpen && !inName && !isConfirmed,
    word:
      word === null ? null : { ...word, name: writing.inNameOf, href: applicationPaths.assistanceOf(writing.draft.id) },
  };
}

/** Under each section the fields that keep it from being complete, with links to them. */
export function missingBySection({ draft, rules, sections }: Writing, missing: readonly Missing[]) {
  const labels = questionLabels(rules.form);
  return sections
    .map((section) => ({
      title: titleOf(section),
      items: missing
        .filter((one) => one.section === section.code)
        .map((one) => ({
          href:
            one.field === 'guardianConsent'
              ? applicationPaths.guardianOf(draft.id)
              : `${applicationPaths.sectionOf(draft.id, one.section)}?braki=1${hrefOf(one.field)}`,
          name: fieldName(one.field, labels),
          text: noOrphans(missingText(one)),
        })),
    }))
    .filter((section) => section.items.length > 0);
}
