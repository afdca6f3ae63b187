import type { Sheet } from '../../src/pdf/sheet.ts';
import { paragraph } from './inspect.ts';

/** An agreement of three pages with everything such a paper has. */
export function writeAgreement(sheet: Sheet): void {
  sheet.title('Porozumienie o współpracy nr 7/2024', 'zawarte 6 maja 2024 r. w Łące');
  sheet.paragraph(
    'między Biblioteką Publiczną w Łące, którą reprezentuje Joanna Wasilewska, zwaną dalej „Biblioteką”,',
  );
  sheet.paragraph('a grupą nieformalną „Šešupė”, w której imieniu działa Birutė Jurkianis, zwaną dalej „Grupą”.');
  sheet.pairs([
    ['Tytuł', '„Opowieści z pogranicza”'],
    ['Kwota', '2\u00A0100,00\u00A0zł (słownie: dwa tysiące sto złotych 00/100)'],
  ]);
  for (const [index, name] of ['Przedmiot', 'Wydatki', 'Zmiany', 'Dane osobowe', 'Postanowienia końcowe'].entries()) {
    sheet.section(`§ ${index + 1}`, name);
    sheet.points([
      paragraph,
      {
        text: 'Biblioteka płaci wprost, w szczególności za:',
        points: [
          'książki;',
          { text: 'warsztaty, jeżeli:', points: ['umowę zawarto wcześniej;', 'prowadzący nie jest z Grupy.'] },
        ],
      },
      'Grupa zawiadamia o zmianie terminu najpóźniej na 7 dni przed wydarzeniem.',
    ]);
  }
  sheet.heading('Budżet', 2);
  sheet.table({
    caption: 'Tabela 1. Uzgodniony budżet',
    columns: [
      { head: 'Pozycja', width: 4, rowHead: true },
      { head: 'Kwota, zł', width: 1, align: 'right' },
    ],
    rows: [
      ['Książki dwujęzyczne', '960,00'],
      ['Warsztaty teatru cieni', '1\u00A0140,00'],
    ],
    foot: [['Razem', '2\u00A0100,00']],
  });
  sheet.note('Kwoty są podane brutto.');
  sheet.list(['załącznik nr 1 – wniosek z 15 marca 2024 r.', 'załącznik nr 2 – afisz polsko-litewski']);
  sheet.signatures([
    { role: 'Za Bibliotekę', name: 'Joanna Wasilewska' },
    { role: 'Za Grupę', name: 'Birutė Jurkianis' },
  ]);
}
