import { sampleBlankForm } from '../../calls/form-paper/sample.ts';
import type { Printout } from './printout-data.ts';

export const samplePrintout: Printout = {
  callTitle: sampleBlankForm.call.title,
  asked: sampleBlankForm.asked,
  written: {
    kind: 'Grupa nieformalna: sąsiedzi, przyjaciele, zespół',
    applicant: {
      name: 'Koło z Łąki',
      leaderName: 'Stefania Wróbel',
      groupMembers: 'Stefania Wróbel\nJadwiga Kurowska\nZofia Brzozowska',
      email: '',
      phone: '87 123 00 11',
      address: 'Łąka 14, 16-599 Łąka',
    },
    title: 'Obrus na sto lat',
    answers: {
      summary: 'Haftujemy obrus z wzorami z naszej wsi.\n\nPokażemy go na dożynkach i zostawimy w bibliotece.',
      partner: '',
    },
    schedule: [
      { activity: 'Wieczory haftu', when: '1.06.2024 – 31.08.2024', place: 'świetlica' },
      { activity: 'Pokaz', when: '7.09.2024', place: 'remiza' },
    ],
    costs: [{ name: 'Płótno lniane', category: 'materiały', quantity: '12 m', price: '48,00' }],
    attachments: ['Zdjęcie starego obrusa'],
    consents: ['rules'],
  },
  revision: 14,
  isMinor: false,
  library: sampleBlankForm.library.place,
  letterhead: sampleBlankForm.letterhead,
  address: 'https://oddolnie.example.org/wnioski/7',
  askedAt: sampleBlankForm.askedAt,
};
