import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A mail server in this process that keeps of each letter only what it is known by. Close it. */
export interface Receiver {
  /** For `SMTP_URL`. */
  url: string;
  /** Message-IDs in the order of arrival, repeated ones too. */
  arrivals: { messageId: string; at: number; bytes: number }[];
  /** The end of a letter has come, a moment before it is acknowledged. */
  nextArrival(): Promise<unknown>;
  close(): Promise<void>;
}

/** `slowMs` is how long each letter takes to be taken. */
export async function startReceiver(slowMs = 0): Promise<Receiver> {
  const arrivals: Receiver['arrivals'] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onData(stream, _session, answer) {
      let head = '';
      let bytes = 0;
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (head.length < 8192) head += chunk.toString('latin1');
      });
      stream.on('end', () => {
        const messageId = /^message-id: *(<[^>]+>)/im.exec(head)?.[1] ?? '';
        arrivals.push({ messageId, at: performance.now(), bytes });
        server.emit('arrival');
        if (slowMs === 0) answer();
        else void pause(slowMs).then(() => answer());
      });
    },
  });
  // A sender killed on purpose breaks its connection.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrivals,
    nextArrival: () => once(server, 'arrival'),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
