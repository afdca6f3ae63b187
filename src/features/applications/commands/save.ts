import { isDeepStrictEqual } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import {
  answers,
  applicants,
  applicationConsents,
  applications,
  costLines,
  draftSections,
  scheduleItems,
} from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Instant, parseDay } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readCategories } from '../../calls/criteria.ts';
import { noteInName } from '../assistance/history.ts';
import { estimate } from '../costs.ts';
import { type Draft, readSavings, type Saving } from '../drafts.ts';
import { storedAs, type TypedActivity, type TypedCost, type TypedSection } from '../typed.ts';
import { ownFor } from './own.ts';

/** What we keep of one section at all, tables and names included; what the rules allow is far below. */
const mostLetters = 100_000;

export interface SectionToSave {
  readonly applicationId: number;
  readonly section: string;
  /** The section's revision that the writer saw. */
  readonly revision: number;
  /** Names the opened page. Its button may follow its own autosave that was still on the way, never the other way round. */
  readonly page: string;
  readonly isAutosave: boolean;
  readonly typed: TypedSection;
}

export interface SavedSection {
  readonly revision: number;
  readonly savedAt: Instant;
}

/**
 * Saves one section as typed, right or wrong; the history notes only what leaves the draft. Saving what is already there changes nothing.
 * Refuses 'absent', 'not_in_this_state', 'edited_meanwhile' (another revision, other words), 'text_too_long'.
 */
export function saveSection(deps: Deps, actor: Actor, saving: SectionToSave): Result<SavedSection> {
  const { applicationId, section, typed, page } = saving;
  return deps.db.write((tx) => {
    const own = ownFor(tx, actor, applicationId, 'write');
    if (!own.ok) return own;
    const { draft, personId } = own.value;
    const last = readSavings(tx, applicationId).get(section);
    if (last !== undefined && isDeepStrictEqual(storedAs(draft, typed), typed))
      return done({ revision: last.revision, savedAt: last.savedAt });
    if (!follows(saving, last)) return refused('edited_meanwhile');
    if (JSON.stringify(typed).length > mostLetters) return refused('text_too_long', { facts: { most: mostLetters } });

    noteInName(tx, deps, actor, own.value, section);
    const saved = { revision: (last?.revision ?? 0) + 1, savedAt: deps.clock.now() };
    const trace = { ...saved, savedBy: personId, page };
    write(tx, draft, typed, saved.savedAt);
    tx.orm
      .insert(draftSections)
      .values({ applicationId, section, ...trace })
      .onConflictDoUpdate({ target: [draftSections.applicationId, draftSections.section], set: trace })
      .run();
    tx.orm
      .update(applications)
      .set({ revision: draft.revision + 1 })
      .where(eq(applications.id, applicationId))
      .run();
    return done(saved);
  });
}

function follows({ revision, page, isAutosave }: SectionToSave, last: Saving | undefined): boolean {
  if (last === undefined || last.revision === revision) return true;
  return !isAutosave && page !== '' && page === last.page;
}

function write(tx: Tx, draft: Draft, typed: TypedSection, now: Instant): void {
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
  rows.forEach(({ name, quantity, unit, price }, position) => {
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
