import { createTransport } from 'nodemailer';

export interface Attachment {
  readonly filename: string;
  readonly path: string;
  readonly contentType: string;
}

export interface OutgoingLetter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly attachments: readonly Attachment[];
}

export interface Sender {
  readonly name: string;
  readonly address: string;
}

export interface Postman {
  /** Resolves when the mail server has taken the letter; throws `Refused` otherwise. */
  send(letter: OutgoingLetter): Promise<void>;
  close(): void;
}

export class Refused extends Error {
  readonly permanent: boolean;
  constructor(message: string, permanent: boolean) {
    super(message);
    this.permanent = permanent;
  }
}

/** SMTP. `from` is the organisation's address; recipients go as objects, so that no name can smuggle in a header. */
export function openPostman(smtpUrl: string, from: () => Sender, domain: string): Postman {
  const transport = createTransport(smtpUrl, {
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  } as never);
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

/** The whole message as it would be sent, headers and attachments included: the content of an `.eml` file. */
export async function emlOf(letter: OutgoingLetter, from: Sender, domain: string, date: Date): Promise<Buffer> {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await writer.sendMail({ ...messageOf(letter, from, domain), date });
  return message as Buffer;
}

function messageOf(letter: OutgoingLetter, from: Sender, domain: string) {
  return {
    from,
    to: [{ name: letter.to.name, address: letter.to.address }],
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.messageId}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: [...letter.attachments],
    disableUrlAccess: true,
  };
}

/** 5xx is final; 4xx, a dropped line or a silent server is worth another try. */
function refusalOf(error: unknown): Refused {
  const responseCode =
    typeof error === 'object' && error !== null && 'responseCode' in error ? Number(error.responseCode) : 0;
  return new Refused(error instanceof Error ? error.message : String(error), responseCode >= 500);
}
