import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Known, passagesIn } from '../../src/features/jury/blind/passages.ts';
import { tracesIn } from '../../src/files/pdf-traces.ts';

const known: Known = {
  people: ['Anna Kowalska', 'Ona Kazlauskienė', 'Piotr Wróbel', 'Jan Nowak', 'Ewa Las'],
  names: ['Koło Gospodyń Wiejskich w Burbiszkach', 'Kuźnia', 'Stowarzyszenie „Brzeg Rzeki”', 'Brzeg Rzeki'],
  emails: ['kontakt@kgw.example'],
  phones: ['600 100 200'],
};
const hits = (text: string) => passagesIn([{ where: 'Pomysł', text }], known).map(({ hit }) => hit);

describe('a known name in a free text', () => {
  test.each([
    ['Warsztat poprowadzi pani Kowalska.', ['Kowalska']],
    ['Zapytajcie Anny Kowalskiej, z Kowalskim i Kowalskimi już mówiliśmy.', ['Kowalskiej', 'Kowalskim', 'Kowalskimi']],
    ['Su Kazlausku ir Kazlauskaite, apie Kazlauskienę.', ['Kazlausku', 'Kazlauskaite', 'Kazlauskienę']],
    ['Rysunki są od Piotra Wróbla, z Wróblem malowaliśmy rok temu.', ['Wróbla', 'Wróblem']],
    ['Dom Nowaków i Nowakowej', ['Nowaków', 'Nowakowej']],
    ['W Kole Gospodyń Wiejskich w Burbiszkach pieczemy.', ['Kole Gospodyń Wiejskich w Burbiszkach']],
    ['Spotkamy się w Kuźni.', ['Kuźni']],
    ['Pomogą nam z Brzegu Rzeki.', ['Brzegu Rzeki']],
    ['Piszcie na Kontakt@kgw.example albo dzwońcie: 600-100-200.', ['Kontakt@kgw.example', '600-100-200']],
    ['Telefon +48 600 100 200', ['+48 600 100 200']],
  ])('is found: %s', (text, found) => {
    expect(hits(text)).toEqual(found);
  });

  test.each([
    'Każdy kowal swojego losu; w kuźni pali się ogień, a na drzewie siedzi wróbel.',
    'Anna, Jan i Piotr to imiona, które nosi pół wsi.',
    'Do lasu pójdziemy nad brzeg rzeki.',
    'Lasy Państwowe i Kowalewo to nie ludzie.',
    'Koło fortuny i gospodynie z całej gminy.',
    'Kosztuje 600 zł, a w 2024 r. było 100 osób.',
    '',
  ])('is not seen in common words: %s', (text) => {
    expect(hits(text)).toEqual([]);
  });

  test('stands with a few words around it, once where two names meet, and under the name of its place', () => {
    const text = `${'Zaczynamy w maju. '.repeat(6)}Poprowadzi to Jan Nowak z Kuźni.${' Potem pieczemy.'.repeat(6)}`;
    const [first, second, ...rest] = passagesIn([{ where: 'Przebieg', text }], known);
    expect(first).toMatchObject({ where: 'Przebieg', hit: 'Nowak' });
    expect(first?.before).toMatch(/^….{50,60}Jan $/);
    expect(second?.hit).toBe('Kuźni');
    expect(second?.after).toMatch(/^\..*…$/);
    expect(rest).toEqual([]);
  });
});

describe('what a PDF says beside its pages', () => {
  const body = (inside: string) => Buffer.from(`%PDF-1.4\n${inside}\n%%EOF`, 'latin1');

  test('is read from plain words, octal and hexadecimal ones, and XMP', () => {
    const utf16 = Buffer.from('Żaneta', 'utf16le').swap16();
    const hex = `FEFF${utf16.toString('hex')}`;
    const xmp = Buffer.from('<dc:creator><rdf:Seq><rdf:li>Łucja Żółkoś</rdf:li></rdf:Seq></dc:creator>').toString(
      'latin1',
    );
    expect(tracesIn(body(`<< /Author (Jan \\(Janek\\) N\\363wka) /Title <${hex}> >> ${xmp}`))).toEqual({
      isReadable: true,
      words: ['Jan (Janek) Nówka', 'Żaneta', 'Łucja Żółkoś'],
    });
  });

  test('is read from what is packed', () => {
    const packed = deflateSync(Buffer.from('1 0 << /Author (Teresa Krakowska) >>')).toString('latin1');
    const object = `<< /Type /ObjStm /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
    expect(tracesIn(body(object)).words).toEqual(['Teresa Krakowska']);
  });

  test('is not looked for in a locked file, and nothing is made up', () => {
    expect(tracesIn(body('<< /Encrypt 5 0 R >>'))).toEqual({ isReadable: false, words: [] });
    expect(tracesIn(body('<< /Pages 2 0 R >> stream\nabc\nendstream'))).toEqual({ isReadable: true, words: [] });
  });
});
