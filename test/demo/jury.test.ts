import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/db/connection.ts';
import { sceneOf } from '../../src/demo/scene.ts';
import type { StageCode } from '../../src/demo/stages.ts';
import { startTestApp } from '../support/app.ts';
import { plain } from '../support/papers.ts';
import { toldStory } from '../support/told-story.ts';

/** What a librarian meets who tries the jury's part of the product on the told story. */
async function rows(stage: StageCode, query: ReturnType<typeof sql>): Promise<unknown[]> {
  const db = openDatabase((await toldStory()).snapshotOf(stage), { readonly: true });
  try {
    return db.all(query);
  } finally {
    db.close();
  }
}

const leader = sql`(select p.name from application_members m join people p on p.id = m.person_id
  where m.application_id = a.id and m.role = 'leader')`;

test('one group is asked to correct two sections, does it the next evening, and is accepted in its second version', async () => {
  const asked = sql`select ${leader} as leader, a.state, (select count(*) from correction_points p where p.request_id = q.id) as points,
      (select max(v.number) from application_versions v where v.application_id = a.id) as version,
      (select sent_version_id is not null from amendments d where d.correction_id = q.id) as sent
    from correction_requests q join applications a on a.id = q.application_id`;
  const agata = { leader: 'Agata Krakowska', points: 2 };
  expect(await rows('formal_check', asked)).toEqual([{ ...agata, state: 'submitted', version: 1, sent: null }]);
  expect(await rows('scoring', asked)).toEqual([{ ...agata, state: 'accepted', version: 2, sent: 1 }]);
}, 120_000);

test('the rejected foundation asks in its three days, and somebody who did not check it answers', async () => {
  const requests = await rows(
    'scoring',
    sql`select ${leader} as leader, a.state, r.way, r.arrived_on as arrivedOn, k.recheck_until as until, r.outcome, c.name as checked, w.name as answered
      from recheck_requests r join formal_cards k on k.id = r.card_id join applications a on a.id = k.application_id
        join people c on c.id = k.decided_by join people w on w.id = r.answered_by`,
  );
  expect(requests).toEqual([
    {
      ...{
        leader: 'Remigiusz Talarek',
        state: 'rejected',
        way: 'screen',
        arrivedOn: '2024-03-20',
        until: '2024-03-22',
      },
      ...{ outcome: 'upheld', checked: 'Joanna Wasilewska', answered: 'Dorota Milewska' },
    },
  ]);
});

test('a reserve declares and is asked about a surname, but no card waits for her and no application is open', async () => {
  expect(
    await rows(
      'meeting',
      sql`select p.name, d.signed_at is not null as declared, ${leader} as namesake, (select count(*) from score_cards k where k.member_id = m.id) as cards,
        (select count(*) from jury_call_ups u where u.member_id = m.id) as calledUp
      from jury_members m join people p on p.id = m.person_id join jury_declarations d on d.member_id = m.id
        join relation_answers r on r.member_id = m.id join applications a on a.id = r.application_id where m.function = 'reserve'`,
    ),
  ).toEqual([{ name: 'Danuta Wnukowska', declared: 1, namesake: 'Kazimierz Wnukowski', cards: 0, calledUp: 0 }]);
});

test('one card comes back to its juror before the jury’s evening and is sent with other points; the first ones are kept', async () => {
  const cards = await rows(
    'scoring',
    sql`select p.name, ${leader} as leader, o.ended_as as ended, json_extract(o.points, '$[1].points') as before, s.points as after
      from score_reopenings o join score_cards k on k.id = o.card_id join jury_members m on m.id = k.member_id join people p on p.id = m.person_id
        join applications a on a.id = k.application_id join merit_criteria c on c.call_id = a.call_id and c.code = 'reading'
        join score_points s on s.card_id = k.id and s.criterion_id = c.id`,
  );
  expect(cards).toEqual([{ name: 'Halina Rapczyńska', leader: 'Jonas Nevulis', ended: 'sent', before: 4, after: 2 }]);
  expect(
    await rows(
      'meeting',
      sql`select ${leader} as leader, k.suggested_grosze as amount, k.private_note <> '' as noted from score_cards k
        join applications a on a.id = k.application_id where k.suggested_grosze is not null order by a.number`,
    ),
  ).toEqual([
    { leader: 'Ewa Sidorowicz', amount: 4500_00, noted: 1 },
    { leader: 'Daiva Maksimavičiūtė', amount: 2700_00, noted: 0 },
  ]);
});

test('at the meeting who is excluded goes out, who is late comes in, one point is changed, and the minutes come back signed', async () => {
  const inside = sql`select p.name, count(*) as times from meeting_attendance t join jury_members m on m.id = t.member_id
    join people p on p.id = m.person_id group by m.id order by m.id`;
  expect(await rows('meeting', inside)).toEqual([
    { name: 'Marianna Zubrycka', times: 1 },
    { name: 'Tomas Vaina', times: 2 },
    { name: 'Halina Rapczyńska', times: 1 },
    { name: 'Piotr Maksimowicz', times: 1 },
    { name: 'Agnieszka Bukowska', times: 1 },
  ]);
  const app = await startTestApp({ beginning: 'story: meeting' });
  onTestFinished(() => app.close());
  const scene = sceneOf(app.deps);
  const page = plain((await app.as({ id: scene.actor('joanna').personId }).get('/nabory/1/posiedzenie')).text);
  // Who is to go out for what is still ahead; Tomas is back after what he was excluded from.
  expect(page).toContain('Na sali jest osoba wyłączona z tego punktu: Piotr Maksimowicz.');
  expect(page).not.toContain('Na sali jest osoba wyłączona z tego punktu: Tomas Vaina.');
  expect(
    await rows(
      'published',
      sql`select ${leader} as leader, i.amount_grosze as amount, json_array_length(i.stepped_out) as out,
        (select count(*) from score_changes x join score_cards k on k.id = x.card_id where k.application_id = a.id) as changed
      from meeting_items i join applications a on a.id = i.application_id where i.discussed_at is not null order by i.discussed_at`,
    ),
  ).toEqual([
    { leader: 'Birutė Jurkianis', amount: null, out: 0, changed: 0 },
    { leader: 'Ewa Sidorowicz', amount: 4500_00, out: 0, changed: 1 },
    { leader: 'Daiva Maksimavičiūtė', amount: 2700_00, out: 0, changed: 0 },
    { leader: 'Maja Chalecka', amount: null, out: 0, changed: 0 },
    { leader: 'Romuald Krajewski', amount: null, out: 1, changed: 0 },
  ]);
  expect(
    await rows(
      'published',
      sql`select s.signed_on as signedOn, f.name from signed_minutes s join files f on f.id = s.file_id`,
    ),
  ).toEqual([{ signedOn: '2024-04-18', name: 'protokol-komisji-2024-04-17-podpisany.pdf' }]);
});
