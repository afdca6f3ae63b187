/** Figures of the told story, worked out by hand from its papers, in grosze. */

interface Sums {
  readonly planned: number;
  readonly reserved?: number;
  readonly committed?: number;
  readonly owed?: number;
  readonly spent?: number;
  readonly left?: number;
}

interface Figures {
  /** „task year source category”; what is not named is nought. */
  readonly lines: Readonly<Record<string, Sums>>;
  readonly initiatives: Readonly<
    Record<string, { state: 'realisation' | 'settled'; agreed: number; spent: number; own: number; unused: number }>
  >;
  readonly documents: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly withoutScan: readonly string[];
  readonly papers: Readonly<Record<string, number>>;
}

/** The first year used every line to the grosz. */
const firstYear: Figures['lines'] = {
  '1 2023 grant prowadzenie i materiały szkoleniowe': {
    planned: 12_000_00,
    spent: 742_60 + 4800_00 + 3200_00 + 957_40 + 2300_00,
  },
  '2 2023 grant badanie i opracowanie': { planned: 9000_00, spent: 861_00 + 89_90 + 249_10 + 2600_00 + 5200_00 },
  '3 2023 grant prowadzenie, materiały i książki': {
    planned: 20_000_00,
    spent: 1904_00 + 1951_44 + 3500_00 + 3468_72 + 2800_00 + 2400_00 + 3975_84,
  },
  '3 2023 own prowadzenie, materiały i książki': { planned: 2100_00, spent: 1000_00 + 12_10 + 1087_90 },
  '5 2023 grant przejazdy, noclegi i spotkania': { planned: 3000_00, spent: 972_00 + 1836_00 + 192_00 },
  '6 2023 grant druk i promocja': { planned: 3000_00, spent: 1845_00 + 1155_00 },
  '6 2023 own druk i promocja': { planned: 1000_00, spent: 1000_00 },
  '7 2023 grant koordynacja i księgowość': { planned: 5000_00, spent: 286_00 + 2500_00 + 2214_00 },
  '7 2023 own koordynacja i księgowość': { planned: 2000_00, spent: 1460_00 + 540_00 },
};

/** On 10 July 2024. What agreements hold is what was agreed less booked documents; Wiesława's is closed. */
export const inTheSummer: Figures = {
  lines: {
    ...firstYear,
    '1 2024 grant prowadzenie i materiały szkoleniowe': {
      planned: 8000_00,
      spent: 3400_00 + 2600_00,
      left: 2000_00,
    },
    '3 2024 grant prowadzenie, materiały i książki': {
      planned: 21_000_00,
      owed: 5000_00 + 2800_00,
      spent: 4236_80 + 2184_15 + 3500_00,
      left: 3279_05,
    },
    '3 2024 own prowadzenie, materiały i książki': {
      planned: 3000_00,
      owed: 120_00,
      spent: 880_65 + 1000_00,
      left: 999_35,
    },
    '4 2024 grant wynagrodzenia i honoraria': {
      planned: 9000_00,
      committed: 1500_00 + 2400_00 + 1200_00 + 800_00 + 1000_00,
      owed: 1000_00,
      spent: 1020_00,
      left: 80_00,
    },
    '4 2024 grant materiały': {
      planned: 6000_00,
      committed: 21_65 + (600_00 - 197_30) + 13_53 + 24_80 + 700_00 + (500_00 - 249_90),
      owed: 286_47 + 845_20 + 249_90 + 197_30,
      spent: 412_40 + 474_00 + 380_00 + 640_00 + 988_35,
      left: 100_00 + 13_60,
    },
    '4 2024 grant druk i promocja': {
      planned: 2500_00,
      committed: 450_00 + 500_00 + 400_00 + 4_00 + 400_00 + 200_00,
      spent: 198_00 + 246_00,
      left: 100_00 + 2_00,
    },
    '4 2024 grant wynajem': {
      planned: 1800_00,
      committed: 400_00 + 300_00,
      owed: 400_00,
      spent: 200_00,
      left: 500_00,
    },
    '4 2024 grant transport': {
      planned: 2200_00,
      committed: 400_00 + 350_00 + 400_00 + 200_00 + 200_00,
      spent: 300_00,
      left: 350_00,
    },
    '4 2024 grant poczęstunek': {
      planned: 1500_00,
      committed: 300_00 - 151_20 + 200_00 + 150_00 + 200_00 + 100_00 + 100_00,
      owed: 151_20,
      spent: 252_40,
      left: 170_00 + 27_60,
    },
    '4 2024 grant licencje': { planned: 1000_00, committed: 300_00 + 600_00, spent: 100_00 },
    '5 2024 grant przejazdy, noclegi i spotkania': {
      planned: 4000_00,
      spent: 1640_00 + 1890_00 + 457_30,
      left: 12_70,
    },
    '6 2024 grant druk i promocja': { planned: 3600_00, spent: 2091_00, left: 1509_00 },
    '6 2024 own druk i promocja': { planned: 1000_00, left: 1000_00 },
    '7 2024 grant koordynacja i księgowość': { planned: 7000_00, spent: 4200_00, left: 2800_00 },
    '7 2024 own koordynacja i księgowość': { planned: 5000_00, spent: 648_00, left: 4352_00 },
  },
  initiatives: {
    'Dwa języki, jedna półka': {
      state: 'realisation',
      agreed: 4000_00,
      spent: 640_00 + 100_00 + 988_35,
      own: 0,
      unused: 2271_65,
    },
    'Opowieści z pogranicza': { state: 'realisation', agreed: 4500_00, spent: 0, own: 0, unused: 4500_00 },
    'Zapach chleba i bajki': {
      state: 'settled',
      agreed: 2900_00,
      spent: 412_40 + 198_00 + 474_00 + 1020_00 + 200_00 + 300_00 + 252_40,
      own: 0,
      unused: 43_20,
    },
    'Pociąg do poezji': { state: 'realisation', agreed: 2700_00, spent: 0, own: 0, unused: 2700_00 },
    'Poczytaj mi, babciu': {
      state: 'realisation',
      agreed: 3100_00,
      spent: 380_00 + 246_00,
      own: 0,
      unused: 2474_00,
    },
    'Komiksy znad Marychy': { state: 'realisation', agreed: 2500_00, spent: 0, own: 0, unused: 2500_00 },
    'Podcast z przystanku': { state: 'realisation', agreed: 3000_00, spent: 0, own: 0, unused: 3000_00 },
  },
  documents: {
    draft: { bill: 1, invoice: 1 },
    booked: { invoice: 1, receipt: 1 },
    controlled: { invoice: 1 },
    approved: { bill: 1, contract: 2, invoice: 1 },
    paid: {
      bill: 2,
      contract: 5 + 3,
      insurance: 1 + 1,
      internal: 2 + 1,
      invoice: 17 + 14,
      note: 1 + 1,
      receipt: 1 + 1,
    },
    discarded: { invoice: 1 },
  },
  withoutScan: ['120417'],
  papers: { expense_description: 5 + 6, settlement: 1, document_register: 1 },
};

/** On 12 December 2024: paid and settled, 1 640,84 of the grant not used. */
export const atTheEnd: Figures = {
  lines: {
    ...firstYear,
    '1 2024 grant prowadzenie i materiały szkoleniowe': {
      planned: 8000_00,
      spent: 3400_00 + 2600_00 + 1968_00,
      left: 32_00,
    },
    '3 2024 grant prowadzenie, materiały i książki': {
      planned: 21_000_00,
      spent: 4236_80 + 2184_15 + 3500_00 + 5000_00 + 2800_00 + 3260_00,
      left: 19_05,
    },
    '3 2024 own prowadzenie, materiały i książki': { planned: 3000_00, spent: 880_65 + 1000_00 + 999_35 + 120_00 },
    '4 2024 grant wynagrodzenia i honoraria': {
      planned: 9000_00,
      spent: 1020_00 + 1000_00 + 1600_00 + 800_00 + 1200_00 + 1000_00 + 800_00 + 1500_00,
      left: 80_00,
    },
    '4 2024 grant materiały': {
      planned: 6000_00,
      spent: 412_40 + 474_00 + 380_00 + 640_00 + 988_35 + 286_47 + 845_20 + 249_90 + 197_30 + 240_00 + 390_00 + 689_00,
      left: 100_00 + 13_60 + 21_65 + 12_70 + 13_53 + 24_80 + 11_00 + 10_10,
    },
    '4 2024 grant druk i promocja': {
      planned: 2500_00,
      spent: 198_00 + 246_00 + 492_00 + 393_60 + 399_75 + 196_80 + 442_80,
      left: 100_00 + 2_00 + 4_00 + 8_00 + 6_40 + 25 + 3_20 + 7_20,
    },
    '4 2024 grant wynajem': { planned: 1800_00, spent: 200_00 + 400_00 + 400_00 + 300_00, left: 500_00 },
    '4 2024 grant transport': {
      planned: 2200_00,
      spent: 300_00 + 189_00 + 194_40 + 388_80 + 345_60 + 378_00,
      left: 350_00 + 11_00 + 5_60 + 11_20 + 4_40 + 22_00,
    },
    '4 2024 grant poczęstunek': {
      planned: 1500_00,
      spent: 252_40 + 151_20 + 136_40 + 200_00 + 144_90 + 198_65 + 94_20 + 97_35,
      left: 170_00 + 27_60 + 12_40 + 5_10 + 1_35 + 5_80 + 2_65,
    },
    '4 2024 grant licencje': { planned: 1000_00, spent: 100_00 + 585_00 + 300_00, left: 15_00 },
    '5 2024 grant przejazdy, noclegi i spotkania': {
      planned: 4000_00,
      spent: 1640_00 + 1890_00 + 457_30,
      left: 12_70,
    },
    '6 2024 grant druk i promocja': { planned: 3600_00, spent: 2091_00 + 1494_44, left: 14_56 },
    '6 2024 own druk i promocja': { planned: 1000_00, spent: 1000_00 },
    '7 2024 grant koordynacja i księgowość': { planned: 7000_00, spent: 4200_00 + 2800_00 },
    '7 2024 own koordynacja i księgowość': { planned: 5000_00, spent: 648_00 + 1400_00 + 2952_00 },
  },
  initiatives: {
    'Dwa języki, jedna półka': {
      state: 'settled',
      agreed: 4000_00,
      spent: 1500_00 + 640_00 + 988_35 + 442_80 + 151_20 + 136_40 + 100_00,
      own: 0,
      unused: 41_25,
    },
    'Opowieści z pogranicza': {
      state: 'settled',
      agreed: 4500_00,
      spent: 800_00 + 1600_00 + 197_30 + 390_00 + 492_00 + 400_00 + 388_80 + 200_00,
      own: 0,
      unused: 31_90,
    },
    'Zapach chleba i bajki': { state: 'settled', agreed: 2900_00, spent: 2856_80, own: 0, unused: 43_20 },
    'Pociąg do poezji': {
      state: 'settled',
      agreed: 2700_00,
      spent: 1200_00 + 286_47 + 393_60 + 300_00 + 345_60 + 144_90,
      own: 0,
      unused: 29_43,
    },
    'Poczytaj mi, babciu': {
      state: 'settled',
      agreed: 3100_00,
      spent: 1000_00 + 380_00 + 845_20 + 246_00 + 378_00 + 198_65,
      own: 120_00,
      unused: 52_15,
    },
    'Komiksy znad Marychy': {
      state: 'settled',
      agreed: 2500_00,
      spent: 800_00 + 689_00 + 399_75 + 189_00 + 94_20 + 300_00,
      own: 0,
      unused: 28_05,
    },
    'Podcast z przystanku': {
      state: 'settled',
      agreed: 3000_00,
      spent: 1000_00 + 249_90 + 240_00 + 196_80 + 400_00 + 194_40 + 97_35 + 585_00,
      own: 0,
      unused: 36_55,
    },
  },
  documents: {
    paid: {
      bill: 2 + 3,
      contract: 5 + 10,
      insurance: 1 + 1,
      internal: 2 + 2,
      invoice: 17 + 11 + 22,
      note: 1 + 1,
      receipt: 1 + 5,
    },
    discarded: { invoice: 1 },
  },
  withoutScan: [],
  papers: { expense_description: 5 + 7 + 1, settlement: 7, document_register: 2, project_report: 1 },
};
