import { describe, expect, it } from 'vitest';
import { ownAddresses } from '../../src/lib/own-addresses.ts';
import { htmlOf } from '../../src/mail/html.ts';

const ours = 'https://konkurs.example.org';
const linksIn = (text: string) => ownAddresses(text, ours).flatMap(({ href }) => (href === '' ? [] : [href]));

describe('an address in a text', () => {
  it('becomes a link when it is ours, without the stop after it', () => {
    expect(linksIn(`Wynik: ${ours}/wnioski/7/wynik. Strona (${ours}), „${ours}/nabory/1?a=1&b=2#x”.`)).toEqual([
      `${ours}/wnioski/7/wynik`,
      ours,
      `${ours}/nabory/1?a=1&b=2#x`,
    ]);
  });

  it.each([
    'http://evil.example/wnioski',
    'https://konkurs.example.org.evil.example/wnioski',
    'https://konkurs.example.org@evil.example/',
    'https://konkurs.example.org:8443/wnioski',
    'https://ala:ma@konkurs.example.org/',
    'http://konkurs.example.org/wnioski',
    'HTTPS://KONKURS.EXAMPLE.ORG/',
    'https://konkurs.example.org\\@evil.example/',
    'javascript:alert(1)',
  ])('%s stays words', (address) => {
    expect(linksIn(`Zobacz ${address} dziś`)).toEqual([]);
    expect(
      ownAddresses(`Zobacz ${address} dziś`, ours)
        .map(({ text }) => text)
        .join(''),
    ).toBe(`Zobacz ${address} dziś`);
  });

  it('in the HTML part of a letter: a title may hold any, and only ours can be pressed', () => {
    const html = htmlOf(
      `Wniosek „http://evil.example/„><b>x</b>” ${ours}/wnioski/7?a=1&b="2" jest u nas.\nhttps://evil.example`,
      'List',
      ours,
    );
    expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([`${ours}/wnioski/7?a=1&amp;b=`]);
    expect(html).not.toContain('<b>x');
    expect(html).toContain('http://evil.example/');
  });
});
