import { announceCall } from '../../features/calls/commands/lifecycle.ts';
import { type OrganisationText, saveOrganisation } from '../../features/organisation/commands.ts';
import { readOrganisation } from '../../features/organisation/queries.ts';
import { day } from '../../lib/days.ts';
import { type Happening, happening } from '../happening.ts';
import type { StoryTime } from '../stages.ts';
import { cast } from './cast.ts';

/** What the library could not know of itself before somebody sat down to it. */
const completed = {
  nip: '8449971044',
  regon: '999104527',
  directorName: cast.dorota.name,
  directorTitle: 'Dyrektor',
  contactName: cast.joanna.name,
  buildingAccess:
    'Wejście od ul. Łąkowej, bez schodów. Czytelnia, wypożyczalnia i toaleta dostosowana do wózka są na parterze. Sala na piętrze: tylko po schodach. Można wejść z psem asystującym.',
  communicationAccess:
    'Przy ladzie jest pętla indukcyjna. Formularze i regulaminy czytamy na głos i drukujemy dużą czcionką. Mówimy po polsku i po litewsku; tłumacza języka migowego zapraszamy po zgłoszeniu trzy dni wcześniej.',
  accessibilityReviewedOn: day('2023-03-27'),
};

function described(at: StoryTime, what: string, changes: Partial<OrganisationText>): Happening {
  return happening(at, 'pawel', what, ({ deps }, actor) => {
    const { createdAt: _created, updatedAt: _updated, version, ...text } = readOrganisation(deps.db);
    return saveOrganisation(deps, actor, { version, text: { ...text, ...changes } });
  });
}

/** The library describes itself, and on a Monday morning in February shows the call to everyone. */
export const announcing = [
  described('2023-07-03 09.10', 'completes the page of the library', completed),
  described('2024-03-25 12.05', 'looks the accessibility declaration through', {
    accessibilityReviewedOn: day('2024-03-25'),
  }),
  happening('2024-02-12 08.00', 'joanna', 'announces the call', ({ deps, callId }, actor) =>
    announceCall(deps, actor, callId()),
  ),
];
