import { readDraft } from '../../../src/features/applications/drafts.ts';
import { fixedSections } from '../../../src/features/applications/paths.ts';
import { readDraftRules } from '../../../src/features/applications/rules.ts';
import { completeDraft } from '../../../test/support/story/applications.ts';
import type { TemporaryHouse } from '../../temporary-house.ts';

/** The fields of each section as its page sends them. */
export type SectionFields = Readonly<Record<string, readonly (readonly [name: string, value: string])[]>>;

/** What every group writes, each under its own title: a complete application of three neighbours, as the forms of its sections send it. */
export function modelSections({ deps }: TemporaryHouse): SectionFields {
  const { id } = completeDraft(deps, { leader: 'Jadwiga Kubrak', email: 'jadwiga.kubrak@example.org', title: 'Wzór' });
  const draft = readDraft(deps.db, id);
  if (draft === undefined) throw new Error('The model draft is not there');
  const { rules } = readDraftRules(deps.db, draft);
  const questions = rules.form.sections.map(({ code, questions }) => [
    code,
    questions.map((question): [string, string] => [`answers[${question.code}]`, draft.answers[question.code] ?? '']),
  ]);
  return {
    [fixedSections.applicant]: Object.entries(draft.applicant),
    ...Object.fromEntries(questions),
    [fixedSections.schedule]: rowFields(draft.schedule),
    [fixedSections.costs]: rowFields(draft.costs),
    [fixedSections.consents]: draft.consents.map((code): [string, string] => [`given[${code}]`, 'on']),
  };
}

function rowFields(rows: readonly object[]): [string, string][] {
  return rows.flatMap((row, index) =>
    Object.entries(row).map(([name, value]): [string, string] => [`rows[${index}][${name}]`, String(value)]),
  );
}
