import { expect } from 'vitest';
import { comic, railway, shelf } from '../applications.ts';
import { balancesOf, standing } from '../balances.ts';
import { agata, director, joanna } from '../cast.ts';
import { oneLine } from '../person.ts';
import { means } from '../scores.ts';
import type { Story } from '../story.ts';
import { addressIn } from './letters.ts';
import { comeIn, enterByLink } from './people.ts';

const whyLess = 'Komisja prosi o dwa spotkania mniej.';

/** C4. An award, a smaller award and a reserve place: proposed, approved by the director, published in one step. */
export async function decide(story: Story): Promise<void> {
  story.itIs('2024-04-18T08:00:00.000Z');
  const wasilewska = await story.person(joanna);
  await wasilewska.turnTo('Pulpit');
  await wasilewska.follow('Ranking przyjęty: przygotuj rozstrzygnięcie dla dyrektora');
  await wasilewska.press('Przygotuj propozycję');
  await wasilewska.sees('W puli zostaje 0,00 zł.');
  await wasilewska.type('Kwota, zł, PB/2024/02', '6500');
  await wasilewska.press('Przekaż dyrektorowi');
  await wasilewska.sees('Kwota jest mniejsza niż wnioskowana. Napisz dlaczego: przeczyta to grupa.');
  await wasilewska.type('Uzasadnienie dla grupy, PB/2024/02', whyLess);
  await wasilewska.press('Przekaż dyrektorowi');
  await wasilewska.sees('Rozstrzygnięcie czeka na dyrektora.', 'W puli zostaje 220,40 zł.');

  const markowska = await enterByLink(story, director);
  await markowska.turnTo('Pulpit');
  await markowska.follow('Zatwierdź rozstrzygnięcie konkursu albo zwróć je z uwagą');
  await markowska.press('Zatwierdzam');
  await markowska.sees('Zatwierdzono.');
  expect(balancesOf(story)).toEqual({});
}

export async function publish(story: Story): Promise<void> {
  story.itIs('2024-04-22T08:00:00.000Z');
  const birute = await story.person(shelf.leader);
  await birute.turnTo('Wnioski');
  expect(await birute.reads()).not.toContain(means.shelf);

  const wasilewska = await story.person(joanna);
  await wasilewska.turnTo('Pulpit');
  await wasilewska.follow('Rozstrzygnięcie zatwierdzone: ogłoś wyniki');
  await wasilewska.press('Ogłoś wyniki');
  await wasilewska.sees('Wyniki są ogłoszone.');

  await expectPublicList(story);
  await expectResults(story);
  expect(balancesOf(story)).toEqual({
    '4 wynagrodzenia i honoraria 2024 grant': standing(9000_00, { reserved: 4149_68 }),
    '4 materiały 2024 grant': standing(6000_00, { reserved: 2272_98 }),
    '4 druk i promocja 2024 grant': standing(2500_00, { reserved: 260_00 }),
    '4 wynajem 2024 grant': standing(1800_00, { reserved: 745_22 }),
    '4 transport 2024 grant': standing(2200_00, { reserved: 1898_60 }),
    '4 poczęstunek 2024 grant': standing(1500_00, { reserved: 953_12 }),
  });
}

async function expectPublicList(story: Story): Promise<void> {
  const visitor = await story.person(agata);
  await visitor.open('/');
  await visitor.follow('Zobacz wyniki');
  await visitor.sees(
    '2 inicjatywy wybrane, razem 10 279,60 zł z puli 10 500,00 zł.',
    `PB/2024/01 ${shelf.title} Czytelnicy z Puńskiej ${means.shelf} 3 779,60`,
    `PB/2024/02 ${railway.title} Koło Gospodyń Wiejskich w Krasnowie ${means.railway} 6 500,00`,
    `PB/2024/03 ${comic.title}`,
  );
  const list = await visitor.reads();
  expect(list).not.toContain(comic.leader.name);
  expect(list).not.toContain(means.comic);
}

/** One letter to each group in the ranking and to nobody else, and what it leads to. */
async function expectResults(story: Story): Promise<void> {
  const results = [
    {
      group: shelf,
      subject: 'Wynik konkursu: inicjatywa PB/2024/01 wybrana',
      letter: 'Kwota na realizację: 3 779,60 zł Punkty: 90,25, miejsce 1 z 3.',
      // The talks about the costs, for the reader's calendar.
      enclosed: ['termin.ics'],
      page: [
        'Inicjatywa wybrana',
        'Kwota na realizację 3 779,60 zł',
        `Punkty: ${means.shelf} (w tym dodatkowe 2,00), miejsce 1 z 3.`,
      ],
    },
    {
      group: railway,
      subject: 'Wynik konkursu: inicjatywa PB/2024/02 wybrana, z mniejszą kwotą',
      letter: `Kwota na realizację: 6 500,00 zł (we wniosku: 7 850,00 zł) Punkty: 81,67, miejsce 2 z 3. Uzasadnienie ${whyLess}`,
      enclosed: ['termin.ics'],
      page: ['Kwota na realizację 6 500,00 zł', 'We wniosku było 7 850,00 zł.', whyLess],
    },
    {
      group: comic,
      subject: 'Wynik konkursu: inicjatywa PB/2024/03 na liście rezerwowej',
      letter: 'jest na liście rezerwowej, na miejscu 1.',
      enclosed: [],
      page: [
        'Miejsce 1 na liście rezerwowej.',
        `Punkty: ${means.comic} (w tym dodatkowe 3,00), miejsce 3 z 3.`,
        'Do tego czasu nie musicie nic robić.',
      ],
    },
  ] as const;
  for (const { group, subject, letter, enclosed, page } of results) {
    const received = await story.letterTo(group.leader.email, 'Wynik konkursu');
    expect(received.subject).toBe(subject);
    expect(received.envelope.to).toEqual([group.leader.email]);
    expect(received.attachments.map(({ filename }) => filename)).toEqual(enclosed);
    expect(oneLine(received.text ?? '')).toContain(letter);
    const person = await story.person(group.leader);
    await person.open(addressIn(received));
    if (group === comic) await comeIn(story, person);
    await person.sees(...page, `„${group.title}”: potrzebne, dobrze policzone`);
  }
  await reachResult(story);
  const sent = story.app.mailbox.letters.filter(({ subject }) => subject?.startsWith('Wynik konkursu'));
  expect(sent).toHaveLength(results.length);
}

/** The same from the group's own list, and on to what has become of the application. */
async function reachResult(story: Story): Promise<void> {
  const birute = await story.person(shelf.leader);
  await birute.turnTo('Wnioski');
  await birute.follow(`„${shelf.title}”`);
  await birute.follow('Zobacz wynik');
  await birute.follow('Strona inicjatywy');
  await birute.sees('Uzgodnijcie z biblioteką kosztorys: rozmowy trwają 23 kwietnia – 10 maja 2024 r.');
}
