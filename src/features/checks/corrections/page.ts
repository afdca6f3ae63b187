import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { addWorkingDays, type Instant, warsawDay, warsawToInstant } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { shortDate } from '../../../lib/polish-dates.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { isOwn, visibleTo } from '../../applications/access.ts';
import { openCorrection } from '../../applications/corrections/requests.ts';
import { readDraft } from '../../applications/drafts.ts';
import { sectionsOf } from '../../applications/sections.ts';
import { sectionTitles } from '../../applications/texts.ts';
import { readFormText } from '../../calls/call-texts.ts';
import { readFormalCriteria } from '../../calls/criteria.ts';
import { readStages } from '../../calls/queries.ts';
import { stageOf } from '../../calls/stages.ts';
import { isWholeDayEnd, timeText } from '../../calls/texts.ts';
import { readCard } from '../card.ts';
import { readChecked } from '../facts.ts';
import { checkPaths } from '../paths.ts';
import { findingText } from '../texts.ts';
import { typedAt } from '../typed.ts';
import { untilHints } from './texts.ts';

/** Working days for corrections where the timetable says nothing, with the hour they end at. */
const workingDays = 5;
const lastHour = '15:00';

/** The form of a request; undefined when the application is not for this actor to check. `raw` is what was typed and refused. */
export function askPage(reader: Reader, actor: Actor, applicationId: number, now: Instant, raw?: RawBody) {
  const seen = reader.get(sql`select 1 from applications a where a.id = ${applicationId} and ${visibleTo(actor)}`);
  const checked = seen === undefined ? undefined : readChecked(reader, applicationId);
  const draft = checked === undefined ? undefined : readDraft(reader, applicationId);
  if (checked === undefined || draft === undefined || !hasRole(actor, 'coordinator', checked.submitted.callId))
    return undefined;
  if (actor.kind === 'person' && isOwn(reader, actor.personId, applicationId)) return undefined;
  const { submitted, findings } = checked;
  const proposed = proposedEnd(reader, submitted.callId, now);
  const sections = sectionsOf(readFormText(reader, draft.formTextId)).filter(({ kind }) => kind !== 'check');
  return {
    code: submitted.code,
    title: quoted(submitted.title),
    listHref: checkPaths.listOf(submitted.callId),
    card: checkPaths.cardOf(applicationId),
    action: checkPaths.correctionsOf(applicationId),
    isOver: submitted.state !== 'submitted' || openCorrection(reader, applicationId, now) !== undefined,
    doubts: doubtsOf(reader, applicationId, submitted.callId),
    findings: [...findings.values()].filter(({ holds }) => !holds).map(findingText),
    sections: sections.map(({ code, kind, title }) => ({
      code,
      label: kind === 'questions' ? (title ?? '') : sectionTitles[kind],
      missing: raw === undefined ? '' : typedAt(raw, 'points', code),
    })),
    untilDay: raw === undefined ? shortDate(warsawDay(proposed.at)) : rawText(raw, 'untilDay'),
    untilHour: raw === undefined ? hourOf(proposed.at) : rawText(raw, 'untilHour'),
    untilHint: proposed.hint,
  };
}

/** What the checker has already found wanting, beside the form: every „nie” of the saved card with its note. */
function doubtsOf(reader: Reader, applicationId: number, callId: number) {
  const { answers } = readCard(reader, applicationId);
  return readFormalCriteria(reader, callId).flatMap(({ id, name }) =>
    answers
      .filter(({ criterionId, verdict }) => criterionId === id && verdict === 'no')
      .map(({ note }) => ({ name, note })),
  );
}

/** A whole day needs no hour. */
function hourOf(at: Instant): string {
  return isWholeDayEnd(at) ? '' : timeText(at);
}

/** The end of the stage of corrections while it is still to come, otherwise some working days from today. */
function proposedEnd(reader: Reader, callId: number, now: Instant): { at: Instant; hint: string } {
  const endsAt = stageOf(readStages(reader, callId), 'corrections')?.endsAt;
  if (endsAt && endsAt > now) return { at: endsAt, hint: untilHints.timetable };
  const at = warsawToInstant(addWorkingDays(warsawDay(now), workingDays), lastHour);
  if (!at.ok) throw new RangeError(`No ${lastHour} on that day in Warsaw`);
  return { at: at.value, hint: untilHints.workingDays };
}
