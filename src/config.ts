import { z } from 'zod';

const portText = z
  .string()
  .regex(/^\d{1,5}$/, 'a number from 0 to 65535')
  .transform(Number)
  .refine((port) => port <= 65535, 'a number from 0 to 65535');
const originText = z
  .url({ protocol: /^https?$/, error: 'an address such as https://konkurs.example.org' })
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'an origin alone: no path and no slash at the end',
  );

const environment = z.object({
  DATA_DIR: z.string().min(1, 'a folder').default('./data'),
  HOST: z
    .union([z.ipv4(), z.ipv6(), z.literal('localhost')], { error: 'an IP address or localhost' })
    .default('127.0.0.1'),
  PORT: portText.default(3000),
  PUBLIC_URL: originText.optional(),
  SEED: z.enum(['example', 'blank'], { error: 'example or blank' }).default('example'),
  TRUST_PROXY: z.enum(['true', 'false'], { error: 'true or false' }).default('false'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'an address such as smtp://user:password@mail.example.org:587' })
    .optional(),
  MAIL_FROM: z.email('an e-mail address').optional(),
  MAIL_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'a number from 1 to 999999')
    .transform(Number)
    .default(30),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { error: 'fatal, error, warn, info, debug or silent' })
    .default('info'),
});

export interface Config {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Undefined when somebody is trying the system on their own machine. */
  readonly publicUrl: string | undefined;
  /** What a new data folder begins with. */
  readonly seed: 'example' | 'blank';
  readonly trustProxy: boolean;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly mailPerMinute: number;
  readonly logLevel: string;
}

/** Reads the environment; throws one error that names every wrong key and what it should be. An empty value counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const { fieldErrors } = z.flattenError(parsed.error);
    const lines = Object.entries(fieldErrors).map(([key, messages]) => `  ${key}: should be ${messages[0]}`);
    throw new Error(`The settings cannot be used:\n${lines.join('\n')}`);
  }
  const { DATA_DIR, HOST, PORT, PUBLIC_URL, SEED, TRUST_PROXY, SMTP_URL, MAIL_FROM, MAIL_PER_MINUTE, LOG_LEVEL } =
    parsed.data;
  return Object.freeze({
    dataDir: DATA_DIR,
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL,
    seed: SEED,
    trustProxy: TRUST_PROXY === 'true',
    smtpUrl: SMTP_URL,
    mailFrom: MAIL_FROM,
    mailPerMinute: MAIL_PER_MINUTE,
    logLevel: LOG_LEVEL,
  });
}
