import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { comic, night, railway, shelf } from '../applications.ts';
import { joanna, jury } from '../cast.ts';
import type { Person } from '../person.ts';
import { type Card, cards, criteria, excluded } from '../scores.ts';
import type { Story } from '../story.ts';
import { enterByCode, enterByLink } from './people.ts';

/** C3. Four jurors declare; one steps aside from one application. */
export async function declareImpartiality(story: Story): Promise<void> {
  story.itIs('2024-03-22T18:00:00.000Z');
  for (const [index, seat] of jury.entries()) {
    const invitation = await story.letterTo(seat.email, 'Zaproszenie do komisji konkursowej');
    expect(invitation.text).toContain(`Funkcja: ${seat.function}.`);
    const juror = await (index % 2 === 0 ? enterByLink(story, seat) : enterByCode(story, seat));
    await juror.turnTo('Moje oceny');
    await juror.follow('Złóż oświadczenie');
    await juror.sees(shelf.title, railway.title, comic.title);
    expect(await juror.reads()).not.toContain(night.title);
    if (seat === excluded.juror) {
      const row = juror.at('group', excluded.from.title);
      await row.choose(
        'Co Cię łączy z tym wnioskiem',
        'Wyłączenie – pokrewieństwo lub powinowactwo do drugiego stopnia albo wspólny dom',
      );
      await row.type('Kilka słów wyjaśnienia', 'Moja siostra należy do koła.');
    }
    await juror.tick('Podpisuję to oświadczenie');
    await juror.press('Składam oświadczenie');
    await juror.sees('Treść wniosków jest już otwarta.');
  }

  const wasilewska = await story.person(joanna);
  await wasilewska.turnTo('Komisja');
  await wasilewska.sees('Oświadczenia złożyło 4 z 4.', 'Moja siostra należy do koła.');
}

/** C3. Each juror reads and scores the rest alone. */
export async function scoreApplications(story: Story): Promise<void> {
  story.itIs('2024-04-03T17:00:00.000Z');
  for (const { juror: seat, cards: given } of cards) {
    const juror = await story.person(seat);
    await juror.turnTo('Moje oceny');
    await juror.sees(`0 z ${given.length}`);
    if (seat === excluded.juror) expect(await juror.reads()).not.toContain(excluded.from.title);
    for (const card of given) {
      await juror.follow(`Oceń następny: ${card.code}`);
      await fillCard(juror, card);
      await juror.press('Przejrzyj i wyślij');
      await juror.sees(`Wysłać ocenę wniosku ${card.code}?`, `Razem: 7 z 7 kryteriów ${card.merit} / 100`);
      await juror.press('Wysyłam kartę');
      await juror.turnTo('Moje oceny');
    }
    await juror.sees('wszystkie karty wysłane');
  }
  expect(
    story.app.deps.db.all(sql`
    select a.number, count(*) as cards, count(distinct c.member_id) as members from score_cards c join applications a on a.id = c.application_id
    where c.state = 'sent' group by a.number`),
  ).toEqual([
    { number: 1, cards: 4, members: 4 },
    { number: 2, cards: 3, members: 3 },
    { number: 3, cards: 4, members: 4 },
  ]);
}

async function fillCard(juror: Person, { title, points }: Card): Promise<void> {
  for (const [index, name] of criteria.entries()) {
    await juror.unfold(name);
    await juror.at('group', name).tick(String(points[index]));
  }
  await juror.type('Uzasadnienie', `„${title}”: potrzebne, dobrze policzone i do zrobienia siłami tej grupy.`);
}
