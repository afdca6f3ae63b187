import type { CallPreset } from '../../features/calls/setup/model.ts';
import { grosze } from '../../lib/money.ts';
import { formalCriteria, meritCriteria } from '../criteria.ts';
import { usualModel } from './usual.ts';

/** The programme's calls in practice: pools of 17 500–34 000, 2 000–12 000 for one, three initiatives at least, the library pays. */
export const libraryProgramme: CallPreset = {
  code: 'blisko',
  name: 'BLISKO',
  about: 'Dla bibliotek w programie BLISKO: diagnoza, czytelnictwo, co najmniej trzy inicjatywy, płaci biblioteka.',
  model: (facts) => ({
    ...usualModel(
      facts,
      `Konkurs jest częścią zadania ${facts.project.title}. Zadanie dofinansowuje ${facts.project.funderName} w ramach: ${facts.project.programmeName}.`,
    ),
    minGrosze: grosze(2_000_00),
    maxGrosze: grosze(8_000_00),
    maxPoints: 100,
    formalCriteria,
    meritCriteria,
  }),
};
