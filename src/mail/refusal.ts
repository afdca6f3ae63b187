import type { letterTries } from '../db/schema/mail.ts';

/** What came of a try. */
export type Outcome = (typeof letterTries.$inferSelect)['outcome'];

/** What a refusal means: for how long, and for whom. */
const meanings = {
  /** The address does not exist: final, and remembered of the address. */
  address: 'final',
  /** This letter is not wanted, for what it is: final. */
  letter: 'final',
  /** Not now, says the server: another try later. */
  busy: 'later',
  /** An enclosed file could not be read. */
  enclosure: 'later',
  /** The line broke, perhaps because of this letter: it is tried later, and the others wait a little. */
  dropped: 'later_and_rest',
  /** Nothing could be handed over to this server, whatever the letter: all wait, and it counts against none. */
  unreachable: 'rest',
  /** No TLS to be had, or a certificate that nobody vouches for. */
  tls: 'rest',
  sign_in: 'rest',
  sender: 'rest',
} as const satisfies Partial<Record<Outcome, 'final' | 'later' | 'later_and_rest' | 'rest'>>;

export type RefusalKind = keyof typeof meanings;

/** Troubles of the post as a whole. */
export const postTroubles = ['unreachable', 'tls', 'sign_in', 'sender', 'dropped'] as const;

export class Refused extends Error {
  readonly kind: RefusalKind;
  constructor(message: string, kind: RefusalKind) {
    super(message);
    this.kind = kind;
  }
  get meaning(): (typeof meanings)[RefusalKind] {
    return meanings[this.kind];
  }
}

interface Told {
  readonly code: string;
  readonly responseCode: number;
  readonly command: string;
  readonly message: string;
  /** Of the system or of TLS. */
  readonly cause: string;
}

/** Reads an error of the SMTP client (replies by RFC 5321, 4.2, and RFC 3463). */
export function refusalOf(error: unknown): Refused {
  const told = toldBy(error);
  return new Refused(told.message, kindOf(told));
}

function kindOf({ code, responseCode, command, message, cause }: Told): RefusalKind {
  if (isTls(code, `${cause} ${message}`)) return 'tls';
  if (code === 'EAUTH' || code === 'ENOAUTH' || [530, 534, 535, 538].includes(responseCode)) return 'sign_in';
  if (code === 'ESTREAM' || code === 'ENOENT' || code === 'EFILEACCESS') return 'enclosure';
  if (responseCode === 421) return 'dropped';
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    if (responseCode >= 400 && responseCode < 500) return 'busy';
    if (command === 'MAIL FROM' && responseCode >= 500) return 'sender';
    return command === 'RCPT TO' && isNobodyThere(responseCode, message) ? 'address' : 'letter';
  }
  return isBroken(code, cause) ? 'dropped' : 'unreachable';
}

/** A full box, a policy or a refused relay says nothing of the address itself. */
function isNobodyThere(responseCode: number, message: string): boolean {
  const status = /\b5\.(\d{1,3})\.\d{1,3}\b/.exec(message)?.[1];
  if (status !== undefined) return status === '1';
  return [550, 551, 553].includes(responseCode);
}

function isTls(code: string, words: string): boolean {
  if (code === 'ETLS') return true;
  return (
    code !== 'EENVELOPE' && code !== 'EMESSAGE' && /certificate|SELF_SIGNED|CERT_|ALTNAME|UNABLE_TO_VERIFY/i.test(words)
  );
}

/** The server was there, and went silent or away. */
function isBroken(code: string, cause: string): boolean {
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|GREETING_TIMEOUT/.test(cause)) return false;
  return code === 'ECONNECTION' || code === 'ETIMEDOUT' || code === 'ESOCKET';
}

function toldBy(error: unknown): Told {
  const fields = typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>) : {};
  return {
    code: String(fields['code'] ?? ''),
    responseCode: Number(fields['responseCode'] ?? 0),
    command: String(fields['command'] ?? ''),
    message: error instanceof Error ? error.message : String(error),
    cause: [fields['originalCode'], fields['timeoutType']].filter(Boolean).join(' '),
  };
}
