import type { RefusalTexts } from '../../../web/routes.ts';
import type { Right } from '../access.ts';

export const rightNames: Readonly<Record<Right, string>> = {
  read: 'czytać',
  edit: 'czytać i pisać',
  submit: 'czytać, pisać i złożyć wniosek',
};

/** Beside a name in the list of who belongs to an application. */
export const memberNotes = {
  leader: 'prowadzi',
  read: 'czyta',
  edit: 'pisze',
  submit: 'pisze i może złożyć',
} as const;

export const rightOptions = [
  { value: 'read', label: 'Czytać', hint: 'Widzi wszystko, niczego nie zmienia.' },
  { value: 'edit', label: 'Czytać i pisać', hint: 'Zmienia każdy rozdział. Nie składa wniosku.' },
  { value: 'submit', label: 'Czytać, pisać i złożyć wniosek', hint: 'Może też wycofać złożony wniosek.' },
] as const;

export const pageTitles = {
  members: 'Kto pisze wniosek',
  invitation: 'Zaproszenie do wniosku',
} as const;

export const flashes = {
  invited: (email: string) => `Zaproszenie poszło na adres ${email}.`,
  invitedInRehearsal: 'Zaproszenie czeka w listach z próby. Otworzy je tam osoba, do której je napisano.',
  cancelled: 'Zaproszenie cofnięte. Link z listu już nie działa.',
  changed: 'Prawo zmienione.',
  removed: 'Ta osoba nie widzi już wniosku. To, co napisała, zostaje.',
  left: 'Nie należycie już do tego wniosku.',
  joined: 'Jesteście we wniosku.',
  signIn: 'Zaproszenie przyjęte. Wejdźcie teraz swoim adresem e-mail.',
} as const;

export const fieldTexts = { mayMissing: 'Zaznaczcie, co ta osoba będzie mogła.' } as const;

export const membersRefusals: RefusalTexts = {
  only_leader: () => 'Zaprasza i zmienia prawa tylko osoba prowadząca.',
  address_not_confirmed: () => 'Zanim kogoś zaprosicie, potwierdźcie swój adres e-mail na stronie wniosku.',
  already_member: () => 'Ta osoba już jest we wniosku albo ma zaproszenie.',
  not_rehearsing: () =>
    'Tej osoby nie ma w próbie, a listy z próby czytają tylko jej uczestnicy. Niech najpierw dołączy: adres próby ma osoba, która ją prowadzi.',
  too_many_members: (facts) => `Jeden wniosek może pisać najwyżej ${facts['most']} osób.`,
  letters_for_this_hour: () =>
    'Na ten adres poszło już w tej godzinie kilka listów. Poczekajcie i spróbujcie jeszcze raz.',
};
