import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, test } from 'vitest';
import { type Mailbox, type MailboxOptions, startMailbox } from './smtp.ts';

describe('the mailbox of the tests', () => {
  let mailbox: Mailbox;

  afterEach(() => mailbox.close());

  async function sendTo(to: string, options: MailboxOptions = {}): Promise<unknown> {
    mailbox = await startMailbox(options);
    return createTransport(mailbox.url).sendMail({
      from: 'biblioteka@example.org',
      to,
      bcc: 'archiwum@example.org',
      subject: 'Wniosek 7/2024 przyjęty',
      text: 'Dzień dobry, Pani Halino!',
      attachments: [{ filename: 'wniosek-żuraw.pdf', content: Buffer.from('%PDF-1.7') }],
    });
  }

  test('keeps a letter with its envelope, words and attachment', async () => {
    await sendTo('halina@example.org');
    const letter = await mailbox.waitFor((mail) => mail.subject?.startsWith('Wniosek') ?? false);
    expect(letter.subject).toBe('Wniosek 7/2024 przyjęty');
    expect(letter.text?.trim()).toBe('Dzień dobry, Pani Halino!');
    expect(letter.envelope).toEqual({
      from: 'biblioteka@example.org',
      to: ['halina@example.org', 'archiwum@example.org'],
    });
    expect(letter.attachments[0]?.filename).toBe('wniosek-żuraw.pdf');
    expect(mailbox.letters).toHaveLength(1);
  });

  test('waits for a letter still on its way, and says what came when none fits', async () => {
    const sent = startMailbox({ slow: 200 }).then((started) => {
      mailbox = started;
      return createTransport(started.url).sendMail({ from: 'a@example.org', to: 'b@example.org', subject: 'Późny' });
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(mailbox.letters).toHaveLength(0);
    await mailbox.waitFor((mail) => mail.subject === 'Późny');
    await sent;
    await expect(mailbox.waitFor((mail) => mail.subject === 'Inny', 50)).rejects.toThrow('came: Późny');
  });

  test.each([451, 550] as const)('answers %i to a recipient it does not take', async (code) => {
    const sending = sendTo('nikt@example.org', { reject: (to) => (to === 'nikt@example.org' ? code : 550) });
    await expect(sending).rejects.toMatchObject({ code: 'EENVELOPE', responseCode: code });
    expect(mailbox.letters).toEqual([]);
  });
});
