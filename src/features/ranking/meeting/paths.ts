import { juryPaths } from '../../jury/paths.ts';

const meeting = juryPaths.meetingOf;

export const meetingPaths = {
  meeting: '/nabory/:id/posiedzenie',
  meetingOf: juryPaths.meetingOf,
  attendance: '/nabory/:id/posiedzenie/obecnosc',
  attendanceOf: (callId: number) => `${meeting(callId)}/obecnosc`,
  current: '/nabory/:id/posiedzenie/teraz',
  currentOf: (callId: number) => `${meeting(callId)}/teraz`,
  item: '/nabory/:id/posiedzenie/wnioski/:application',
  itemOf: (callId: number, applicationId: number) => `${meeting(callId)}/wnioski/${applicationId}`,
  card: '/nabory/:id/posiedzenie/karty/:card',
  cardOf: (callId: number, cardId: number) => `${meeting(callId)}/karty/${cardId}`,
  screen: '/nabory/:id/posiedzenie/ekran',
  screenOf: (callId: number) => `${meeting(callId)}/ekran`,
  withdrawal: '/nabory/:id/posiedzenie/wycofanie',
  withdrawalOf: (callId: number) => `${meeting(callId)}/wycofanie`,
  closing: '/nabory/:id/posiedzenie/zakonczenie',
  closingOf: (callId: number) => `${meeting(callId)}/zakonczenie`,
  signed: '/nabory/:id/ranking/protokol',
  signedOf: (callId: number) => `/nabory/${callId}/ranking/protokol`,
} as const;
