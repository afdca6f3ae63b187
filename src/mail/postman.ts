import { createTransport } from 'nodemailer';
import { refusalOf } from './refusal.ts';

/** A file of the store, or one made of the letter itself. */
export type Attachment = { readonly filename: string; readonly contentType: string } & (
  | { readonly path: string }
  | { readonly content: string }
);

export interface OutgoingLetter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same at every try, as is the date, so that a receiver knows a repeated letter. */
  readonly messageId: string;
  /** When it was written (RFC 5322, 3.6.1: complete and ready to go), however long it had to wait. */
  readonly date: Date;
  readonly attachments: readonly Attachment[];
}

export interface Sender {
  readonly name: string;
  readonly address: string;
  /** Where answers go, if not to `address`. */
  readonly replyTo?: string | undefined;
}

export interface Postman {
  /** Resolves when the mail server has taken the letter; throws `Refused` otherwise. */
  send(letter: OutgoingLetter): Promise<void>;
  close(): void;
}

/**
 * SMTP, one connection kept open. `from` is the organisation's address; recipients go as objects, so that no name can smuggle in a header. Certificates are
 * verified and a password is sent over TLS alone, unless the address itself says otherwise (`?tls.rejectUnauthorized=false`, `?requireTLS=false`).
 */
export function openPostman(smtpUrl: string, from: () => Sender, domain: string, patience: Patience = usual): Postman {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    maxRequeues: 1,
    requireTLS: isPasswordInPlain(smtpUrl),
    connectionTimeout: patience.greetingMs,
    greetingTimeout: patience.greetingMs,
    socketTimeout: patience.answerMs,
  });
  return {
    async send(letter) {
      try {
        await transport.sendMail(messageOf(letter, from(), domain));
      } catch (error) {
        throw refusalOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** How long a server may keep silent. */
interface Patience {
  readonly greetingMs: number;
  readonly answerMs: number;
}
const usual: Patience = { greetingMs: 10_000, answerMs: 20_000 };

/** Without TLS from the first byte, a password waits for STARTTLS. */
function isPasswordInPlain(smtpUrl: string): boolean {
  const { protocol, username } = new URL(smtpUrl);
  return protocol === 'smtp:' && username !== '';
}

/** The whole message as it would be sent, headers and attachments included: the content of an `.eml` file. */
export async function emlOf(letter: OutgoingLetter, from: Sender, domain: string): Promise<Buffer> {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await writer.sendMail(messageOf(letter, from, domain));
  return message as Buffer;
}

function messageOf(letter: OutgoingLetter, { name, address, replyTo }: Sender, domain: string) {
  return {
    from: { name, address },
    ...(replyTo === undefined ? {} : { replyTo: { name, address: replyTo } }),
    to: [{ name: letter.to.name, address: letter.to.address }],
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.messageId}@${domain}>`,
    date: letter.date,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: [...letter.attachments],
    disableUrlAccess: true,
  };
}
