import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { consents, shelf } from './applications.ts';
import { type Keys, keysOf } from './keys.ts';
import { oneLine } from './person.ts';
import { codeIn } from './steps/letters.ts';

const browser = openBrowser();
const goOn = 'Zapisz i przejdź dalej';

test('by keyboard only, from the page of the call to the receipt, and the focus is always to be seen', async () => {
  const app = await startTestApp({ beginning: 'open', at: '2024-02-27T11:00:00.000Z', listening: true, mail: true });
  try {
    const { page } = await browser.newVisitor({ origin: app.url });
    const keys = keysOf(page);
    await page.goto('/nabory/1');
    await keys.press('Zacznij pisać wniosek');
    await keys.tick(shelf.kind);
    await keys.type('Wasz adres e-mail', shelf.leader.email);
    await keys.press('Zacznijcie pisać');

    await writeAll(keys, () => page.locator('main').innerText());
    await keys.press('Wyślij kod');
    const letter = await app.mailbox.waitFor(
      ({ subject }) => (subject ?? '').includes('Potwierdź adres e-mail'),
      15_000,
    );
    await keys.type('Kod z listu', codeIn(letter));
    await keys.press('Wchodzę');
    await keys.press('Złóż wniosek');
    const receipt = oneLine(await page.locator('main').innerText());
    expect(receipt).toContain('3 779,60 zł');
    expect(new URL(page.url()).pathname).toBe('/wnioski/1/potwierdzenie');
    expect(app.deps.db.get(sql`select number, state, title, requested_grosze as requested from applications`)).toEqual({
      number: 1,
      state: 'submitted',
      title: shelf.title,
      requested: 377_960,
    });
    expect(keys.unseen).toEqual([]);
  } finally {
    await app.close();
  }
});

async function writeAll(keys: Keys, read: () => Promise<string>): Promise<void> {
  for (const [label, words] of Object.entries(shelf.applicant)) await keys.type(label, words);
  await keys.press(goOn);
  await keys.type('Tytuł inicjatywy', shelf.title);
  const left = new Map(Object.entries(shelf.answers));
  while (left.size > 0) {
    const shown = oneLine(await read());
    const here = [...left].filter(([label]) => shown.includes(label));
    expect(here).not.toEqual([]);
    for (const [label, words] of here) {
      await keys.type(label, words);
      left.delete(label);
    }
    await keys.press(goOn);
  }
  for (const [index, { activity, starts, ends, place }] of shelf.schedule.entries()) {
    if (index > 0) await keys.press('Dodaj działanie');
    await keys.type(`Pozycja ${index + 1}: co zrobicie`, activity);
    await keys.type('Początek', starts);
    await keys.type('Koniec', ends ?? '');
    await keys.type('Gdzie', place);
  }
  await keys.press(goOn);
  for (const [index, cost] of shelf.costs.entries()) {
    if (index > 0) await keys.press('Dodaj pozycję');
    await keys.type(`Pozycja ${index + 1}: za co`, cost.name);
    await keys.choose(`Pozycja ${index + 1}: kategoria`, cost.category);
    await keys.type('Ilość', cost.quantity);
    await keys.type('Jednostka', cost.unit);
    await keys.type('Cena', cost.price);
  }
  await keys.press(goOn);
  await keys.press('Dalej: Zgody i oświadczenia');
  for (const label of consents) await keys.tick(label);
  await keys.press(goOn);
}
