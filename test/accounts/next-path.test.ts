import { expect, test } from 'vitest';
import { deviceName } from '../../src/features/accounts/devices.ts';
import { nextPathOf } from '../../src/features/accounts/next-path.ts';

test.each([
  ['/wnioski/7/koszty?widok=pelny', '/wnioski/7/koszty?widok=pelny'],
  ['/nabory/1#terminy', '/nabory/1'],
  ['/wejscieowe', '/wejscieowe'],
])('after entering, %s is kept', (asked, kept) => {
  expect(nextPathOf(asked)).toBe(kept);
});

test.each([
  '',
  'https://zly.example.org/',
  '//zly.example.org/',
  '/\\zly.example.org',
  '/\t/zly.example.org',
  '/wnioski\\..\\..',
  'javascript:alert(1)',
  'wnioski/7',
  '/wejscie',
  '/wejscie/kod',
  '/./wejscie',
  '/.//zly.example.org/',
  '/wnioski/..//zly.example.org',
  '/%2e//zly.example.org',
  `/${'a'.repeat(600)}`,
  '/a\nSet-Cookie: x',
])('after entering, %j leads home instead', (asked) => {
  expect(nextPathOf(asked)).toBe('/pulpit');
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:123.0) Gecko/20100101 Firefox/123.0', 'Firefox, komputer z Windows'],
  [
    'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36',
    'Samsung Internet, telefon lub tablet z Androidem',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.3 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36 Edg/122.0.0.0',
    'Edge, komputer z Windows',
  ],
  ['', 'nieznana przeglądarka'],
])('a browser is called what people call it: %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
