import { isKrs, isNip, isRegon, normaliseDigits } from '../../../lib/identifiers.ts';

/** Where an organisation stands written down. `none`: nowhere; '' not said yet. */
export const registerKinds = ['krs', 'kgw', 'starosta', 'church', 'other', 'none'] as const;
export type RegisterKind = (typeof registerKinds)[number];

export type Doubt = 'krs_doubtful' | 'nip_doubtful' | 'regon_doubtful';

const named: readonly (readonly [Doubt, RegExp, (digits: string) => boolean])[] = [
  ['krs_doubtful', /\bKRS\D{0,8}(\d[\d -]*\d|\d)/gi, isKrs],
  ['nip_doubtful', /\bNIP\D{0,8}(\d[\d -]*\d|\d)/gi, isNip],
  ['regon_doubtful', /\bREGON\D{0,8}(\d[\d -]*\d|\d)/gi, isRegon],
];

/**
 * Numbers that cannot be right as they stand: of the KRS where that register is chosen, and any that the text itself calls KRS, NIP or REGON.
 * A doubt is shown and keeps nobody from sending: whoever copies a number from an old stamp may be right.
 */
export function doubtsAbout(kind: RegisterKind | '', number: string): Doubt[] {
  const found = named
    .filter(([, shape, isRight]) =>
      [...number.matchAll(shape)].some(([, digits = '']) => !isRight(normaliseDigits(digits))),
    )
    .map(([doubt]) => doubt);
  const bare = normaliseDigits(number);
  const isBareWrong = kind === 'krs' && /^\d+$/.test(bare) && !isKrs(bare);
  return isBareWrong ? ['krs_doubtful', ...found] : found;
}
