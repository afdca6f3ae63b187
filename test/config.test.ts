import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

describe('the settings', () => {
  it('have defaults that serve one machine', () => {
    expect(readConfig({})).toEqual({
      dataDir: './data',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      seed: 'example',
      trustProxy: false,
      smtpUrl: undefined,
      mailFrom: undefined,
      mailPerMinute: 30,
      logLevel: 'info',
    });
  });

  it('take an empty value for an absent one', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ port: 3000, publicUrl: undefined });
  });

  it('B12: wrong all at once are all named at once, with what each should be', () => {
    const wrong = {
      HOST: 'gdzieś',
      PORT: '99999',
      PUBLIC_URL: 'konkurs.example.org/strona/',
      SEED: 'pusto',
      TRUST_PROXY: 'może',
      SMTP_URL: 'poczta',
      MAIL_FROM: 'nie adres',
      MAIL_PER_MINUTE: '0',
      LOG_LEVEL: 'głośno',
    };
    const message = () => readConfig(wrong);
    for (const key of Object.keys(wrong)) expect(message).toThrow(new RegExp(`^  ${key}: should be `, 'm'));
    expect(message).toThrow('PORT: should be a number from 0 to 65535');
    expect(message).toThrow('TRUST_PROXY: should be true or false');
  });

  it('say of each wrong key one thing, though an address without https:// is no origin either', () => {
    expect(() => readConfig({ PUBLIC_URL: 'konkurs.example.org/strona/', PORT: '99999999' })).toThrow(
      /^The settings cannot be used:\n {2}PORT: should be .+\n {2}PUBLIC_URL: should be an address such as https:\/\/konkurs\.example\.org$/,
    );
  });

  it.each(['https://konkurs.example.org/', 'https://konkurs.example.org/sciezka', 'ftp://konkurs.example.org'])(
    'refuse %s as the public address',
    (PUBLIC_URL) => {
      expect(() => readConfig({ PUBLIC_URL })).toThrow('PUBLIC_URL');
    },
  );

  it('cannot be changed once read', () => {
    expect(() => Object.assign(readConfig({}), { port: 1 })).toThrow(TypeError);
  });
});
