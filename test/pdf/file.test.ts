import { beforeAll, describe, expect, it, vi } from 'vitest';
import { writeAgreement } from './agreement.ts';
import { type Drawn, draw, letterhead, oneLine, opened, pageTexts, paragraph, properties, run } from './inspect.ts';

describe('an agreement of three pages', () => {
  let agreement: Drawn;
  beforeAll(async () => {
    agreement = await draw(writeAgreement);
  });

  it('is a sound file of at most 100 kB', () => {
    expect(run('qpdf', '--check', agreement.file)).toContain('No syntax or stream encoding errors found');
    expect(run('pdfinfo', agreement.file)).toMatch(/^Pages: +3$/m);
    expect(agreement.bytes.length).toBeLessThanOrEqual(100_000);
  });

  it('carries its fonts, each with the text of its glyphs', () => {
    const fonts = run('pdffonts', agreement.file).trim().split('\n').slice(2);
    expect(
      fonts.map((font) => font.replace(/^\w{6}\+(\S+) .*? (yes|no) +(yes|no) +(yes|no) .*$/, '$1 $2 $3 $4')).sort(),
    ).toEqual([
      'SourceSans3-Regular yes yes yes',
      'SourceSans3-SemiBold yes yes yes',
      'SourceSerif4-Regular yes yes yes',
      'SourceSerif4-SemiBold yes yes yes',
    ]);
  });

  it('says that it is archival and accessible, with the foreign property described', () => {
    const file = agreement.bytes.toString('utf8');
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(file).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>');
    expect(file).toContain('/GTS_PDFA1');
  });

  it('gives language, title to be shown, author and the instant it stands at', () => {
    const file = opened(agreement);
    expect(file).toContain('/Lang (pl-PL)');
    expect(file).toContain('/DisplayDocTitle true');
    expect(file).toMatch(/\/MarkInfo \d+ 0 R/);
    const info = run('pdfinfo', '-isodates', agreement.file);
    expect(info).toMatch(/^Title: +Porozumienie nr 7\/2024$/m);
    expect(info).toMatch(/^Author: +Biblioteka Publiczna w Łące$/m);
    expect(info).toMatch(/^CreationDate: +2024-05-06T10:00:00Z$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
  });

  it('can be copied out letter for letter', () => {
    const text = pageTexts(agreement).join(' ');
    expect(text).toContain(
      'a grupą nieformalną „Šešupė”, w której imieniu działa Birutė Jurkianis, zwaną dalej „Grupą”.',
    );
    expect(text).toContain('2 100,00 zł (słownie: dwa tysiące sto złotych 00/100)');
    expect(text.split(paragraph)).toHaveLength(6 - brokenByPages(agreement));
  });

  it('names the organisation, the payer, itself and the page on each page', () => {
    const pages = pageTexts(agreement);
    expect(pages).toHaveLength(3);
    pages.forEach((page, index) => {
      expect(page).toContain(oneLine(`${letterhead.organisation} ${letterhead.credit}`));
      expect(page).toContain(`Porozumienie nr 7/2024 strona ${index + 1} z 3`);
    });
  });
});

function brokenByPages(document: Drawn): number {
  return pageTexts(document).filter(
    (page) => page.split('W każdą środę').length > page.split('pokażemy w czytelni.').length,
  ).length;
}

describe('the same data', () => {
  it('give the same bytes in a process just started, and after whatever was drawn before', async () => {
    const bytesAfter = async (earlier: readonly string[]) => {
      vi.resetModules();
      const { drawDocument } = await import('../../src/pdf/sheet.ts');
      for (const text of earlier) await drawDocument(properties, (sheet) => sheet.prose(text));
      return drawDocument(properties, writeAgreement);
    };
    const alone = await bytesAfter([]);
    const later = await bytesAfter(['oﬃce ﬁ ﬂ 10\u00A0000 µ μ Ω \u2011 \u2010', 'kofi, oficyna, afisz']);
    expect(later.equals(alone)).toBe(true);
    expect((await draw(writeAgreement)).bytes.equals(alone)).toBe(true);
  });

  it('with one letter changed give other bytes', async () => {
    const first = await draw((sheet) => sheet.paragraph('Kwota: 2 100,00 zł'));
    const second = await draw((sheet) => sheet.paragraph('Kwota: 2 100,01 zł'));
    expect(second.bytes.equals(first.bytes)).toBe(false);
  });
});

describe('a title with signs that XML and PDF keep for themselves', () => {
  it('is readable in both', async () => {
    const document = await draw((sheet) => sheet.paragraph('Tak.'), { title: 'Koło „Nić & Igła” <b>(2024)\\ 🧵' });
    expect(run('pdfinfo', document.file)).toMatch(/^Title: +Koło „Nić & Igła” <b>\(2024\)\\ □$/m);
    expect(document.bytes.toString('utf8')).toContain('Koło „Nić &amp; Igła” &lt;b&gt;(2024)\\ □</rdf:li>');
    expect(run('qpdf', '--check', document.file)).toContain('No syntax or stream encoding errors found');
  });
});

describe('a draft', () => {
  it('is marked on every page, for the eye only', async () => {
    const write = (sheet: Parameters<Parameters<typeof draw>[0]>[0]) => {
      sheet.paragraph('Pierwsza strona.');
      sheet.pageBreak();
      sheet.paragraph('Druga strona.');
    };
    const draft = await draw(write, { draft: true });
    const final = await draw(write, { draft: false });
    const marks = (document: Drawn) => pageTexts(document).map((page) => page.replace(/ /g, '').includes('PROJEKT'));
    expect(marks(draft)).toEqual([true, true]);
    expect(marks(final)).toEqual([false, false]);
    expect(run('pdfinfo', '-struct-text', draft.file)).toBe(run('pdfinfo', '-struct-text', final.file));
  });
});
