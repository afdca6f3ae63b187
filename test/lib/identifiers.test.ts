import { describe, expect, it } from 'vitest';
import {
  isEmailAddress,
  isKrs,
  isKsefNumber,
  isNip,
  isNrb,
  isPesel,
  isPhone,
  isPostalCode,
  isRegon,
  normaliseDigits,
  normaliseEmail,
  normalisePhone,
} from '../../src/lib/identifiers.ts';

type Check = (text: string) => boolean;

const checks: [name: string, check: Check, valid: string[], invalid: string[]][] = [
  [
    'NIP',
    isNip,
    ['5260250274', '1234563218', '5265877635'],
    ['5260250275', '0000000000', '526025027', '52602502744', '526-025-02-74', '', '526025027a', '١٢٣٤٥٦٣٢١٨'],
  ],
  [
    'REGON',
    isRegon,
    ['123456785', '192598184', '12345678512347', '23511332857188'],
    ['123456786', '12345678512348', '22345678512347', '000000000', '00000000000000', '1234567850', ''],
  ],
  [
    'PESEL',
    isPesel,
    ['44051401359', '08222912345'],
    ['44051401358', '00000000000', '44053201358', '09222912340', '4405140135', ''],
  ],
  [
    'NRB',
    isNrb,
    ['61109010140000071219812874'],
    ['61109010140000071219812875', '16109010140000071219812874', '00000000000000000000000000', '6110901014', ''],
  ],
  ['KRS', isKrs, ['0000099999'], ['99999', '0000000000', '00000999991', '']],
  ['postal code', isPostalCode, ['16-500', '00-001'], ['16500', '16 500', '16-50', '116-500', '16-500\n', '']],
  [
    'KSeF number',
    isKsefNumber,
    [
      '5265877635-20250826-0100001AF629-AF',
      '5265877635-20250626-010080DD2B5E-26',
      '5265877635-20250729-01004014E040-00',
      '5265877635-20230729-010040-14E040-00',
    ],
    [
      '5210415750-20250811-55DF27967567-5B',
      '5265877635-20250826-0100001AF629-AE',
      '5265877635-20250826-0100001af629-AF',
      '5265877635-20250231-0100001AF629-AF',
      '5265877636-20230729-010040-14E040-00',
      '5265877635202508260100001AF629AF',
      '',
    ],
  ],
  [
    'e-mail address',
    isEmailAddress,
    ['zofia.wasilewska@example.pl', 'kgw+krasnowo@poczta.example.org', 'a@b.pl', `${'a'.repeat(64)}@example.org`],
    [
      'zofia',
      'zofia@',
      '@example.org',
      'zofia@example',
      'zofia@@example.org',
      'zofia@jan@example.org',
      'zofia wasilewska@example.org',
      'zofia@example.org\r\nBcc: z@z.pl',
      'zofia@example.org\n',
      'zofia@example.org\u0000',
      '"zofia"@example.org',
      'zofia(dom)@example.org',
      '<zofia@example.org>',
      'zofia@example.org,jan@example.org',
      'zofia@[127.0.0.1]',
      '.zofia@example.org',
      'zo..fia@example.org',
      'zofia@-example.org',
      'zofia@example..org',
      'zofia@example.o',
      'zofía@example.org',
      `${'a'.repeat(65)}@example.org`,
      `a@${'b'.repeat(64)}.org`,
      `a@${'b.'.repeat(125)}org`,
      '',
    ],
  ],
  [
    'telephone',
    isPhone,
    ['+48600100200', '+48875162222', '+37061234567'],
    ['600100200', '+486001002', '+4860010020012', '+48060010020', '+', '+0123456789', '+48 600 100 200', 'brak', ''],
  ],
];

describe.each(checks)('%s', (_name, check, valid, invalid) => {
  it.each(valid)('accepts %j', (text) => expect(check(text)).toBe(true));
  it.each(invalid)('refuses %j', (text) => expect(check(text)).toBe(false));
});

describe('check digits', () => {
  const digitChecks: [string, Check][] = [
    ['5260250274', isNip],
    ['44051401359', isPesel],
    ['61109010140000071219812874', isNrb],
  ];

  it.each(digitChecks)('%s: any one digit mistyped is noticed', (number, check) => {
    const mistyped = [...number].flatMap((digit, at) =>
      [...'0123456789']
        .filter((other) => other !== digit)
        .map((other) => number.slice(0, at) + other + number.slice(at + 1)),
    );
    expect(mistyped).toHaveLength(9 * number.length);
    expect(mistyped.filter(check)).toEqual([]);
  });
});

describe('normalising', () => {
  it('leaves digits alone of spaces, hyphens and the country', () => {
    expect(normaliseDigits(' 526-025-02-74 ')).toBe('5260250274');
    expect(normaliseDigits('PL 61 1090 1014 0000 0712 1981 2874')).toBe('61109010140000071219812874');
    expect(normaliseDigits('526–025\u00A002\u201174')).toBe('5260250274');
    expect(normaliseDigits('526O250274')).toBe('526O250274');
  });

  it('brings an address to one form', () => {
    expect(normaliseEmail(' Zofia.Wasilewska@Example.PL\u200B\n')).toBe('zofia.wasilewska@example.pl');
  });

  it.each([
    ['600 100 200', '+48600100200'],
    ['600-100-200', '+48600100200'],
    ['+48 600 100 200', '+48600100200'],
    ['0048 600100200', '+48600100200'],
    ['48600100200', '+48600100200'],
    ['(87) 516 22 22', '+48875162222'],
    ['0 87 516 22 22', '+48875162222'],
    ['+370 612 34567', '+37061234567'],
    ['12345', '12345'],
    ['wieczorem', 'wieczorem'],
  ])('brings the telephone %s to %s', (text, number) => {
    expect(normalisePhone(text)).toBe(number);
  });
});
