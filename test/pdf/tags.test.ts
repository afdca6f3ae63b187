import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/pdf/sheet.ts';
import { writeAgreement } from './agreement.ts';
import { draw, opened, tagTree } from './inspect.ts';

/** The tree without its text and attributes: one name to a line, indented by depth. */
function namesOf(tree: string): string[] {
  return tree
    .split('\n')
    .map((line) => line.replace(/:$/, ''))
    .filter((line) => /^ *[A-Z][A-Za-z0-9]*$/.test(line));
}

describe('the tags of a document', () => {
  it('follow its reading order, one tag to a block', async () => {
    const document = await draw((sheet) => {
      sheet.title('Wniosek 8/2024', 'Opowieści z pogranicza');
      sheet.heading('O pomyśle', 2);
      sheet.prose('Czytamy razem.\n\nSzyjemy razem.');
      sheet.list(['wełna']);
      sheet.signatures([{ role: 'Liderka', name: 'Birutė Jurkianis' }]);
    });
    expect(tagTree(document).trimEnd().split('\n')).toEqual([
      'Document',
      '  H1',
      '    "Wniosek 8/2024"',
      '  P',
      '    "Opowieści z pogranicza"',
      '  H2',
      '    "O pomyśle"',
      '  P',
      '    "Czytamy razem."',
      '  P',
      '    "Szyjemy razem."',
      '  L:',
      '     /ListNumbering /Disc',
      '    LI',
      '      Lbl',
      '        "–"',
      '      LBody',
      '        "wełna"',
      '  Div',
      '    P',
      '      "Liderka"',
      '    P',
      '      "Birutė Jurkianis"',
    ]);
  });

  it('number the points of a section to three orders', async () => {
    const document = await draw((sheet) => {
      sheet.section('§ 4', 'Wydatki');
      sheet.points(['Pierwszy.', { text: 'Drugi:', points: [{ text: 'punkt:', points: ['litera.'] }] }]);
    });
    const tree = tagTree(document);
    expect(tree).toContain('"§ 4. Wydatki"');
    expect(tree.match(/ListNumbering \/\w+/g)).toEqual([
      'ListNumbering /Decimal',
      'ListNumbering /Decimal',
      'ListNumbering /LowerAlpha',
    ]);
    expect([...tree.matchAll(/Lbl\n +"(.*)"/g)].map((label) => label[1])).toEqual(['1.', '2.', '1)', 'a)']);
  });

  it('head the columns and the rows of a table', async () => {
    const document = await draw((sheet) =>
      sheet.table({
        caption: 'Budżet',
        columns: [
          { head: 'Pozycja', width: 3, rowHead: true },
          { head: 'Kwota, zł', width: 1, align: 'right' },
        ],
        rows: [['Wełna', '150,00']],
        foot: [['Razem', '150,00']],
      }),
    );
    expect(
      tagTree(document)
        .trimEnd()
        .split('\n')
        .map((line) => line.trim())
        .join(' '),
    ).toBe(
      'Document Table Caption "Budżet" ' +
        'TR TH: /Scope /Column "Pozycja" TH: /Scope /Column "Kwota, zł" ' +
        'TR TH: /Scope /Row "Wełna" TD "150,00" ' +
        'TR TH: /Scope /Row "Razem" TD "150,00"',
    );
  });

  it('tell a passage in another language', async () => {
    const document = await draw((sheet) => {
      sheet.paragraph('Zapraszamy do biblioteki.');
      sheet.lang('lt-LT', 'Kviečiame į biblioteką, mūsų jaukią užeigą.');
    });
    const file = opened(document);
    expect(file.match(/\/Lang \([\w-]+\)/g)?.sort()).toEqual(['/Lang (lt-LT)', '/Lang (pl-PL)']);
    expect(tagTree(document)).toContain('"Kviečiame į biblioteką, mūsų jaukią užeigą."');
  });

  it('skip no level of headings, whatever the headings look like', async () => {
    const document = await draw((sheet) => {
      sheet.heading('Od razu trzeci', 3);
      sheet.heading('Znowu trzeci', 3);
      sheet.heading('Pierwszy', 1);
      sheet.heading('Trzeci', 3);
      sheet.paragraph('Tekst.');
    });
    expect(namesOf(tagTree(document))).toEqual(['Document', '  H1', '  H2', '  H1', '  H2', '  P']);
  });

  it('hold everything that is drawn, or it is an artifact', async () => {
    const write = (sheet: Sheet) => {
      writeAgreement(sheet);
      const rows = Array.from({ length: 60 }, (_, index) => [`Pozycja ${index + 1}`, '10,00']);
      sheet.table({
        columns: [
          { head: 'Pozycja', width: 4 },
          { head: 'Kwota, zł', width: 1 },
        ],
        rows,
      });
      sheet.note('Uwaga.\n'.repeat(60));
    };
    const document = await draw(write, { draft: true });
    const streams = [...opened(document).matchAll(/stream\n([\s\S]*?)\nendstream/g)]
      .map((stream) => stream[1] ?? '')
      .filter((stream) => / (BDC|BMC)$/m.test(stream));
    expect(streams).toHaveLength(6);
    for (const stream of streams) {
      let depth = 0;
      const outside: string[] = [];
      for (const line of stream.split('\n')) {
        if (/ (BDC|BMC)$/.test(line)) depth += 1;
        if (line === 'EMC') depth -= 1;
        if (/(^| )(BT|TJ|S|f)$/.test(line) && depth !== 1) outside.push(line);
      }
      expect([depth, outside]).toEqual([0, []]);
    }
  });

  it('keep words apart where a line ends', async () => {
    const document = await draw((sheet) => sheet.paragraph('Pani Birutė\nul. Łąkowa 1'));
    expect(tagTree(document)).toContain('"Pani Birutė ul. Łąkowa 1"');
  });
});
