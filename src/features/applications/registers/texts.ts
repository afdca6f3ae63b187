import { foldText, nbsp, noOrphans } from '../../../lib/polish.ts';
import { askedOf } from '../asked-of.ts';
import type { TypedApplicant } from '../typed.ts';
import { type Doubt, doubtsAbout, type RegisterKind } from './registers.ts';

export const registerNames: Readonly<Record<RegisterKind, string>> = {
  krs: 'KRS',
  kgw: 'Krajowy Rejestr KGW',
  starosta: 'ewidencja starosty',
  church: 'rejestr kościelny',
  other: 'inny rejestr',
  none: 'nie ma w żadnym rejestrze',
};

/** In the form, where there is room to say for whom. */
export const registerChoices: Readonly<Record<RegisterKind, string>> = {
  krs: 'KRS: stowarzyszenie, fundacja, straż',
  kgw: 'Krajowy Rejestr Kół Gospodyń Wiejskich',
  starosta: 'ewidencja starosty: stowarzyszenie zwykłe, klub sportowy',
  church: 'kościół albo związek wyznaniowy',
  other: 'inny rejestr albo ewidencja',
  none: 'w żadnym',
};

/** A register by its stored code; '' for none chosen. */
export function registerNamed(code: string): string {
  return (registerNames as Readonly<Record<string, string>>)[code] ?? '';
}

const doubtTexts: Readonly<Record<Doubt, string>> = {
  krs_doubtful: 'Numer KRS ma dziesięć cyfr, razem z zerami na początku, na przykład 0000123456.',
  nip_doubtful: 'Ten NIP nie jest poprawny: powinien mieć dziesięć cyfr i zgodną cyfrę kontrolną.',
  regon_doubtful: 'Ten REGON nie jest poprawny: powinien mieć 9 albo 14 cyfr i zgodną cyfrę kontrolną.',
};

const doubtLead =
  'Sprawdźcie numer z dokumentem. Jeśli jest właśnie taki, zostawcie go: to nie przeszkadza w złożeniu wniosku.';

/** „KRS 0000123456”, „Krajowy Rejestr KGW, nr 99127”; a number that names its register, or was frozen before registers were asked, as typed. */
export function registerText({
  registerKind = '',
  registerNumber,
}: {
  readonly registerKind?: RegisterKind | '';
  readonly registerNumber: string;
}): string {
  if (registerKind === '' || registerKind === 'other') return registerNumber;
  const name = registerNames[registerKind];
  if (registerNumber === '' || registerKind === 'none') return name;
  if (foldText(registerNumber).includes(foldText(name))) return registerNumber;
  return registerKind === 'krs' ? `${name}${nbsp}${registerNumber}` : `${name}, ${numbered(registerNumber)}`;
}

function numbered(number: string): string {
  return /^nr\b/i.test(number) ? number : `nr${nbsp}${number}`;
}

/** What to look at again in the number of an organisation, school or parish, and that it keeps nobody from sending; empty when nothing. */
export function doubtSentences({ applicantKind, registerKind, registerNumber }: TypedApplicant): string[] {
  if (!askedOf(applicantKind).register) return [];
  const doubts = doubtsAbout(registerKind, registerNumber).map((doubt) => doubtTexts[doubt]);
  return doubts.length === 0 ? [] : [...doubts, doubtLead].map(noOrphans);
}
