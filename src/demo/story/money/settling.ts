import { sql } from 'drizzle-orm';
import { askForDocumentAgain } from '../../../features/desk/ask-again.ts';
import { discardExpense, enterExpense } from '../../../features/expenses/commands/draft.ts';
import { readExpense } from '../../../features/expenses/queries.ts';
import { askForReport } from '../../../features/reports/commands.ts';
import { settleInitiative } from '../../../features/settlements/commands.ts';
import { day } from '../../../lib/days.ts';
import { grosze } from '../../../lib/money.ts';
import { documentKinds, fileAccess } from '../../../registries.ts';
import { type Happening, happening } from '../../happening.ts';
import type { StoryTime } from '../../stages.ts';
import type { CastKey } from '../cast.ts';
import { seller } from './sellers.ts';

/** Joanna types an invoice in a second time, with its number otherwise spaced; Teresa sees it and throws the draft away. */
const mistakenNumber = 'FV 98/6/2024';

const mistake: readonly Happening[] = [
  happening('2024-07-03 14.30', 'joanna', 'enters an invoice once more', ({ deps, initiative }, actor) => {
    const { name: sellerName, nip: sellerNip } = seller('druk');
    return enterExpense(deps, actor, {
      document: {
        kind: 'invoice',
        number: mistakenNumber,
        sellerName,
        sellerNip,
        issuedOn: day('2024-06-10'),
        total: grosze(444_00),
        description: 'Plakaty koła gospodyń',
      },
      initiativeId: initiative('bozena'),
    });
  }),
  happening('2024-07-04 09.50', 'teresa', 'discards the invoice entered twice', ({ deps, expense }, actor) => {
    const expenseId = expense(mistakenNumber);
    return discardExpense(deps, actor, { expenseId, revision: readExpense(deps.db, expenseId)?.revision ?? 0 });
  }),
];

function settled(at: StoryTime, leader: CastKey, note: string): Happening {
  return happening(at, 'teresa', `settles the initiative of ${leader}`, ({ deps, initiative }, actor) =>
    settleInitiative(deps, actor, { initiativeId: initiative(leader), note }),
  );
}

const settlements: readonly Happening[] = [
  settled('2024-07-08 12.20', 'wieslawa', 'Foremki i książki zostały w świetlicy. Bez uwag.'),
  settled('2024-09-27 10.30', 'bozena', 'Gra o książkach dla klas kupiona z wkładu własnego biblioteki.'),
  settled('2024-10-04 10.40', 'ewa', 'Pamięci z nagraniami są w zbiorach regionalnych biblioteki.'),
  settled('2024-10-09 11.10', 'daiva', ''),
  settled('2024-10-11 10.20', 'maja', 'Kable i gąbki zostają w bibliotece, młodzież bierze je na nagrania.'),
  settled('2024-10-30 10.15', 'kajetan', 'Faktura za licencję przyszła 10 października, zapłacona w terminie.'),
  settled('2024-11-13 10.30', 'birute', 'Składki i podatek zapłacone 8 listopada. Bez uwag.'),
];

const reports: readonly Happening[] = [
  happening('2024-01-12 10.15', 'teresa', 'asks for the register after the first year', ({ deps }, actor) =>
    askForReport(deps, actor, 'document_register'),
  ),
  happening('2024-11-18 11.20', 'teresa', 'asks for the whole register', ({ deps }, actor) =>
    askForReport(deps, actor, 'document_register'),
  ),
  happening('2024-12-03 12.10', 'joanna', 'asks for the report to the funder', ({ deps }, actor) =>
    askForReport(deps, actor, 'project_report'),
  ),
];

/** The description printed for the signatures says nothing of the payment that came later. */
const described: Happening = happening(
  '2024-11-19 09.40',
  'teresa',
  'has the description of a paid invoice made again',
  ({ deps, expense }, actor) => {
    const printed = deps.db.get<{ id: number }>(sql`
      select max(id) as id from documents where kind = 'expense_description' and subject_id = ${expense('FV 158/09/2024')}`);
    return askForDocumentAgain(deps, { kinds: documentKinds, fileAccess }, actor, printed?.id ?? 0);
  },
);

/** How the money is closed: one mistake undone, seven settlements, a paper made again, registers and the report. */
export const settling = [...mistake, ...settlements, described, ...reports];
