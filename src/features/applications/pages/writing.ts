import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { readIneligibleCosts } from '../../calls/criteria.ts';
import type { Call } from '../../calls/queries.ts';
import { blindNote } from '../../calls/scoring-texts.ts';
import type { Right } from '../access.ts';
import { type Changing, changingOf } from '../amendments/changing.ts';
import { changingTag } from '../amendments/texts.ts';
import { behalfText } from '../assistance/texts.ts';
import { clockOf } from '../clock/clock.ts';
import { correctionClock } from '../corrections/clock.ts';
import { isSectionOpen } from '../corrections/policy.ts';
import { correctingTag } from '../corrections/texts.ts';
import { type Draft, readDraft, readSavings, type Saving } from '../drafts.ts';
import { lateLinkOf } from '../late/links.ts';
import { applicationPaths } from '../paths.ts';
import { type Missing, whatIsMissing } from '../policy.ts';
import { findApplication } from '../queries.ts';
import { type DraftRules, readDraftRules } from '../rules.ts';
import { asksForTitle, type Section, sectionsOf } from '../sections.ts';
import {
  aboutOf,
  applicationHome,
  contentsSummary,
  deadlineText,
  filesText,
  pageTitles,
  progressText,
} from '../texts/pages.ts';
import { sectionTitles, stateNames, stateTones } from '../texts.ts';

/** A draft open at its author's desk. */
export interface Writing {
  readonly draft: Draft;
  readonly call: Call;
  readonly rules: DraftRules;
  /** Those that are open: of a correction the ones that the library named, and the last. */
  readonly sections: readonly Section[];
  readonly savings: ReadonlyMap<string, Saving>;
  /** Names of what money may not go on. */
  readonly ineligible: readonly string[];
  readonly right: Right;
  /** In whose name staff write; null in one's own. */
  readonly inNameOf: string | null;
  /** What this draft is a changed copy of; undefined for a draft of its own. */
  readonly changing: Changing | undefined;
  /** Until when the draft may be sent after the deadline, where its leader has leave to. */
  readonly lateUntil: Instant | null;
}

/** One's own draft, or one that the actor keys in for its leader; undefined for anything else, also for a changed copy that is over. */
export function openWriting(reader: Reader, actor: Actor, id: number): Writing | undefined {
  const writing = openCopy(reader, actor, id);
  return writing?.draft.amends?.isOpen === false ? undefined : writing;
}

/** As `openWriting`, also of a changed copy that is over. */
export function openCopy(reader: Reader, actor: Actor, id: number): Writing | undefined {
  const head = findApplication(reader, actor, id);
  if (head === undefined || head.right === null || head.state !== 'draft') return undefined;
  const draft = readDraft(reader, id);
  if (draft === undefined) return undefined;
  const { call, rules } = readDraftRules(reader, draft);
  return {
    draft,
    call,
    rules,
    sections: sectionsOf(rules.form).filter(({ code }) => isSectionOpen(rules.asked, code)),
    savings: readSavings(reader, id),
    ineligible: readIneligibleCosts(reader, call.id).map((cost) => cost.name),
    right: head.right,
    inNameOf: head.inNameOfLeader ? draft.applicant.leaderName : null,
    changing: changingOf(reader, draft),
    lateUntil: lateLinkOf(reader, id)?.untilAt ?? null,
  };
}

export function titleOf(section: Section): string {
  return section.kind === 'questions' ? (section.title ?? '') : sectionTitles[section.kind];
}

/** What stands above and beside every section. */
export function frameOf(writing: Writing, current: Section, now: Instant) {
  const { draft, sections, rules } = writing;
  const number = sections.indexOf(current) + 1;
  const title = titleOf(current);
  return {
    pageTitle: pageTitles.section(title, draft.title),
    crumbs: [{ label: applicationHome, href: applicationPaths.showOf(draft.id) }, { label: title }],
    h1: pageTitles.numbered(number, title),
    about: aboutOf(draft.title),
    tag: tagOf(writing.changing),
    ...clockAbove(writing, now),
    behalf: behalfOf(writing),
    blind: current.kind === 'questions' || current.kind === 'attachments' ? blindNote(writing.call) : '',
    changing: writing.changing,
    asked: askedText(writing, current),
    contents: {
      summary: contentsSummary(number, sections.length),
      items: contentsOf(writing, whatIsMissing(draft, rules), current),
    },
    next: linkTo(draft, sections[number]),
    previous: linkTo(draft, sections[number - 2]),
  };
}

export function tagOf(changing: Changing | undefined) {
  if (changing === undefined) return { tone: stateTones.draft, text: stateNames.draft };
  return changing.isCorrection ? correctingTag : changingTag;
}

/** What the library misses in this very section; '' where it asked for nothing. */
function askedText({ rules }: Writing, { code }: Section): string {
  return rules.asked?.points.find(({ section }) => section === code)?.missing ?? '';
}

/** Above every page of a draft: the clock once it is near its end, until then the deadline; never both, so that no two countdowns disagree. */
export function clockAbove({ call, lateUntil, draft }: Writing, now: Instant) {
  if (draft.amends?.correction) return correctionClock(draft.amends.correction, now);
  const clock = clockOf(call, lateUntil, now);
  return { clock, deadline: clock === null ? deadlineText(call.stages, now) : '' };
}

/** Said above every section that staff write for a person. */
export function behalfOf({ draft, inNameOf }: Writing) {
  if (inNameOf === null || draft.lane === null) return null;
  return { text: behalfText(inNameOf, draft.lane), href: applicationPaths.assistanceOf(draft.id) };
}

function linkTo(draft: Draft, section: Section | undefined) {
  return section === undefined
    ? null
    : { href: applicationPaths.sectionOf(draft.id, section.code), title: titleOf(section) };
}

/** The sections with how far each is. */
export function contentsOf(writing: Writing, missing: readonly Missing[], current?: Section) {
  const { draft, sections } = writing;
  return sections.map((section) => {
    const own = missing.filter((one) => one.section === section.code);
    const wrong = own.filter((one) => one.wrong).length;
    const empty = isEmpty(writing, section);
    return {
      name: titleOf(section),
      href: applicationPaths.sectionOf(draft.id, section.code),
      current: section === current,
      state: stateOf(section, draft, {
        wrong,
        missing: own.length - wrong,
        isEmpty: empty,
        isOptional: section.kind === 'attachments',
      }),
      tone: wrong > 0 ? 'bad' : own.length === 0 && !empty ? 'ok' : '',
    };
  });
}

function stateOf(section: Section, draft: Draft, progress: Parameters<typeof progressText>[0]): string {
  if (section.kind === 'check') return '';
  return section.kind === 'attachments' && draft.attachments.length > 0
    ? filesText(draft.attachments.length)
    : progressText(progress);
}

function isEmpty({ draft, rules }: Writing, section: Section): boolean {
  switch (section.kind) {
    case 'applicant':
      return draft.applicant.phone === '' && draft.applicant.street === '';
    case 'questions': {
      const questions = rules.form.sections.find((one) => one.code === section.code)?.questions ?? [];
      const isTitled = asksForTitle(rules.form, section.code) && draft.title !== '';
      return !isTitled && questions.every(({ code }) => (draft.answers[code] ?? '') === '');
    }
    case 'schedule':
      return draft.schedule.length === 0;
    case 'costs':
      return draft.costs.length === 0;
    case 'attachments':
      return draft.attachments.length === 0;
    case 'consents':
      return draft.consents.length === 0;
    case 'check':
      return true;
  }
}
