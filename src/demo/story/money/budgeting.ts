import { copyToDraft, saveAndPutInForce } from '../../../features/budgets/commands/drafts.ts';
import { draftVersion, versionLines } from '../../../features/budgets/versions.ts';
import { readProject } from '../../../features/project/queries.ts';
import { happening } from '../../happening.ts';

/** The example becomes the library's own budget: the sums of the agreement with the funder, checked line by line. */
export const budgeting = [
  happening('2023-07-05 10.20', 'joanna', 'copies the example budget', ({ deps }, actor) =>
    copyToDraft(deps, actor, readProject(deps.db).id),
  ),
  happening('2023-07-05 14.10', 'teresa', 'puts the budget in force', ({ deps }, actor) => {
    const draft = draftVersion(deps.db, readProject(deps.db).id);
    if (draft === undefined) throw new Error('There is no draft of the budget');
    const { id: versionId, revision, grantGrosze: grant, ownGrosze: own } = draft;
    const amounts = versionLines(deps.db, versionId).map(({ id: lineId, amount }) => ({ lineId, amount }));
    return saveAndPutInForce(deps, actor, { versionId, revision, grant, own, amounts });
  }),
];
