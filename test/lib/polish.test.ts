import { describe, expect, it } from 'vitest';
import { counted, foldText, noOrphans, plural, quoted } from '../../src/lib/polish.ts';

/** Hard spaces shown as ~, so that a reader of these tests sees them. */
const shown = (text: string) => text.replaceAll('\u00A0', '~');

describe('plural forms', () => {
  it.each([
    [0, 'wniosków'],
    [1, 'wniosek'],
    [2, 'wnioski'],
    [4, 'wnioski'],
    [5, 'wniosków'],
    [11, 'wniosków'],
    [12, 'wniosków'],
    [14, 'wniosków'],
    [21, 'wniosków'],
    [22, 'wnioski'],
    [25, 'wniosków'],
    [101, 'wniosków'],
    [102, 'wnioski'],
    [112, 'wniosków'],
    [122, 'wnioski'],
    [1_001, 'wniosków'],
    [-1, 'wniosek'],
  ])('%i %s', (n, form) => {
    expect(plural(n, 'wniosek', 'wnioski', 'wniosków')).toBe(form);
  });

  it('agree with the language data of the platform for every number to 2000', () => {
    const forms = new Intl.PluralRules('pl');
    const differing = Array.from({ length: 2_001 }, (_, n) => n).filter(
      (n) => plural(n, 'one', 'few', 'many') !== forms.select(n),
    );
    expect(differing).toEqual([]);
  });

  it('stand beside their number', () => {
    expect(shown(counted(5, 'wniosek', 'wnioski', 'wniosków'))).toBe('5~wniosków');
    expect(shown(counted(1_202, 'głos', 'głosy', 'głosów'))).toBe('1~202~głosy');
    expect(shown(counted(-3, 'punkt', 'punkty', 'punktów'))).toBe('\u22123~punkty');
  });
});

describe('hard spaces', () => {
  it.each([
    ['Wniosek o grant i umowa z biblioteką', 'Wniosek o~grant i~umowa z~biblioteką'],
    ['a i w domu', 'a~i~w~domu'],
    ['W „sali” (w bibliotece)', 'W~„sali” (w~bibliotece)'],
    ['kino i teatr', 'kino i~teatr'],
    ['wniosek nr 7 oraz § 5 ust. 2 pkt 3', 'wniosek nr~7 oraz §~5 ust.~2 pkt~3'],
    ['15 marca 2024 r., godz. 15.00', '15~marca 2024~r., godz.~15.00'],
    ['z 2 500 zł', 'z~2 500~zł'],
    ['5 złotych', '5 złotych'],
    ['w\nnowym wierszu', 'w\nnowym wierszu'],
    ['', ''],
  ])('%j', (text, kept) => {
    expect(shown(noOrphans(text))).toBe(kept);
    expect(noOrphans(noOrphans(text))).toBe(noOrphans(text));
  });
});

describe('quotation', () => {
  it.each([
    ['Pieśni znad Marychy', '„Pieśni znad Marychy”'],
    ['Koło „Jutrzenka”', '„Koło «Jutrzenka»”'],
    ['Koło "Jutrzenka"', '„Koło «Jutrzenka»”'],
  ])('%s', (text, marked) => {
    expect(quoted(text)).toBe(marked);
  });
});

describe('folding for search', () => {
  it.each([
    ['Zażółć gęślą jaźń', 'zazolc gesla jazn'],
    ['ŁÓDŹ', 'lodz'],
    ['Šešupė, ąžuolų žiedai', 'sesupe, azuolu ziedai'],
    ['Punsko „Šventadienis“', 'punsko „sventadienis“'],
    ['Z\u0307egota', 'zegota'],
    ['Straße 7/2024', 'strasse 7/2024'],
  ])('%s: %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
