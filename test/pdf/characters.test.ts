import { describe, expect, it } from 'vitest';
import { printable, runsOf } from '../../src/pdf/characters.ts';
import { faces, openFonts } from '../../src/pdf/fonts.ts';
import { draw, pageTexts } from './inspect.ts';

const print = (text: string) => printable(openFonts(), text);

describe('letters on paper', () => {
  it('are Polish and Lithuanian in full, in serif and sans', async () => {
    const letters = 'ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ ąčęėįšųūž ĄČĘĖĮŠŲŪŽ „” – § € ≤ ≥ ×';
    const document = await draw((sheet) => {
      sheet.heading(letters, 2);
      sheet.paragraph(letters);
      sheet.pairs([[letters, letters]]);
    });
    const [page = ''] = pageTexts(document);
    for (const word of letters.split(' ')) expect(page.split(word).length - 1).toBe(4);
    expect(page).not.toContain('□');
  });

  it('give way to □ where the fonts lack them: one for a letter, one for an emoji of several parts', () => {
    expect(print('Warsztaty 🧵 i 👩‍🌾 z 中文')).toBe('Warsztaty □ i □ z □□');
  });

  it('show the replacement in every face', async () => {
    const document = await draw((sheet) => {
      sheet.heading('Szyjemy 🧵 razem', 2);
      sheet.paragraph('Sadzimy 🌱 razem');
      sheet.note('Czytamy 📚 razem');
    });
    const [page = ''] = pageTexts(document);
    for (const verb of ['Szyjemy', 'Sadzimy', 'Czytamy']) expect(page).toContain(`${verb} □ razem`);
  });

  it('lose what cannot be seen, and only that', () => {
    expect(print('a\u200Bb\u00ADc\uFEFFd\u0000e\u202Ef\u0007g\u2060h')).toBe('abcdefgh');
    expect(print('słowo\u200B\nnowy\r\nwiersz\u2028dalej')).toBe('słowo\nnowy\nwiersz\ndalej');
    expect(print('\tdwa   odstępy \n  tu')).toBe('dwa odstępy\ntu');
    expect(print('z\u0307o\u0301\u0142w')).toBe('żółw');
    expect(print('połowa \uD83E pary')).toBe('połowa □ pary');
  });

  it('never meet a face that lacks them', () => {
    const fonts = openFonts();
    for (const face of faces) {
      for (let codePoint = 0x20; codePoint < 0x2300; codePoint += 1) {
        const text = print(`x${String.fromCodePoint(codePoint)}x`);
        for (const run of runsOf(fonts, text, face)) {
          const lacking = [...run.text].filter(
            (letter) => !fonts[run.face].hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
          );
          expect(lacking, `${run.face} U+${codePoint.toString(16)}`).toEqual(text.includes('\n') ? ['\n'] : []);
        }
      }
    }
  });

  it('missing from one family are taken from the other', () => {
    expect(runsOf(openFonts(), 'ul. Ŧąkowa □ 1', 'serif-bold')).toEqual([
      { face: 'serif-bold', text: 'ul. ' },
      { face: 'sans-bold', text: 'Ŧ' },
      { face: 'serif-bold', text: 'ąkowa ' },
      { face: 'sans-bold', text: '□' },
      { face: 'serif-bold', text: ' 1' },
    ]);
  });
});
