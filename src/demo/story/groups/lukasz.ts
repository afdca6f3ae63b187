import type { Group } from './group.ts';

/** Begun on the last evening but three and never sent. */
export const lukasz: Group = {
  leader: 'lukasz',
  kind: 'person',
  title: 'Rowerem do biblioteki',
  applicant: { phone: '600 000 297', street: 'Giby 84', postalCode: '16-506', city: 'Giby' },
  answers: {
    summary:
      'Jednodniowy rajd rowerowy z Gib do biblioteki w Sejnach, po drodze cztery przystanki i na każdym ktoś czyta fragment książki o podróży. W bibliotece ognisko',
    need: 'Jeżdżę do pracy rowerem i',
  },
  schedule: [['Rajd rowerowy', '15.06.2024', '', 'Giby – Sejny']],
  costs: [['print', 'Mapki z trasą', '60', 'szt.', '4,00']],
  attachments: [],
  begunAt: '2024-03-12 21.34',
  sittings: [
    { at: '2024-03-12 22.10', sections: ['idea'] },
    { at: '2024-03-15 13.05', sections: ['harmonogram', 'kosztorys'] },
  ],
  sentAt: null,
};
