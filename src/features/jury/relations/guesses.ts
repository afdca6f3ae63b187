import { normalisePhone } from '../../../lib/identifiers.ts';
import { foldText } from '../../../lib/polish.ts';
import { surnameStems } from './surnames.ts';

export type RelationGround = 'surname' | 'phone' | 'address' | 'organisation' | 'mail_domain';

/** What the house knows of a juror from elsewhere; '' for what it does not. */
export interface JurorFacts {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** Whom the juror speaks for, as the coordinator wrote it. */
  readonly represents: string;
  /** Where the juror lives, from applications of her own: street and place. */
  readonly addresses: readonly string[];
}

export interface ApplicantFacts {
  /** The leader, the guardian, co-authors and the members of the group. */
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly organisation: string;
  readonly address: string;
}

export interface Guess {
  readonly ground: RelationGround;
  /** What is alike, as it stands in the data. */
  readonly words: string;
}

/** Domains of mail for everybody; who shares one shares nothing. */
const everybodys = new Set(
  `gmail.com googlemail.com wp.pl o2.pl onet.pl onet.eu op.pl vp.pl poczta.onet.pl poczta.onet.eu interia.pl interia.eu interia.com poczta.fm gazeta.pl
  tlen.pl go2.pl autograf.pl buziaczek.pl outlook.com hotmail.com live.com msn.com yahoo.com yahoo.pl icloud.com me.com proton.me protonmail.com aol.com
  inbox.lt`.split(/\s+/),
);

/** What a juror and an application have in common by the data alone; `sharedDomains` are those of so many people here that they say nothing. */
export function guessRelations(
  juror: JurorFacts,
  applicant: ApplicantFacts,
  sharedDomains: ReadonlySet<string>,
): Guess[] {
  const stems = new Set(surnameStems(juror.name));
  const kin = applicant.names.filter((name) => surnameStems(name).some((stem) => stems.has(stem)));
  const phone = normalisePhone(juror.phone);
  const hasPhone = phone !== '' && applicant.phones.some((one) => normalisePhone(one) === phone);
  const addresses = new Set(juror.addresses.map(plainWords).filter((one) => one !== ''));
  const domain = domainOf(juror.email);
  const hasDomain =
    domain !== '' &&
    !everybodys.has(domain) &&
    !sharedDomains.has(domain) &&
    applicant.emails.some((email) => domainOf(email) === domain);
  return [
    ...(kin.length > 0 ? [{ ground: 'surname' as const, words: [...new Set(kin)].join(', ') }] : []),
    ...(hasPhone ? [{ ground: 'phone' as const, words: juror.phone }] : []),
    ...(addresses.has(plainWords(applicant.address)) ? [{ ground: 'address' as const, words: applicant.address }] : []),
    ...(speaksFor(juror.represents, applicant.organisation)
      ? [{ ground: 'organisation' as const, words: applicant.organisation }]
      : []),
    ...(hasDomain ? [{ ground: 'mail_domain' as const, words: domain }] : []),
  ];
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

/** The name of the group within what the juror stands for, or the other way round. */
function speaksFor(represents: string, organisation: string): boolean {
  const [whole, part] = [plainWords(represents), plainWords(organisation)];
  if (whole.length < 6 || part.length < 6) return false;
  return ` ${whole} `.includes(` ${part} `) || ` ${part} `.includes(` ${whole} `);
}

function plainWords(text: string): string {
  return foldText(text)
    .replace(/\bul\b|[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
}
