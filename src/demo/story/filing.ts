import { saveSection } from '../../features/applications/commands/save.ts';
import { withdrawApplication } from '../../features/applications/commands/withdraw.ts';
import { happening } from '../happening.ts';
import { agata } from './groups/agata.ts';
import { birute } from './groups/birute.ts';
import { bozena } from './groups/bozena.ts';
import { daiva } from './groups/daiva.ts';
import { ewa } from './groups/ewa.ts';
import type { Group } from './groups/group.ts';
import { jonas } from './groups/jonas.ts';
import { kajetan } from './groups/kajetan.ts';
import { kazimierz } from './groups/kazimierz.ts';
import { lukasz } from './groups/lukasz.ts';
import { maja } from './groups/maja.ts';
import { remigiusz } from './groups/remigiusz.ts';
import { romuald } from './groups/romuald.ts';
import { stefania } from './groups/stefania.ts';
import { ugne } from './groups/ugne.ts';
import { wieslawa } from './groups/wieslawa.ts';
import { writing } from './writing.ts';

/** In no order of theirs: each has its own times. */
export const groups: readonly Group[] = [
  ...[birute, ewa, wieslawa, daiva, bozena, kajetan, maja, romuald, jonas, kazimierz, ugne, agata],
  ...[remigiusz, stefania, lukasz],
];

/** What Łukasz had opened on his phone before he wrote the evening before at home: he sees nothing of it and means the same answer. */
const onTheBus = {
  section: 'idea',
  seen: {},
  page: 'lukasz on the bus',
  step: 0,
  isAutosave: false,
  typed: {
    kind: 'questions',
    title: null,
    answers: { need: 'Jeżdżę do pracy rowerem i widzę, ilu ludzi robi to samo, choć po drodze nie ma gdzie stanąć.' },
  },
} as const;

/** Fifteen applications begun, fourteen sent, one taken back the day before the deadline. */
export const filing = [
  ...groups.flatMap(writing),
  happening('2024-03-14 10.18', 'stefania', 'takes the application back', ({ deps, application }, actor) =>
    withdrawApplication(deps, actor, { applicationId: application('stefania') }),
  ),
  happening(
    '2024-03-13 07.35',
    'lukasz',
    'writes an answer once more and never chooses',
    ({ deps, application }, actor) => saveSection(deps, actor, { applicationId: application('lukasz'), ...onTheBus }),
  ),
];
