import type { Reader } from '../../db/connection.ts';
import { shortDate } from '../../lib/polish-dates.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import { projectPaths } from './paths.ts';
import { type Project, readProject } from './queries.ts';
import { labels, nothingThere } from './texts.ts';

type Field = keyof typeof labels;
const fields = Object.keys(labels) as Field[];

/** The project's form: as stored, or with what was typed after a refusal and what somebody else has stored meanwhile. */
export function editPage(reader: Reader, raw?: RawBody) {
  const project = readProject(reader);
  const typed = Object.fromEntries(
    fields.map((field) => [field, raw === undefined ? (project[field] ?? '') : rawText(raw, field)]),
  );
  const isStale = raw !== undefined && rawText(raw, 'version') !== String(project.version);
  const differing = fields.filter((field) => isStale && typed[field] !== (project[field] ?? ''));
  return {
    typed,
    labels,
    version: project.version,
    action: projectPaths.edit,
    back: projectPaths.show,
    storedNow: differing.map((field) => ({ label: labels[field], value: storedText(project, field) })),
  };
}

function storedText(project: Project, field: Field): string {
  const value = project[field];
  if (value === null || value === '') return nothingThere;
  return field.endsWith('On') ? shortDate(value as Project['startsOn']) : value;
}
