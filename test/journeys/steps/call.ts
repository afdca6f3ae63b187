import { agata } from '../cast.ts';
import type { Story } from '../story.ts';

/** C1. Somebody who has only heard of it reads what, who, how much, when, by which rules, whom to ask and what comes next. */
export async function readCall(story: Story): Promise<void> {
  const visitor = await story.person(agata);
  await visitor.open('/');
  await visitor.sees(
    '„Para-buch! Biblioteka – w ruch!”',
    'Do podziału 10 500,00 zł',
    'od 2 000,00 zł do 8 000,00 zł',
    'co najmniej 3 osoby, w tym jedna pełnoletnia',
    'Wnioski przyjmujemy do piątku 15 marca 2024 r., godz. 15.00',
    'Najbliższy termin: 4 marca 2024 r., godz. 14.00, Konsultacje wniosków.',
    '15–20 marca 2024 r. Sprawdzenie formalne',
    'Pieniędzy nie wypłacamy – to biblioteka kupuje i płaci.',
    'Koordynatorka konkursu, czytelnia, ul. Łąkowa 1',
  );
  await visitor.follow('Regulamin konkursu');
  await visitor.sees('§ 2', 'Regulamin');
  await visitor.turnTo('Konkurs');
  await visitor.follow('Jak przetwarzamy dane');
  await visitor.turnTo('Konkurs');
  await visitor.follow('Diagnoza: partnerzy i potrzeby');
  await visitor.turnTo('Wyniki');
  await visitor.sees('Wyników jeszcze nie ma.', '22 kwietnia 2024 r.');
}
