import type { Deps } from '../deps.ts';
import { createBudget } from '../features/budgets/commands/versions.ts';
import { type OrganisationData, seedOrganisation } from '../features/organisation/commands.ts';
import { createProject } from '../features/project/commands.ts';
import type { Actor } from '../lib/actor.ts';
import { type Day, day } from '../lib/days.ts';
import { grosze } from '../lib/money.ts';
import { usualCosts } from './presets/usual.ts';

const system: Actor = { kind: 'system' };

/** What every page needs a word for; the rest is asked for on the page of the institution. */
const institution: OrganisationData = {
  name: 'Nasza biblioteka',
  genitiveName: 'Naszej biblioteki',
  ...{ street: '', postalCode: '', city: '', locativeCity: '', area: '', phone: '', email: '', nip: '', regon: '' },
  ...{ directorName: '', directorTitle: '', contactName: '', contactHours: '' },
  ...{ privacyOfficer: '', privacyOfficerEmail: '' },
};

/**
 * Fills an empty database for an institution of its own, in one transaction: nobody's name, a project of this year without a funder, a draft of its budget
 * with the usual costs at nothing, and no call. Everything is then written on screen.
 */
export function seedBlank(deps: Deps, today: Day): void {
  const year = Number(today.slice(0, 4));
  const endsOn = day(`${year}-12-31`);
  deps.db.write((tx) => {
    seedOrganisation(tx, deps, system, institution);
    const projectId = createProject(tx, deps, system, {
      title: 'Konkurs na inicjatywy mieszkańców',
      shortTitle: 'Inicjatywy mieszkańców',
      ...{ description: '', programmeName: '', funderName: '', funderShortName: '', creditLine: '' },
      startsOn: day(`${year}-01-01`),
      ...{ endsOn, paymentsUntilOn: endsOn, reportDueOn: endsOn },
    });
    const lines = usualCosts.filter(({ isEligible }) => isEligible === 1).map(({ name }) => lineOf(name, year));
    createBudget(tx, deps, system, { projectId, grant: grosze(0), own: grosze(0), isExample: false, lines });
  });
}

function lineOf(category: string, year: number) {
  const task = { taskCode: '1', taskName: 'Inicjatywy mieszkańców' };
  return { ...task, category, year, source: 'grant' as const, amount: grosze(0) };
}
