import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import {
  answers,
  applicants,
  applicationConsents,
  applications,
  costLines,
  scheduleItems,
} from '../../../db/schema/applications.ts';
import { type Instant, parseDay } from '../../../lib/days.ts';
import { readCategories } from '../../calls/criteria.ts';
import { estimate } from '../costs.ts';
import type { Draft } from '../drafts.ts';
import type { TypedActivity, TypedCost, TypedSection } from '../typed.ts';

/** Puts a section in the place of what stands in the draft, with what its rows come to. */
export function writeSection(tx: Tx, draft: Draft, typed: TypedSection, now: Instant): void {
  switch (typed.kind) {
    case 'applicant':
      writeApplicant(tx, draft.id, typed);
      break;
    case 'questions':
      writeAnswers(tx, draft.id, typed);
      break;
    case 'schedule':
      writeSchedule(tx, draft.id, typed.rows);
      break;
    case 'costs':
      writeCosts(tx, draft, typed.rows);
      break;
    case 'consents':
      writeConsents(tx, draft, typed.given, now);
  }
}

type Typed<Kind extends TypedSection['kind']> = Extract<TypedSection, { kind: Kind }>;

function writeApplicant(
  tx: Tx,
  applicationId: number,
  { kind: _, applicantKind, ...fields }: Typed<'applicant'>,
): void {
  const row = { ...fields, kind: applicantKind };
  tx.orm.update(applicants).set(row).where(eq(applicants.applicationId, applicationId)).run();
}

function writeAnswers(tx: Tx, applicationId: number, typed: Typed<'questions'>): void {
  if (typed.title !== null) {
    tx.orm.update(applications).set({ title: typed.title }).where(eq(applications.id, applicationId)).run();
  }
  for (const [question, content] of Object.entries(typed.answers)) {
    tx.orm
      .insert(answers)
      .values({ applicationId, question, content })
      .onConflictDoUpdate({ target: [answers.applicationId, answers.question], set: { content } })
      .run();
  }
}

function writeSchedule(tx: Tx, applicationId: number, rows: readonly TypedActivity[]): void {
  tx.orm.delete(scheduleItems).where(eq(scheduleItems.applicationId, applicationId)).run();
  rows.forEach(({ activity, starts, ends, place }, position) => {
    const startsOn = parseDay(starts);
    const endsOn = ends === '' ? startsOn : parseDay(ends);
    const days = { startsOn: startsOn.ok ? startsOn.value : null, endsOn: endsOn.ok ? endsOn.value : null };
    tx.orm
      .insert(scheduleItems)
      .values({ applicationId, position, activity, startsText: starts, endsText: ends, ...days, place })
      .run();
  });
}

function writeCosts(tx: Tx, draft: Draft, rows: readonly TypedCost[]): void {
  const counted = estimate(rows, readCategories(tx, draft.callId));
  tx.orm.delete(costLines).where(eq(costLines.applicationId, draft.id)).run();
  rows.forEach(({ name, quantity, unit, price, payBasis }, position) => {
    const priced = counted.rows[position];
    tx.orm
      .insert(costLines)
      .values({
        applicationId: draft.id,
        position,
        name,
        categoryId: priced?.category?.id ?? null,
        quantityText: quantity,
        unit,
        priceText: price,
        quantityThousandths: priced?.quantity.ok ? priced.quantity.value : null,
        priceGrosze: priced?.price.ok ? priced.price.value : null,
        valueGrosze: priced?.value ?? null,
        payBasis,
      })
      .run();
  });
  tx.orm.update(applications).set({ requestedGrosze: counted.total }).where(eq(applications.id, draft.id)).run();
}

function writeConsents(tx: Tx, draft: Draft, given: readonly string[], givenAt: Instant): void {
  const withdrawn = draft.consents.filter((code) => !given.includes(code));
  for (const code of withdrawn)
    tx.orm.delete(applicationConsents).where(sql`application_id = ${draft.id} and code = ${code}`).run();
  for (const code of given)
    tx.orm.insert(applicationConsents).values({ applicationId: draft.id, code, givenAt }).onConflictDoNothing().run();
}
