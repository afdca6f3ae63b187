import { z } from 'zod';
import { applicantKinds } from '../queries.ts';
import { type StageKind, stageOrder } from '../stages.ts';
import { callCode, callContact, callTitle, callYear, kinds, version, wholeNumber, written } from './forms.ts';
import { mostRepeats } from './stages.ts';
import { setupMessages } from './texts.ts';

export const aboutForm = z.object({
  version,
  title: callTitle,
  subtitle: written(200),
  lead: written(400),
  year: callYear,
  code: callCode,
  contact: callContact,
  contributionNote: written(100),
});

const noteLetters = 300;

export const applicantsForm = z
  .object({
    version,
    kinds,
    notes: z.record(z.enum(applicantKinds), written(noteLetters)).or(z.undefined()),
    minGroupSize: wholeNumber(1, 50),
    minLeaderAge: wholeNumber(7, 99),
    guardianConsent: z.enum(['submission', 'agreement'], setupMessages.guardianConsent),
    area: written(200, setupMessages.area),
  })
  .transform(({ kinds: chosen, notes, ...rest }, context) => {
    const noted = chosen.map((kind) => ({ kind, note: notes?.[kind] ?? '' }));
    for (const { kind } of noted.filter(({ note }) => note === ''))
      context.addIssue({ code: 'custom', path: ['notes', kind], message: setupMessages.note });
    return { ...rest, kinds: noted };
  });

const stageKind = z.enum(stageOrder as readonly [StageKind, ...StageKind[]]);

export const stagesForm = z.object({
  version,
  counts: z.partialRecord(stageKind, wholeNumber(0, mostRepeats)).default({}),
});
