import type { Consultation } from './queries.ts';
import { annexNames, sectionName, wholeDraft } from './texts.ts';

/** The parts of the draft that an opinion may be about, in their order. */
export function placesIn({ rules }: Pick<Consultation, 'rules'>): string[] {
  const sections = rules.content.sections.map(({ title }, index) => sectionName(index + 1, title));
  return [wholeDraft, ...sections, ...annexNames];
}
