import { type AddressInfo, createServer } from 'node:net';

/** A loopback port nobody listens on now: links carry the port, so it must be known before a server is made. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
