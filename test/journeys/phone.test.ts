import { walkCompetition } from './walk.ts';

walkCompetition({ name: 'phone', width: 360, javaScript: true });
