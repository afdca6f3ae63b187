import type { Role } from '../../lib/actor.ts';

export interface CastMember {
  readonly name: string;
  readonly email: string;
  /** Who this is, for the page where a visitor chooses whom to be. */
  readonly about: string;
  readonly roles?: readonly Role[];
}

/** Everybody in the story. All of them are there from its first day, in this order. */
export const cast = {
  dorota: {
    name: 'Dorota Milewska',
    email: 'dyrektor@biblioteka.example.org',
    about: 'dyrektorka biblioteki',
    roles: ['director'],
  },
  joanna: {
    name: 'Joanna Wasilewska',
    email: 'konkurs@biblioteka.example.org',
    about: 'koordynatorka konkursu',
    roles: ['coordinator'],
  },
  teresa: {
    name: 'Teresa Krupińska',
    email: 'ksiegowosc@biblioteka.example.org',
    about: 'główna księgowa',
    roles: ['accountant'],
  },
  pawel: {
    name: 'Paweł Sidor',
    email: 'informatyk@biblioteka.example.org',
    about: 'administrator systemu',
    roles: ['administrator'],
  },
  irena: {
    name: 'Irena Gajewska',
    email: 'irena.gajewska@finansujacy.example.org',
    about: 'kontrolerka z instytucji, która dała pieniądze',
    roles: ['inspector'],
  },
  marianna: {
    name: 'Marianna Zubrycka',
    email: 'm.zubrycka@example.org',
    about: 'przewodnicząca komisji, biblioteka spoza powiatu',
  },
  tomas: { name: 'Tomas Vaina', email: 'tomas.vaina@example.org', about: 'protokolant komisji, biblioteka' },
  halina: {
    name: 'Halina Rapczyńska',
    email: 'halina.rapczynska@example.org',
    about: 'członkini komisji, partner zadania',
  },
  piotr: { name: 'Piotr Maksimowicz', email: 'p.maksimowicz@example.org', about: 'członek komisji, powiat' },
  agnieszka: {
    name: 'Agnieszka Bukowska',
    email: 'agnieszka.bukowska@example.org',
    about: 'członkini komisji, animatorka kultury; zawsze ostatnia',
  },
  birute: { name: 'Birutė Jurkianis', email: 'birute@example.org', about: 'liderka grupy „Lentyna”' },
  ewa: { name: 'Ewa Sidorowicz', email: 'ewa.sidorowicz@example.org', about: 'prezeska Stowarzyszenia „Brzeg”' },
  wieslawa: {
    name: 'Wiesława Mościńska',
    email: 'wieslawa.moscinska@example.org',
    about: 'przewodnicząca koła gospodyń wiejskich, 75 lat',
  },
  daiva: { name: 'Daiva Maksimavičiūtė', email: 'daiva@example.org', about: 'poetka, składa sama' },
  bozena: { name: 'Bożena Kuklewicz', email: 'bozena.kuklewicz@example.org', about: 'nauczycielka z małej szkoły' },
  kajetan: { name: 'Kajetan Wnuk', email: 'kajetan.wnuk@example.org', about: 'uczeń, 16 lat; podpisuje za niego mama' },
  maja: { name: 'Maja Chalecka', email: 'maja.chalecka@example.org', about: 'liderka młodzieży z przystanku' },
  romuald: {
    name: 'Romuald Krajewski',
    email: 'romuald.krajewski@example.org',
    about: 'prezes ochotniczej straży pożarnej',
  },
  jonas: { name: 'Jonas Nevulis', email: 'jonas.nevulis@example.org', about: 'katecheta, chór parafialny' },
  kazimierz: {
    name: 'Kazimierz Wnukowski',
    email: 'k.wnukowski@example.org',
    about: 'emeryt, szachista; składa sam, listy dostaje pocztą',
  },
  ugne: { name: 'Ugnė Vaznelytė', email: 'ugne.vaznelyte@example.org', about: 'uczennica, 15 lat' },
  agata: { name: 'Agata Krakowska', email: 'agata.krakowska@example.org', about: 'rodzice przedszkolaków' },
  remigiusz: { name: 'Remigiusz Talarek', email: 'biuro@fundacja-kadr.example.org', about: 'fundacja spoza powiatu' },
  stefania: {
    name: 'Stefania Okulewicz',
    email: 'stefania.okulewicz@example.org',
    about: 'klub seniora, wycofała wniosek',
  },
  lukasz: { name: 'Łukasz Bobrowski', email: 'lukasz.bobrowski@example.org', about: 'zaczął pisać i nie zdążył' },
  danuta: {
    name: 'Danuta Wnukowska',
    email: 'danuta.wnukowska@example.org',
    about: 'w rezerwie komisji, polonistka',
  },
} as const satisfies Readonly<Record<string, CastMember>>;

export type CastKey = keyof typeof cast;
