import { issueAgreement } from '../../features/agreements/commands/issue.ts';
import { confirmFunds, openAgreement } from '../../features/agreements/commands/prepare.ts';
import { recordSigned } from '../../features/agreements/commands/sign.ts';
import { agreementOf } from '../../features/agreements/queries.ts';
import { saveWording } from '../../features/correspondence/wording-commands.ts';
import { warsawDay } from '../../lib/days.ts';
import { longDate } from '../../lib/polish-dates.ts';
import { defaultText } from '../../pdf/wording/versions.ts';
import { type Happening, happening } from '../happening.ts';
import type { Scene } from '../scene.ts';
import type { StoryTime } from '../stages.ts';
import type { CastKey } from './cast.ts';

interface Course {
  readonly opened: StoryTime;
  readonly confirmed: StoryTime;
  readonly issued: StoryTime;
  readonly signed: StoryTime;
}

function agreement(leader: CastKey, { opened, confirmed, issued, signed }: Course): Happening[] {
  return [
    happening(opened, 'joanna', `opens the agreement with ${leader}`, ({ deps, initiative }, actor) =>
      openAgreement(deps, actor, { initiativeId: initiative(leader) }),
    ),
    happening(confirmed, 'teresa', `confirms the funds for ${leader}`, ({ deps, initiative }, actor) =>
      confirmFunds(deps, actor, { initiativeId: initiative(leader) }),
    ),
    happening(issued, 'joanna', `issues the agreement with ${leader}`, ({ deps, initiative }, actor) =>
      issueAgreement(deps, actor, { initiativeId: initiative(leader) }),
    ),
    happening(signed, 'joanna', `records the signed agreement of ${leader}`, async (scene, actor) => {
      const initiativeId = scene.initiative(leader);
      const signedOn = warsawDay(scene.deps.clock.now());
      return recordSigned(scene.deps, actor, { initiativeId, signedOn, scan: await scan(scene, initiativeId) });
    }),
  ];
}

/** The paper itself with the place of the signatures filled in, as it comes back from the library's scanner. */
async function scan(scene: Scene, initiativeId: number) {
  const { db, clock } = scene.deps;
  const agreement = agreementOf(db, initiativeId);
  if (agreement === undefined) throw new Error(`Nothing to sign for initiative ${initiativeId}`);
  const { blob, fileName } = await scene.redrawn('agreement', agreement.id, (sheet) => {
    sheet.paragraph(`Podpisano odręcznie, ${longDate(warsawDay(clock.now()))}`, { align: 'right' });
  });
  return { blob, name: `${fileName}-podpisane.pdf` };
}

/** One sentence of the text for informal groups, before the first of them gets hers; the others keep the text of the program. */
const reworded = happening(
  '2024-04-25 12.40',
  'joanna',
  'rewords the agreement with informal groups',
  (scene, actor) => {
    const which = { kind: scene.worded('agreement'), variant: 'informal_group' };
    const before = defaultText(which.kind, which.variant);
    const text = before.replace(
      'składa krótkie sprawozdanie.',
      'składa krótkie sprawozdanie, na formularzu albo własnymi słowami.',
    );
    if (text === before) throw new Error('The text of the agreement has no sentence to reword');
    const note = 'grupy pytały, czy sprawozdanie musi być na formularzu';
    return saveWording(scene.deps, actor, which, { text, note, base: 0, from: null });
  },
);

/** Seven agreements, all signed by the first day of the realisation. */
export const agreeing = [
  reworded,
  ...agreement('wieslawa', {
    opened: '2024-04-24 10.30',
    confirmed: '2024-04-24 14.05',
    issued: '2024-04-25 09.10',
    signed: '2024-04-29 12.15',
  }),
  ...agreement('birute', {
    opened: '2024-04-26 09.00',
    confirmed: '2024-04-26 12.40',
    issued: '2024-04-29 09.25',
    signed: '2024-05-06 16.20',
  }),
  ...agreement('bozena', {
    opened: '2024-04-29 13.00',
    confirmed: '2024-04-30 10.10',
    issued: '2024-05-07 09.30',
    signed: '2024-05-09 13.45',
  }),
  ...agreement('ewa', {
    opened: '2024-05-08 12.40',
    confirmed: '2024-05-08 14.55',
    issued: '2024-05-09 09.15',
    signed: '2024-05-10 11.30',
  }),
  ...agreement('kajetan', {
    opened: '2024-05-08 14.20',
    confirmed: '2024-05-08 15.00',
    issued: '2024-05-09 09.20',
    signed: '2024-05-10 16.05',
  }),
  ...agreement('maja', {
    opened: '2024-05-08 15.25',
    confirmed: '2024-05-09 08.40',
    issued: '2024-05-09 09.25',
    signed: '2024-05-13 15.10',
  }),
  ...agreement('daiva', {
    opened: '2024-05-09 10.10',
    confirmed: '2024-05-09 12.30',
    issued: '2024-05-09 13.05',
    signed: '2024-05-13 10.20',
  }),
];
