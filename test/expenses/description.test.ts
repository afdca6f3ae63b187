import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { controlExpense } from '../../src/features/expenses/commands/approvals.ts';
import { grosze } from '../../src/lib/money.ts';
import type { Client } from '../support/client.ts';
import { bookedInvoice, draftInvoice, paidInvoice } from '../support/story/expenses.ts';
import { eventsOf, type Ground, newGround, plain } from './ground.ts';

let ground: Ground;
let joanna: Client;
beforeAll(async () => {
  ground = await newGround();
  joanna = ground.as(ground.coordinator);
});
afterAll(() => ground.app.close());

const wordsIn = (pdf: Buffer) =>
  plain(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' })).replace(/\s+/g, ' ');

async function describedBy(id: number): Promise<string> {
  await joanna.get(`/wydatki/${id}`);
  const waiting = await joanna.submit(`/wydatki/${id}/opis`);
  expect(plain(waiting.text)).toContain('w przygotowaniu, odśwież stronę za chwilę');
  await ground.app.drain();
  const ready = await joanna.get(`/wydatki/${id}`);
  const href = [...ready.links].find(([words]) => words.startsWith('Opis dokumentu'))?.[1] ?? '';
  const file = await joanna.get(href);
  expect(file.headers['content-type']).toBe('application/pdf');
  return wordsIn(file.body);
}

describe('the printed description', () => {
  test('before signatures has the split, the sum in words and room to sign', async () => {
    const id = bookedInvoice(ground.app.deps, {
      number: 'FV/118/06/2024',
      description: 'Zakładki i plakaty na wieczór czytania',
      parts: [
        { lineId: ground.lines.print, initiativeId: ground.shelf, amount: grosze(1_000_00) },
        { lineId: ground.lines.print, initiativeId: ground.benches, amount: grosze(430_00) },
        { lineId: ground.lines.ownPromotion, initiativeId: null, amount: grosze(400_00) },
      ],
      outside: grosze(15_00),
    });
    const words = await describedBy(id);
    for (const part of [
      'Opis dokumentu księgowego',
      'Faktura FV/118/06/2024',
      'NIP 1234563218',
      '1 845,00 zł (słownie: tysiąc osiemset czterdzieści pięć złotych 00/100)',
      'Zakładki i plakaty na wieczór czytania',
      'Z dotacji (Narodowe Centrum Kultury): 1 430,00 zł. Z wkładu własnego: 400,00 zł.',
      'inicjatywa PB/2024/01 „Dwa języki, jedna półka” 1 000,00',
      'inicjatywa PB/2024/02 „Ławki z wierszem” 430,00',
      'wkład własny zadanie biblioteki 400,00',
      'poza zadaniem 15,00',
      'Wstępna kontrola: zgodne z planem finansowym, formalnie i rachunkowo',
      'Zatwierdzono do wypłaty',
      'Dekretacja',
      'Dofinansowano ze środków',
    ]) {
      expect(words).toContain(part);
    }
    expect(words).not.toContain('Teresa Krupińska');
    expect(words).not.toContain('PROJEKT');
    expect(eventsOf(ground, id)).toContain('expense.description_asked');

    controlExpense(ground.app.deps, ground.accountant, id);
    expect(await describedBy(id)).toContain('Teresa Krupińska, 13 czerwca 2024 r. (w systemie)');
  });

  test('of a paid document names the payment and both signatures', async () => {
    const id = paidInvoice(ground.app.deps, {
      parts: [{ lineId: ground.lines.materials, initiativeId: ground.shelf, amount: grosze(480_50) }],
    });
    const words = await describedBy(id);
    expect(words).toContain('13.06.2024');
    expect(words).toContain('Regina Bielska, 13 czerwca 2024 r. (w systemie)');
    expect(words).toContain('(słownie: czterysta osiemdziesiąt złotych 50/100)');
  });

  test('is not made of a draft', async () => {
    const id = draftInvoice(ground.app.deps, { parts: [], outside: grosze(1_00) });
    const page = await joanna.get(`/wydatki/${id}`);
    expect(page.forms.map((form) => form.action)).not.toContain(`/wydatki/${id}/opis`);
  });
});
