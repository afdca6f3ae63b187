import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A letter as it arrived: its parsed content and the addresses of the envelope, which alone decide who gets it. */
export interface ReceivedLetter extends ParsedMail {
  envelope: { from: string; to: string[] };
}

export interface MailboxOptions {
  /** The far end's answer to a recipient: 4xx "try later", 5xx "never". */
  reject?: (to: string) => 451 | 550 | undefined;
  /** What a far end that refuses letters for their content says of this one, in as many lines; `source` is the letter as it came over the line. */
  refuse?: (letter: ParsedMail, source: string) => string | undefined;
  /** Milliseconds before the far end confirms a letter. */
  slow?: number;
}

export interface Mailbox {
  /** For `SMTP_URL`. */
  url: string;
  /** In the order of arrival. */
  letters: ReceivedLetter[];
  /** The first letter, come or coming, that fits; throws after `ms` with the subjects that did come. */
  waitFor(fits: (letter: ReceivedLetter) => boolean, ms?: number): Promise<ReceivedLetter>;
  close(): Promise<void>;
}

/** A real SMTP server on a random loopback port which keeps what it receives. */
export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const letters: ReceivedLetter[] = [];
  const arrivals = new EventTarget();

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, answer) {
      const code = options.reject?.(address);
      answer(code ? Object.assign(new Error('not here'), { responseCode: code }) : null);
    },
    onData(stream, { envelope }, answer) {
      receive()
        .then(() => answer())
        .catch(answer);

      async function receive(): Promise<void> {
        const source = await buffer(stream);
        const mail = await simpleParser(source);
        const said = options.refuse?.(mail, source.toString('utf8'));
        if (said !== undefined) throw Object.assign(new Error(), { responseCode: 554, message: said.split(/\r?\n/) });
        await pause(options.slow ?? 0);
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        letters.push({ ...mail, envelope: { from, to: envelope.rcptTo.map((recipient) => recipient.address) } });
        arrivals.dispatchEvent(new Event('letter'));
      }
    },
  });
  // A client killed on purpose breaks its connection; that is its test's matter.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    async waitFor(fits, ms = 5000) {
      const deadline = AbortSignal.timeout(ms);
      while (true) {
        const found = letters.find(fits);
        if (found) return found;
        const came = await nextArrival(arrivals, deadline);
        if (!came) throw new Error(`no such letter in ${ms} ms; came: ${letters.map((l) => l.subject).join(' | ')}`);
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function nextArrival(arrivals: EventTarget, deadline: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (deadline.aborted) return resolve(false);
    arrivals.addEventListener('letter', () => resolve(true), { once: true, signal: deadline });
    deadline.addEventListener('abort', () => resolve(false), { once: true });
  });
}
