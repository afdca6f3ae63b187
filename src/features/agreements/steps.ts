import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { warsawDay } from '../../lib/days.ts';
import { longDate, longMoment } from '../../lib/polish-dates.ts';
import type { Initiative } from '../initiatives/queries.ts';
import type { Agreement } from './queries.ts';
import { type StepTexts, stepTexts } from './texts/steps.ts';

interface Step {
  readonly name: string;
  readonly note: string;
  readonly state: 'done' | 'now' | 'later';
}

/** From the agreed plan to the signed paper: the same facts for everyone, said to the group of its own part and to staff of theirs. */
export function stepsOf(
  reader: Reader,
  initiative: Initiative,
  agreement: Agreement | undefined,
  reading: 'group' | 'staff',
): Step[] {
  const texts = stepTexts[reading];
  const confirmer = nameOf(reader, agreement?.confirmedBy);
  const written = [
    { name: texts.plan.name, note: texts.plan.note },
    { name: texts.open.name, note: agreement ? longDate(warsawDay(agreement.createdAt)) : texts.open.note },
    {
      name: texts.funds.name,
      note: agreement?.confirmedAt
        ? [confirmer, longMoment(agreement.confirmedAt)].filter(Boolean).join(', ')
        : texts.funds.note,
    },
    { name: texts.issue.name, note: issueNote(texts, agreement, confirmer) },
    { name: texts.sign.name, note: signNote(texts, agreement) },
  ];
  const at = placeOf(initiative, agreement);
  return written.map(({ name, note }, index) => ({
    name,
    note,
    state: index < at ? 'done' : index === at ? 'now' : 'later',
  }));
}

/** How many steps are done. */
function placeOf(initiative: Initiative, agreement: Agreement | undefined): number {
  if (agreement === undefined) return initiative.agreedIsFinal ? 1 : 0;
  return { draft: 2, confirmed: 3, issued: 4, signed: 5 }[agreement.state];
}

function issueNote(texts: StepTexts, agreement: Agreement | undefined, confirmer: string): string {
  if (agreement?.issuedAt) return texts.issue.done(longMoment(agreement.issuedAt));
  return confirmer === '' ? texts.issue.note : texts.issue.notBy(confirmer);
}

function signNote(texts: StepTexts, agreement: Agreement | undefined): string {
  return agreement?.signedOn ? longDate(agreement.signedOn) : texts.sign.note;
}

function nameOf(reader: Reader, personId: number | null | undefined): string {
  if (personId == null) return '';
  return reader.get<{ name: string }>(sql`select name from people where id = ${personId}`)?.name ?? '';
}
