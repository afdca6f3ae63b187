import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Certificate } from './certificate.ts';

/** A letter as it arrived: its parsed content and the addresses of the envelope, which alone decide who gets it. */
export interface ReceivedLetter extends ParsedMail {
  envelope: { from: string; to: string[] };
  /** The letter as it came over the line. */
  source: string;
  /** It came over TLS. */
  isSecure: boolean;
  /** Who the sender said they are. */
  user: string | undefined;
}

export interface MailboxOptions {
  /** The far end's answer to a recipient: 4xx "try later", 5xx "never". */
  reject?: (to: string) => number | string | undefined;
  /** The far end's answer to a sender. */
  rejectSender?: (from: string) => number | undefined;
  /** What a far end that refuses letters for their content says of this one, in as many lines; `source` is the letter as it came over the line. */
  refuse?: (letter: ParsedMail, source: string) => string | undefined;
  /** Milliseconds before the far end confirms a letter. */
  slow?: number;
  /** With this certificate, from the first byte or after STARTTLS. */
  tls?: Certificate & { from: 'first_byte' | 'starttls' };
  /** Takes letters from this user alone; asked anew at each sign-in. */
  auth?: () => { user: string; password: string };
  /** A random one when absent. */
  port?: number;
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
    ...options.tls,
    // Whoever still holds a line when the far end closes is cut off.
    closeTimeout: 100,
    secure: options.tls?.from === 'first_byte',
    disabledCommands: [
      ...(options.auth === undefined ? ['AUTH'] : []),
      ...(options.tls?.from === 'starttls' ? [] : ['STARTTLS']),
    ],
    onAuth({ username, password }, _session, answer) {
      const known = options.auth?.();
      if (username === known?.user && password === known?.password) return answer(null, { user: username });
      return answer(Object.assign(new Error('5.7.8 Authentication failed'), { responseCode: 535 }));
    },
    onMailFrom({ address }, _session, answer) {
      answer(refusal(options.rejectSender?.(address), 'not you'));
    },
    onRcptTo({ address }, _session, answer) {
      answer(refusal(options.reject?.(address), 'not here'));
    },
    onData(stream, { envelope, secure, user }, answer) {
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
        const to = envelope.rcptTo.map((recipient) => recipient.address);
        const told = {
          source: source.toString('utf8'),
          isSecure: secure,
          user: user === undefined ? undefined : String(user),
        };
        letters.push({ ...mail, ...told, envelope: { from, to } });
        arrivals.dispatchEvent(new Event('letter'));
      }
    },
  });
  // A client killed on purpose breaks its connection; that is its test's matter.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `${options.tls?.from === 'first_byte' ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
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

/** A number alone, or the whole answer. */
function refusal(answer: number | string | undefined, words: string): Error | null {
  if (answer === undefined) return null;
  const [, code, said = words] = /^(\d{3})(?: (.+))?$/.exec(String(answer)) ?? [];
  return Object.assign(new Error(said), { responseCode: Number(code) });
}

function nextArrival(arrivals: EventTarget, deadline: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (deadline.aborted) return resolve(false);
    arrivals.addEventListener('letter', () => resolve(true), { once: true, signal: deadline });
    deadline.addEventListener('abort', () => resolve(false), { once: true });
  });
}
