import { expect, test } from 'vitest';
import { formsOf, linksOf, textOf, titleOf } from './html.ts';

const page = `<!doctype html><title>Wniosek 7&#x2F;2024 – Oddolnie</title>
<a href="/nabory?a=1&amp;b=2"><span>Zobacz</span>
  nabór</a>
<form method="post" action="/wnioski/7" enctype="multipart/form-data" novalidate>
<input type="hidden" name="_once" value="t0k&#x3D;en">
<input name="title" value="Święto &quot;Żurawia&quot;">
<input type="checkbox" name="consent" value="tak"><input type="checkbox" name="news" value="tak" checked>
<input type="radio" name="kind" value="a"><input type="radio" name="kind" value="b" checked>
<input type="file" name="scan"><input name="locked" value="x" disabled>
<select name="month"><option value="5">maj</option><option>czerwiec</option></select>
<select name="year"><option value="2023">2023</option><option value="2024" selected>2024</option></select>
<textarea name="about">
Piszemy &lt;b&gt;
razem</textarea>
<button name="do" value="save">Zapisz <em>teraz</em></button><button>Wyślij</button>
</form>
<form action="/szukaj"><input name="q"></form>
<script>var hidden = '<p>nie</p>';</script>
<p>Do wydania:&nbsp;<b>5&#160;000,00 zł</b></p><ul><li>raz</li><li>dwa</li></ul>`;

test('a form is read as a browser would send it', () => {
  const [application, search] = formsOf(page);
  expect(application).toEqual({
    action: '/wnioski/7',
    method: 'post',
    multipart: true,
    filled: [
      ['_once', 't0k=en'],
      ['title', 'Święto "Żurawia"'],
      ['news', 'tak'],
      ['kind', 'b'],
      ['month', '5'],
      ['year', '2024'],
      ['about', 'Piszemy <b>\nrazem'],
    ],
    names: new Set(['_once', 'title', 'consent', 'news', 'kind', 'scan', 'month', 'year', 'about', 'do']),
    files: ['scan'],
    buttons: ['Zapisz teraz', 'Wyślij'],
  });
  expect(search).toMatchObject({ action: '/szukaj', method: 'get', multipart: false, filled: [['q', '']] });
});

test('words, title and links are what a reader sees', () => {
  expect(titleOf(page)).toBe('Wniosek 7/2024 – Oddolnie');
  expect(textOf('<p>Do wydania:&nbsp;<b>5&#160;000,00 zł</b></p><ul><li>raz</li>\n<li>dwa</li></ul>')).toBe(
    'Do wydania:\u00a05\u00a0000,00 zł\nraz\ndwa',
  );
  expect(textOf(page)).not.toContain('nie');
  expect(linksOf(page)).toEqual(new Map([['Zobacz nabór', '/nabory?a=1&b=2']]));
});
