import { type App, createApp } from '../../src/app.ts';
import type { Workshop } from '../../src/jobs/worker.ts';
import { openSlowWork, type SlowWorkSettings, type Task } from '../../src/slow-work.ts';
import { openSession } from '../../src/web/session.ts';
import { type Client, client } from './client.ts';
import { type Beginning, root } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { type HouseOptions, openTestHouse, type TestHouse } from './house.ts';
import { type Mailbox, type MailboxOptions, startMailbox } from './smtp.ts';

export interface TestAppOptions extends HouseOptions {
  /** `open` when absent: a page needs an organisation around it. */
  beginning?: Beginning;
  /** Starts a mailbox behind SMTP; without it letters wait in the outbox. */
  mail?: MailboxOptions | true;
  /** Also answers on a loopback port, for browsers, and does waiting jobs by itself. */
  listening?: true;
}

/** A whole application on its own copy of the database. Close it. */
export interface TestApp extends Omit<TestHouse, 'close'> {
  app: App;
  /** The origin of its links, and where it listens if it does. */
  url: string;
  /** Throws when the app was started without mail. */
  mailbox: Mailbox;
  /** Does all work that is due: documents, then the letters that wait for them. */
  drain(): Promise<void>;
  /** Somebody who has not signed in. */
  visitor(): Client;
  /** A signed-in person's browser. */
  as(person: { id: number }): Client;
  close(): Promise<void>;
}

/** The work of the worker thread done in this one, which has the house loaded: loading it anew for each test took longer than the test. */
function workshopHere(settings: SlowWorkSettings): Workshop {
  let work: ReturnType<typeof openSlowWork> | undefined;
  return {
    async run(task) {
      work ??= openSlowWork(settings);
      return structuredClone(await work.done(structuredClone(task) as Task));
    },
    async close() {
      work?.close();
    },
  };
}

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const port = options.listening ? await freePort() : 3000;
  const url = options.publicUrl ?? `http://${options.listening ? '127.0.0.1' : 'localhost'}:${port}`;
  const house = await openTestHouse({ beginning: 'open', ...options, publicUrl: url });
  const mailbox = options.mail ? await startMailbox(options.mail === true ? {} : options.mail) : undefined;
  const app = await createApp(house.deps, {
    root,
    dataDir: house.dataDir,
    smtpUrl: mailbox?.url,
    mailFrom: mailbox && 'biblioteka@example.org',
    jobTickMs: options.listening ? 50 : 0,
    ...(options.listening ? {} : { workshop: workshopHere({ dataDir: house.dataDir, publicUrl: url }) }),
  });
  if (options.listening) await app.server.listen({ host: '127.0.0.1', port });

  return {
    ...house,
    app,
    url,
    get mailbox() {
      if (!mailbox) throw new Error('the app was started without mail');
      return mailbox;
    },
    drain: () => app.runner.drain(),
    visitor: () => client(app.server, url),
    as(person) {
      const browser = client(app.server, url);
      const token = house.deps.db.write((tx) => openSession(tx, house.deps, person.id, 'Firefox'));
      browser.cookies.set(url.startsWith('https:') ? '__Host-session' : 'session', token);
      return browser;
    },
    async close() {
      await app.close();
      house.close();
      await mailbox?.close();
    },
  };
}
