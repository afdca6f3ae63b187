import type { Tx } from '../../../db/connection.ts';
import {
  callApplicantKinds,
  callQuestions,
  callStages,
  calls,
  callTexts,
  costCategories,
  formalCriteria,
  meritCriteria,
  meritLevels,
} from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { CriterionLevel } from '../criteria.ts';
import type { StoredLegal } from '../definitions.ts';
import type { FormDefinition } from '../form/questions.ts';

type Own<Table extends { $inferInsert: object }> = Omit<Table['$inferInsert'], 'id' | 'callId'>;

/** A call with everything an applicant reads and a juror scores by. Amounts in grosze, moments UTC. */
export interface NewCall
  extends Omit<Own<typeof calls>, 'state' | 'createdAt' | 'announcedAt' | 'version' | 'movedByWeeks'> {
  readonly stages: readonly Own<typeof callStages>[];
  readonly rules: StoredLegal;
  readonly form: FormDefinition;
  readonly privacy: StoredLegal;
  readonly questions: readonly Own<typeof callQuestions>[];
  readonly applicantKinds: readonly Own<typeof callApplicantKinds>[];
  readonly categories: readonly Own<typeof costCategories>[];
  readonly formalCriteria: readonly Own<typeof formalCriteria>[];
  readonly meritCriteria: readonly (Own<typeof meritCriteria> & { readonly levels?: readonly CriterionLevel[] })[];
}

/** Creates the call as a draft. Returns its id. */
export function createCall(tx: Tx, deps: Deps, actor: Actor, data: NewCall): number {
  const {
    stages,
    rules,
    form,
    privacy,
    questions,
    applicantKinds,
    categories,
    formalCriteria: formal,
    meritCriteria: merit,
    ...own
  } = data;
  const createdAt = deps.clock.now();
  const { id: callId } = tx.orm
    .insert(calls)
    .values({ ...own, createdAt })
    .returning({ id: calls.id })
    .get();
  const texts = { rules, form, privacy } as const;
  for (const kind of ['rules', 'form', 'privacy'] as const) {
    tx.orm
      .insert(callTexts)
      .values({ callId, kind, number: 1, content: JSON.stringify(texts[kind]), createdAt })
      .run();
  }
  for (const stage of stages)
    tx.orm
      .insert(callStages)
      .values({ ...stage, callId })
      .run();
  for (const question of questions)
    tx.orm
      .insert(callQuestions)
      .values({ ...question, callId })
      .run();
  for (const kind of applicantKinds)
    tx.orm
      .insert(callApplicantKinds)
      .values({ ...kind, callId })
      .run();
  for (const [index, category] of categories.entries())
    tx.orm
      .insert(costCategories)
      .values({ position: index + 1, ...category, callId })
      .run();
  for (const [index, criterion] of formal.entries())
    tx.orm
      .insert(formalCriteria)
      .values({ position: index + 1, ...criterion, callId })
      .run();
  for (const [index, { levels = [], ...criterion }] of merit.entries()) {
    const { id: criterionId } = tx.orm
      .insert(meritCriteria)
      .values({ position: index + 1, ...criterion, callId })
      .returning({ id: meritCriteria.id })
      .get();
    for (const level of levels)
      tx.orm
        .insert(meritLevels)
        .values({ ...level, criterionId })
        .run();
  }
  record(tx, deps, actor, {
    what: 'call.created',
    subject: { kind: 'call', id: callId },
    callId,
    to: 'draft',
    facts: { pool: data.poolGrosze },
  });
  return callId;
}
