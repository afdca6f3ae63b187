import { sql } from 'drizzle-orm';
import { callTexts, formDrafts } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { askForBlankForm } from '../commands/papers.ts';
import { callPaths } from '../paths.ts';
import { readCall } from '../queries.ts';
import { editedForm, type FormEdit } from './edits.ts';
import { faultsOfForm } from './faults.ts';
import { formLetters } from './letters.ts';
import { formChanges, readWorkingForm, writersUnderOtherForms } from './queries.ts';
import { changesText } from './texts.ts';

export interface EditToSave {
  readonly callId: number;
  /** The working copy's revision that the page showed; 0 where there was none. */
  readonly revision: number;
  readonly edit: FormEdit;
}

/** Changes the form in writing; what is published stays. Refuses 'edited_meanwhile', 'not_in_form', 'section_not_empty'. */
export function editForm(deps: Deps, actor: Actor, { callId, revision, edit }: EditToSave): Result {
  return deps.db.write((tx) => {
    const working = readWorkingForm(tx, callId);
    if (working.revision !== revision) return refused('edited_meanwhile');
    const edited = editedForm(working.form, edit);
    if (!edited.ok) return edited;
    const savedBy = personIdOf(actor);
    if (savedBy === null) throw new Error('A form is written by a person');
    const values = { content: JSON.stringify(edited.value), savedAt: deps.clock.now(), savedBy };
    tx.orm
      .insert(formDrafts)
      .values({ callId, baseTextId: working.published.id, ...values })
      .onConflictDoUpdate({ target: formDrafts.callId, set: { ...values, revision: revision + 1 } })
      .run();
    return done();
  });
}

/** Throws the working copy away; what is published stands. Refuses 'edited_meanwhile'. */
export function discardForm(deps: Deps, actor: Actor, callId: number, revision: number): Result {
  return deps.db.write((tx) => {
    const working = readWorkingForm(tx, callId);
    if (working.revision !== revision) return refused('edited_meanwhile');
    tx.orm.delete(formDrafts).where(sql`call_id = ${callId}`).run();
    record(tx, deps, actor, { what: 'call.form_discarded', subject: { kind: 'call', id: callId }, callId });
    return done();
  });
}

/**
 * Makes the working copy the next version: those who begin from now on write under it; whoever has begun goes on under the earlier one, is written to, and may
 * move over with every answer kept. Gives its number. Refuses 'edited_meanwhile', 'form_unchanged', 'form_faulty'.
 */
export function publishForm(deps: Deps, actor: Actor, callId: number, revision: number): Result<number> {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined) return refused('call_absent');
    const { form, isChanged, published, ...working } = readWorkingForm(tx, callId);
    if (working.revision !== revision) return refused('edited_meanwhile');
    if (!isChanged) return refused('form_unchanged');
    if (faultsOfForm(form).length > 0) return refused('form_faulty');
    const number = published.number + 1;
    const { id } = tx.orm
      .insert(callTexts)
      .values({ callId, kind: 'form', number, content: JSON.stringify(form), createdAt: deps.clock.now() })
      .returning({ id: callTexts.id })
      .get();
    tx.orm.delete(formDrafts).where(sql`call_id = ${callId}`).run();
    record(tx, deps, actor, {
      what: 'call.form_published',
      subject: { kind: 'call', id: callId },
      callId,
      facts: { number },
    });
    askForBlankForm(tx, deps, actor, call);
    const organisation = readOrganisation(tx);
    const changes = changesText(formChanges(published.form, form));
    for (const writer of writersUnderOtherForms(tx, callId, id))
      writeLetter(tx, deps, formLetters.form_changed, {
        to: { personId: writer.personId, name: writer.name, address: writer.email },
        fields: {
          callTitle: call.title,
          title: writer.title,
          changes,
          address: deps.publicUrl + callPaths.applicationOf(writer.applicationId),
          organisationName: organisation.name,
          organisationPhone: organisation.phone,
        },
        about: { kind: 'application', id: writer.applicationId },
        uniqueKey: `form_changed:${id}:${writer.applicationId}`,
      });
    return done(number);
  });
}
