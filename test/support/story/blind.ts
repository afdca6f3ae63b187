import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Deps } from '../../../src/deps.ts';
import { addAttachments } from '../../../src/features/applications/commands/attach.ts';
import { submitApplication } from '../../../src/features/applications/commands/submit.ts';
import { readDraft } from '../../../src/features/applications/drafts.ts';
import { editForm, publishForm } from '../../../src/features/calls/form/commands.ts';
import { readyQuestion } from '../../../src/features/calls/form/library.ts';
import type { Question } from '../../../src/features/calls/form/questions.ts';
import type { Result } from '../../../src/lib/result.ts';
import type { TestClock } from '../clock.ts';
import { completeDraft, type StartedStory, type StoryApplication } from './applications.ts';
import { acceptApplication, appointedJury, coordinatorOf, momentOf, type StoryJuror } from './jury.ts';

/** A group, a boy with his grandmother and an association; each name, number and word of these is met nowhere else in the house. */
export const hidden = {
  people: [
    'Teodora Kwirynalska',
    'Fabian Ksenofontow',
    'Laura Ypsilonka',
    'Igor Zmarzłowicz',
    'Grażyna Bździągwa',
    'Ambroży Wyrwidąb',
  ],
  names: ['Gromada „Żwirowa Kuźnia”', 'Stowarzyszenie Ćmielów Trzeci'],
  contacts: ['teodora@gromada.example', '611 222 933', 'ul. Nieistniejąca 77', '0000987654'],
  answers: ['Żwirowy podpis na plakacie', 'Spółdzielnia Rzekotka', 'list-od-rzekotki.pdf'],
  files: ['umowa-kwirynalska.pdf', 'Umowa z panią Teodorą', 'nasza-grupa-zwirowa.png'],
  metadata: ['Autor Metadatowski'],
} as const;

/** In free text, which stands as it was written. */
export const written = 'Kuźnia przy starym młynie od lat stoi pusta, a dzieci pytają o kowala.';

export interface BlindStory {
  readonly callId: number;
  /** Of the group, the boy and the association. */
  readonly applications: readonly StartedStory[];
  readonly jury: readonly StoryJuror[];
  readonly questionOf: { readonly place: string };
}

const pdf = (author: string) =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Author (${author}) >>\nendobj\ntrailer\n<< /Info 1 0 R >>\n%%EOF\n`, 'latin1');

/** From the form to accepted applications and a seated jury that has declared nothing; the clock stands where declarations are made. */
export async function blindStory(
  { deps, clock }: { deps: Deps; clock: TestClock },
  callId: number,
): Promise<BlindStory> {
  const marta = coordinatorOf(deps);
  const place: Question = {
    ...{ kind: 'file', code: 'place_photo', label: 'Zdjęcie miejsca', hint: '', optional: true, mostFiles: 2 },
  };
  const ready = ['poster_name', 'support_letter'].map((code) => readyQuestion(code, []));
  for (const [revision, question] of [...ready, place].entries()) {
    if (question === undefined) throw new Error('The ready question is gone');
    must(editForm(deps, marta, { callId, revision, edit: { do: 'add_question', section: 'idea', question } }));
  }
  must(publishForm(deps, marta, callId, 3));

  const group = completeDraft(deps, {
    ...{ callId, leader: 'Teodora Kwirynalska', email: 'teodora@gromada.example', title: 'Kuźnia otwarta' },
    groupName: 'Gromada „Żwirowa Kuźnia”',
    applicant: {
      ...{ groupMembers: 'Teodora Kwirynalska\nFabian Ksenofontow, muzyk\nLaura Ypsilonka', phone: '611 222 933' },
      street: 'ul. Nieistniejąca 77',
    },
    answers: {
      ...{ summary: written, poster_name: 'Żwirowy podpis na plakacie', partners: 'Spółdzielnia Rzekotka' },
      ...{ support_letter: '', place_photo: '' },
    },
  });
  const photo = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#3a7d44' } })
    .png()
    .toBuffer();
  await attach(deps, group, '', 'Umowa z panią Teodorą', 'umowa-kwirynalska.pdf', pdf('Autor Metadatowski'));
  await attach(deps, group, 'support_letter', '', 'list-od-rzekotki.pdf', pdf('Rzekotka'));
  await attach(deps, group, 'place_photo', '', 'nasza-grupa-zwirowa.png', photo);
  const own = { support_letter: '', place_photo: '', poster_name: '', partners: '' };
  const others: StoryApplication[] = [
    {
      ...{ callId, leader: 'Igor Zmarzłowicz', email: 'igor@example.org', title: 'Rower i mapa', kind: 'minor' },
      ...{ applicant: { guardianName: 'Grażyna Bździągwa' }, answers: own },
    },
    {
      ...{
        callId,
        leader: 'Ambroży Wyrwidąb',
        email: 'biuro@cmielow.example',
        title: 'Chór z ganku',
        kind: 'organisation',
      },
      groupName: 'Stowarzyszenie Ćmielów Trzeci',
      applicant: { registerKind: 'krs', registerNumber: '0000987654' },
      answers: own,
    },
  ];
  const applications = [group, ...others.map((story) => completeDraft(deps, story))];
  const association = applications[2];
  if (association !== undefined) await attach(deps, association, '', '', 'statut.pdf', pdf('A. Wyrwidab'));
  for (const { id, actor } of applications)
    must(submitApplication(deps, actor, { applicationId: id, revision: readDraft(deps.db, id)?.revision ?? 0 }));
  clock.set(momentOf(deps, callId, 'formal_check'));
  for (const { id } of applications) acceptApplication(deps, { id, callId });
  const jury = appointedJury(deps, callId);
  clock.set(momentOf(deps, callId, 'declarations'));
  return { callId, applications, jury, questionOf: { place: 'place_photo' } };
}

async function attach(
  deps: Deps,
  { id, actor }: StartedStory,
  question: string,
  label: string,
  name: string,
  bytes: Buffer,
): Promise<void> {
  const blob = must(await deps.files.receive(Readable.from([bytes]), 100_000));
  const place = question === '' ? {} : { place: { question, most: 3 } };
  must(addAttachments(deps, actor, { applicationId: id, label, files: [{ field: 'file', name, blob }], ...place }));
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}
