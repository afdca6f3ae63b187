import { expect } from 'vitest';
import { accountant, director, joanna, jury } from '../cast.ts';
import { excluded } from '../scores.ts';
import type { Story } from '../story.ts';

const at = {
  applying: '27 lutego 2024 r., godz. 12.00',
  checking: '18 marca 2024 r., godz. 10.00',
  declaring: '22 marca 2024 r., godz. 19.00',
  scoring: '3 kwietnia 2024 r., godz. 19.00',
  meeting: '17 kwietnia 2024 r., godz. 15.00',
  deciding: '18 kwietnia 2024 r., godz. 10.00',
  publishing: '22 kwietnia 2024 r., godz. 10.00',
  agreeing: '29 kwietnia 2024 r., godz. 12.00',
  issuing: '7 maja 2024 r., godz. 11.00',
  signing: '10 maja 2024 r., godz. 14.00',
  booking: '14 czerwca 2024 r., godz. 11.00',
  paying: '20 czerwca 2024 r., godz. 15.00',
  settling: '10 października 2024 r., godz. 12.00',
} as const;

/** From the newest to the oldest: what, on which record, when, who, from what to what. */
const steps = [
  `rozliczono inicjatywę rozliczenie inicjatywy PB/2024/01 uzgodniono: 3 747,50 zł, wydano: 1 021,40 zł, wkład własny: 0,00 zł, niewykorzystane: 2 726,10 zł „Herbatę i ciasto grupa przyniosła z domu.” ${at.settling} ${accountant.name}`,
  `inicjatywa rozliczona inicjatywa PB/2024/01 ${at.settling} ${accountant.name} było: w realizacji, jest: rozliczona`,
  `dokument opłacony w całości dokument FV 118/06/2024 razem: 1 890,00 zł ${at.paying} ${accountant.name} było: zatwierdzony do wypłaty, jest: zapłacony`,
  `zatwierdzono do wypłaty dokument FV 118/06/2024 sposób: w systemie, dzień podpisania: 14 czerwca 2024 r. ${at.booking} ${director.name} było: po wstępnej kontroli, jest: zatwierdzony do wypłaty`,
  `zaksięgowano dokument dokument FV 118/06/2024 razem: 1 890,00 zł, dotacja: 1 621,40 zł, wkład własny: 150,00 zł ${at.booking} ${accountant.name} było: szkic, jest: zaksięgowany`,
  `porozumienie podpisane porozumienie PB/2024/01/P numer: PB/2024/01/P, dzień podpisania: 10 maja 2024 r., uzgodniono: 3 747,50 zł ${at.signing} ${joanna.name} było: do podpisu, jest: podpisane`,
  `wydano porozumienie do podpisu porozumienie PB/2024/01/P numer: PB/2024/01/P, uzgodniono: 3 747,50 zł ${at.issuing} ${joanna.name} było: pieniądze potwierdzone, jest: do podpisu`,
  `potwierdzono: mieści się w planie finansowym porozumienie PB/2024/01/P uzgodniono: 3 747,50 zł ${at.issuing} ${accountant.name} było: czeka na księgowość, jest: pieniądze potwierdzone`,
  `uzgodniono kosztorys inicjatywa PB/2024/02 przyznano: 6 500,00 zł, uzgodniono: 6 105,48 zł ${at.agreeing} ${joanna.name} było: uzgadnianie kosztorysu, jest: kosztorys uzgodniony`,
  `ogłoszono wyniki rozstrzygnięcie ${at.publishing} ${joanna.name} było: zatwierdzone, jeszcze nieogłoszone, jest: ogłoszone`,
  `zatwierdzono rozstrzygnięcie rozstrzygnięcie przyznano: 10 279,60 zł ${at.deciding} ${director.name} było: czeka na dyrektora, jest: zatwierdzone, jeszcze nieogłoszone`,
  `komisja przyjęła ranking ranking ${at.meeting} ${joanna.name}`,
  ...jury
    .map(
      ({ name }) =>
        `wysłano kartę oceny karta oceny wniosku PB/2024/01 ${at.scoring} ${name} było: szkic, jest: wysłana`,
    )
    .toReversed(),
  `wyłączenie z oceny wniosku wniosek PB/2024/02 „Moja siostra należy do koła.” ${at.declaring} ${excluded.juror.name}`,
  `wniosek odrzucono w ocenie formalnej wniosek PB/2024/04 ${at.checking} ${joanna.name} było: złożony, jest: po ocenie formalnej: odrzucony`,
  `złożono wniosek wniosek PB/2024/01 numer: 1, kwota wnioskowana: 3 779,60 zł ${at.applying} Birutė Jurkūnienė było: szkic, jest: złożony`,
  `zmieniono kwoty i limity konkursu konkurs ${at.applying} ${joanna.name}`,
] as const;

/** C8. Each step stands in the history: who, when, what, from → to. */
export async function readHistory(story: Story): Promise<void> {
  const wasilewska = await story.person(joanna);
  await wasilewska.turnTo('Pulpit');
  await wasilewska.follow('Historia: kto, kiedy, co');
  let read = await wasilewska.reads();
  for (let page = await wasilewska.reads(); page.includes('Dalej'); page = await wasilewska.reads()) {
    await wasilewska.at('navigation', 'Strony historii').follow('Dalej');
    read += await wasilewska.reads();
  }
  const places = steps.map((step) => ({ step, isThere: read.includes(step) }));
  expect(places.filter(({ isThere }) => !isThere)).toEqual([]);
  const order = steps.map((step) => read.indexOf(step));
  expect(order).toEqual(order.toSorted((one, other) => one - other));
}
