import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { readFormVersion } from '../call-texts.ts';
import { type FormDefinition, type Question, questionsOf } from './questions.ts';

/** The form as staff are writing it. */
export interface WorkingForm {
  readonly form: FormDefinition;
  /** 0 where nobody has changed what is published. */
  readonly revision: number;
  readonly isChanged: boolean;
  readonly published: { readonly id: number; readonly number: number; readonly form: FormDefinition };
  readonly savedAt: Instant | null;
  readonly savedBy: string;
}

export function readWorkingForm(reader: Reader, callId: number): WorkingForm {
  const { id, number, content } = readFormVersion(reader, callId);
  const published = { id, number, form: content };
  const row = reader.get<{ content: string; revision: number; savedAt: Instant; savedBy: string }>(sql`
    select f.content, f.revision, f.saved_at as savedAt, p.name as savedBy from form_drafts f join people p on p.id = f.saved_by
    where f.call_id = ${callId}`);
  if (row === undefined)
    return { form: published.form, revision: 0, isChanged: false, published, savedAt: null, savedBy: '' };
  const form = JSON.parse(row.content) as FormDefinition;
  return { ...row, form, isChanged: !isDeepStrictEqual(form, published.form), published };
}

/** Codes of sections and questions that any version of the call's form has used, the one in writing included. */
export function usedCodes(reader: Reader, callId: number): string[] {
  const rows = reader.all<{ content: string }>(sql`
    select content from call_texts where call_id = ${callId} and kind = 'form' union all
    select content from form_drafts where call_id = ${callId}`);
  const forms = rows.map(({ content }) => JSON.parse(content) as FormDefinition);
  return forms.flatMap((form) => [...form.sections, ...questionsOf(form), ...form.consents].map(({ code }) => code));
}

/** What a published version would change for those already writing, by the words of the questions. */
export function formChanges(earlier: FormDefinition, later: FormDefinition) {
  const [were, are] = [questionsOf(earlier), questionsOf(later)];
  const before = (code: string) => were.find((one) => one.code === code);
  const labels = (found: readonly Question[]) => found.map(({ label }) => label);
  return {
    added: labels(are.filter(({ code }) => before(code) === undefined)),
    removed: labels(were.filter(({ code }) => !are.some((one) => one.code === code))),
    changed: labels(are.filter((one) => before(one.code) !== undefined && !isDeepStrictEqual(one, before(one.code)))),
  };
}

/** Leaders of drafts written under another version of the form, changes of what was sent among them while they are open; who has not confirmed an address is told on the page alone. */
export function writersUnderOtherForms(reader: Reader, callId: number, formTextId: number) {
  return reader.all<{ applicationId: number; personId: number; name: string; email: string; title: string }>(sql`
    select a.id as applicationId, coalesce(p.merged_into_id, p.id) as personId, r.name, r.email, a.title
    from applications a join application_members m on m.application_id = a.id and m.role = 'leader'
    join people p on p.id = m.person_id join people r on r.id = coalesce(p.merged_into_id, p.id)
    where a.call_id = ${callId} and a.state = 'draft' and a.id not in (select application_id from amendments where closed_at is not null)
      and a.form_text_id <> ${formTextId} and r.confirmed_at is not null and r.email is not null order by a.id`);
}
