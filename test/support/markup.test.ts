import { expect, test } from 'vitest';
import { watchMarkup } from './markup.ts';

const page = (body: string) =>
  `<!DOCTYPE html>\n<html lang="pl"><head><meta charset="utf-8"><title>Strona</title></head><body>${body}</body></html>`;

test.each([
  ['two fields of one id', '<p id="a">x</p><p id="a">y</p>', 'no-dup-id: Duplicate ID "a"'],
  ['an inline style', '<p style="color: red">x</p>', 'no-inline-style: Inline style is not allowed'],
  ['a block in a paragraph', '<p><section>x</section></p>', 'no-implicit-close: '],
  ['a label of nothing', '<label for="b">x</label>', 'no-missing-references: '],
  ['a picture without words', '<img src="x.png">', 'wcag/h37: '],
  ['a form that cannot be sent', '<form method="post" action="/x"><p>y</p></form>', 'wcag/h32: '],
  [
    'a heading in a table head',
    '<table><tr><th scope="row"><h2>x</h2></th></tr></table>',
    'element-permitted-content: ',
  ],
])('%s is found', (_what, body, found) => {
  const markup = watchMarkup();
  markup.meet('Strona', page(body));
  expect(markup.findings).toContainEqual(expect.stringContaining(found));
});

test('a page with nothing new beside anything is not looked at again', () => {
  const markup = watchMarkup();
  for (const words of ['jeden', 'dwa']) markup.meet(words, page(`<p class="lead">${words}</p>`));
  expect([markup.kinds, markup.findings]).toEqual([1, []]);
  markup.meet('trzy', page('<p class="lead" style="color: red">trzy</p>'));
  expect([markup.kinds, markup.findings]).toEqual([
    2,
    [expect.stringMatching(/^no-inline-style: Inline style is not allowed – trzy, 2:\d+$/)],
  ]);
});
