import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const tag = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, text: 0x0c, time: 0x17, sequence: 0x30, set: 0x31 };
const ecdsaWithSha256 = '2a8648ce3d040302';
const commonName = '550403';
const alternativeName = '551d11';

/** A certificate that nobody vouches for, for 127.0.0.1, valid from yesterday for a week (X.509 v3, RFC 5280). */
export function selfSignedCertificate(now = new Date()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(tag.sequence, oid(ecdsaWithSha256));
  const name = der(
    tag.sequence,
    der(tag.set, der(tag.sequence, oid(commonName), der(tag.text, Buffer.from('mail.example.org')))),
  );
  const address = der(tag.sequence, der(0x87, Buffer.from([127, 0, 0, 1])));
  const extension = der(tag.sequence, oid(alternativeName), der(tag.octets, address));
  const body = der(
    tag.sequence,
    der(0xa0, der(tag.integer, Buffer.from([2]))),
    der(tag.integer, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    der(tag.sequence, time(now, -1), time(now, 6)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(tag.sequence, extension)),
  );
  const signature = der(tag.bits, Buffer.from([0]), sign('sha256', body, privateKey));
  const bytes = der(tag.sequence, body, algorithm, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${bytes.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function der(kind: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([kind, ...size]), content]);
}

function oid(hex: string): Buffer {
  return der(tag.oid, Buffer.from(hex, 'hex'));
}

function time(now: Date, days: number): Buffer {
  const at = new Date(now.getTime() + days * 86_400_000).toISOString();
  return der(tag.time, Buffer.from(`${at.slice(2, 19).replace(/\D/g, '')}Z`));
}
