import type { Reader } from '../../../db/connection.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { budgetPaths } from '../paths.ts';
import { readTasks } from '../queries.ts';
import { pageTitles } from '../texts.ts';
import type { Version } from '../versions.ts';

/** Number and name of one task: as they stand, or as typed. */
export function taskPage(reader: Reader, version: Version, id: number, raw?: RawBody): Answer {
  const task = readTasks(reader, version.projectId).find((one) => one.id === id);
  if (task === undefined) return absent;
  return view('budgets/task', pageTitles.task, {
    ...places(version),
    heading: `${task.code}. ${task.name}`,
    typed:
      raw === undefined
        ? { code: task.code, name: task.name }
        : { code: rawText(raw, 'code'), name: rawText(raw, 'name') },
    action: budgetPaths.taskOf(id),
    removal: task.hasLines ? '' : budgetPaths.taskRemovalOf(id),
  });
}

/** Asks before it goes. */
export function taskRemovalPage(reader: Reader, version: Version, id: number): Answer {
  const task = readTasks(reader, version.projectId).find((one) => one.id === id);
  if (task === undefined) return absent;
  return view('budgets/task-removal', pageTitles.taskRemoval, {
    ...places(version),
    heading: `${task.code}. ${task.name}`,
    action: budgetPaths.taskRemovalOf(id),
    task: budgetPaths.taskOf(id),
  });
}

function places(version: Version) {
  return { revision: version.revision, show: budgetPaths.show, draft: budgetPaths.draft };
}
