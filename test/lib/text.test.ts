import { describe, expect, it } from 'vitest';
import { cleanText, countLetters } from '../../src/lib/text.ts';

describe('cleaned text', () => {
  it('keeps lines and tabs, drops control characters', () => {
    expect(cleanText('  Śpiewy\u0000 znad\u0007 Marychy\r\nkrok\tpierwszy\rkrok drugi\u2028koniec\u007F ')).toBe(
      'Śpiewy znad Marychy\nkrok\tpierwszy\nkrok drugi\nkoniec',
    );
  });

  it('composes letters typed as a base and a mark', () => {
    expect(cleanText('Z\u0307egota')).toBe('Żegota');
  });

  it('drops half emojis and marks that turn the text around, keeps whole emojis', () => {
    expect(cleanText('zespół \ud83c 🎻 \u202Efdp.exe\u202C')).toBe('zespół  🎻 fdp.exe');
    expect(cleanText('👩‍👧 razem')).toBe('👩‍👧 razem');
  });
});

describe('letters', () => {
  it('are counted as a reader counts them', () => {
    expect(countLetters('')).toBe(0);
    expect(countLetters('żółć')).toBe(4);
    expect(countLetters('z\u0307o\u0301łc\u0301')).toBe(4);
    expect(countLetters('👩‍👧‍👦🇵🇱!')).toBe(3);
  });

  it('are counted alike by the short way for plain text', () => {
    const answer = 'Zażółć gęślą jaźń – „Šešupė” i 12½ §…\nkoniec\u00A0zdania';
    expect(countLetters(answer)).toBe([...answer].length);
    expect(countLetters(`${answer}🎻`)).toBe([...answer].length + 1);
  });
});
