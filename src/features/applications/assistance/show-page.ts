import type { Deps } from '../../../deps.ts';
import { warsawDay, warsawTime } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { currentPapers } from '../../../web/papers.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { submissionWindow } from '../../calls/stages.ts';
import { leaderOf } from '../commands/own.ts';
import { guardianNote } from '../guardian/pages.ts';
import { fileHref } from '../pages/content.ts';
import { writingOf } from '../pages/open.ts';
import { clockAbove, type Writing } from '../pages/writing.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { whatIsMissing } from '../policy.ts';
import { addressOf } from '../queries.ts';
import { aboutOf } from '../texts/pages.ts';
import { limits } from './forms.ts';
import { printoutSubject } from './printout.ts';
import { readArrival, readAssistance, readConfirmations, speaksFor } from './queries.ts';
import { arrivalText, laneNames, outdated, pageTitles, signedSheet, wayOptions, wordText } from './texts.ts';

/** A draft that the visitor keys in for its leader; ends the visit as absent for anything else. */
export function keyedInOf(deps: Deps, visit: Visit): Writing {
  const writing = writingOf(deps, visit);
  if (writing.draft.lane === null || writing.inNameOf === null) throw new Stop(absent);
  return writing;
}

/** What is around the writing in somebody's name: when the paper came, the person's word, and what is still missing. */
export function assistancePage(deps: Deps, visit: Visit, raw?: RawBody): Answer {
  const writing = keyedInOf(deps, visit);
  const { draft, call, rules } = writing;
  const missing = whatIsMissing(draft, rules);
  const unfinished = writing.sections.find((section) => missing.some((one) => one.section === section.code));
  const name = draft.applicant.leaderName;
  return view('applications/assistance', pageTitles.show(name), {
    crumb: { label: pageTitles.list, href: applicationPaths.list },
    name,
    changing: writing.changing,
    about: aboutOf(draft.title),
    callTitle: quoted(call.title),
    ...clockAbove(writing, visit.now),
    lane: laneNames[draft.lane ?? 'together'],
    started: readAssistance(deps.db, draft.id),
    contact: contactOf(writing),
    missing: missing.length,
    next: applicationPaths.sectionOf(draft.id, unfinished?.code ?? fixedSections.check),
    check: applicationPaths.sectionOf(draft.id, fixedSections.check),
    word: wordOf(deps, writing),
    arrival: draft.lane === 'paper' ? arrivalOf(deps, visit, writing, raw) : null,
    guardian: guardianNote(deps.db, visit.actor, draft.id),
    signature: {
      action: applicationPaths.signatureOf(draft.id),
      isPaper: draft.lane === 'paper',
      way: raw === undefined ? (draft.lane === 'paper' ? 'paper_form' : 'printout') : rawText(raw, 'way'),
      signedOn: raw === undefined ? '' : rawText(raw, 'signedOn'),
    },
    printout: {
      action: applicationPaths.printoutOf(draft.id),
      papers: currentPapers(deps.db, printoutSubject(draft.id), 'application_printout'),
    },
    letter: {
      email: addressOf(deps.db, leaderOf(deps.db, draft.id)).email,
      action: applicationPaths.codeLetterOf(draft.id),
      check: applicationPaths.codeOf(draft.id),
      code: raw === undefined ? '' : rawText(raw, 'code'),
    },
  });
}

function contactOf({ draft: { applicant } }: Writing) {
  const { street, postalCode, city } = applicant;
  return {
    phone: applicant.phone,
    email: applicant.email,
    address: [street, `${postalCode} ${city}`.trim()].filter((part) => part !== '').join(', '),
  };
}

/** Every word given for this draft, and whether one of them speaks for what stands in it now. */
export function wordOf(deps: Deps, { draft }: Writing) {
  const given = readConfirmations(deps.db, draft.id);
  return {
    isGiven: given.some((one) => speaksFor(one, draft.revision)),
    items: given.map((one) => ({
      text: wordText(one.way, one.signedOn, one.recordedAt, one.recordedBy),
      href: one.fileId === null ? '' : fileHref(one.fileId),
      scan: signedSheet,
      note: speaksFor(one, draft.revision) ? '' : outdated,
    })),
  };
}

function arrivalOf(deps: Deps, visit: Visit, { draft, call }: Writing, raw: RawBody | undefined) {
  const arrival = readArrival(deps.db, draft.id);
  if (arrival === undefined) return null;
  const { hour, minute } = warsawTime(arrival.arrivedAt);
  const stored: Readonly<Record<string, string>> = {
    arrivedOn: warsawDay(arrival.arrivedAt),
    arrivedTime: `${hour}.${String(minute).padStart(2, '0')}`,
    ...{ way: arrival.way, journalNumber: arrival.journalNumber, lateReason: arrival.lateReason },
  };
  const isSent = raw !== undefined && 'arrivedOn' in raw;
  return {
    text: arrivalText(arrival.arrivedAt, arrival.way),
    journalNumber: arrival.journalNumber,
    lateReason: arrival.lateReason,
    asksReason: visit.now >= (submissionWindow(call.stages)?.closesAt ?? visit.now) && arrival.lateReason === '',
    action: applicationPaths.arrivalOf(draft.id),
    ways: wayOptions,
    typed: Object.fromEntries(
      Object.entries(stored).map(([field, value]) => [field, isSent ? rawText(raw, field) : value]),
    ),
    isSent,
    limits,
  };
}
