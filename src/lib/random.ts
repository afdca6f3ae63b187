import { randomBytes, randomInt } from 'node:crypto';

export interface Random {
  bytes(n: number): Buffer;
  /** Decimal digits, leading zeros kept: `code(6)` may be `004217`. At most 14 digits. */
  code(digits: number): string;
}

export const systemRandom: Random = {
  bytes: (n) => randomBytes(n),
  code: (digits) =>
    randomInt(10 ** digits)
      .toString()
      .padStart(digits, '0'),
};
