import type { Reader } from '../../../db/connection.ts';
import { quoted } from '../../../lib/polish.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { callPaths } from '../paths.ts';
import { applicantKinds, type Call, readApplicantKinds } from '../queries.ts';
import { crumbsOf } from '../settings.ts';
import { stageOrder } from '../stages.ts';
import { applicantKindNames, stageNames } from '../texts.ts';
import { setupPaths } from './paths.ts';
import { listOf, recordOf } from './raw.ts';
import { fixedStages, mostRepeats, repeatedStages } from './stages.ts';
import {
  defaultKindNotes,
  frozenCriteria,
  frozenWords,
  guardianConsentOptions,
  type setupTitles,
  setupTitles as titles,
} from './texts.ts';

/** What every page of the set-up has around its form. */
export function frameOf(call: Call, here: keyof typeof setupTitles) {
  return {
    crumbs: crumbsOf(call, titles[here]),
    title: titles[here],
    about: quoted(call.title),
    version: call.version,
    frozen: call.state === 'draft' ? '' : here === 'merit' ? frozenCriteria : frozenWords,
    back: callPaths.settingsOf(call.id),
  };
}

export function aboutPage(call: Call, raw?: RawBody) {
  const { title, subtitle, lead, code, contact, contributionNote } = call;
  const stored = { title, subtitle, lead, code, contact, contributionNote, year: String(call.year) };
  return {
    ...frameOf(call, 'about'),
    action: setupPaths.aboutOf(call.id),
    typed: typedOr(stored, raw),
  };
}

export function applicantsPage(reader: Reader, call: Call, raw?: RawBody) {
  const there = readApplicantKinds(reader, call.id);
  const notes = recordOf(raw?.['notes']);
  return {
    ...frameOf(call, 'applicants'),
    action: setupPaths.applicantsOf(call.id),
    kinds: applicantKinds.map((kind) => ({
      kind,
      name: applicantKindNames[kind],
      isChosen: raw === undefined ? there.some((one) => one.kind === kind) : listOf(raw['kinds']).includes(kind),
      note:
        raw === undefined
          ? (there.find((one) => one.kind === kind)?.note ?? defaultKindNotes[kind])
          : rawText(notes, kind),
    })),
    typed: typedOr(
      {
        ...{ minGroupSize: String(call.minGroupSize), minLeaderAge: String(call.minLeaderAge), area: call.area },
        guardianConsent: call.guardianConsent,
      },
      raw,
    ),
    consentTimes: guardianConsentOptions,
    limits: callPaths.amountsOf(call.id),
  };
}

/** How many dates of each kind of stage there are to be. */
export function stagesPage(call: Call, raw?: RawBody) {
  const counts = recordOf(raw?.['counts']);
  return {
    ...frameOf(call, 'stages'),
    action: setupPaths.stagesOf(call.id),
    timetable: callPaths.timetableOf(call.id),
    stages: stageOrder.map((kind) => {
      const stored = call.stages.filter((stage) => stage.kind === kind).length;
      return {
        kind,
        name: stageNames[kind],
        isFixed: fixedStages.includes(kind),
        isRepeated: repeatedStages.includes(kind),
        count: raw === undefined ? String(stored) : rawText(counts, kind),
        isThere: raw === undefined ? stored > 0 : rawText(counts, kind) !== '',
      };
    }),
    most: mostRepeats,
  };
}

function typedOr<Stored extends Readonly<Record<string, string>>>(stored: Stored, raw: RawBody | undefined) {
  if (raw === undefined) return stored;
  return Object.fromEntries(Object.keys(stored).map((name) => [name, rawText(raw, name)])) as Stored;
}
