import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Between a sender and a server: breaks as a bad line does. */
export interface Line {
  /** As the server's address, through this line. */
  url: string;
  /** How many connections came. */
  connections(): number;
  close(): Promise<void>;
}

export interface Break {
  /** Cut once so many bytes have gone towards the server. */
  afterBytes?: number;
  /** The letter arrives whole, and the server's answer to it does not. */
  beforeAnswer?: true;
  /** Nothing ever comes back, not even a greeting. */
  silent?: true;
}

/** `breaks` tells what becomes of each connection, the first having number 1. */
export async function startLine(serverUrl: string, breaks: (connection: number) => Break | undefined): Promise<Line> {
  const { protocol, port: serverPort } = new URL(serverUrl);
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((near) => {
    connections += 1;
    const way = breaks(connections) ?? {};
    const far = connect(Number(serverPort), '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    let sent = 0;
    let isWhole = false;
    let tail = '';
    near.on('data', (bytes) => {
      sent += bytes.length;
      tail = (tail + bytes.toString('latin1')).slice(-5);
      isWhole ||= tail === '\r\n.\r\n';
      far.write(bytes);
      if (way.afterBytes !== undefined && sent >= way.afterBytes) near.destroy();
    });
    far.on('data', (bytes) => {
      if (way.beforeAnswer && isWhole) near.destroy();
      else if (!way.silent) near.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${protocol}//127.0.0.1:${port}`,
    connections: () => connections,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
