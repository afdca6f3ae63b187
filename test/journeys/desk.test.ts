import { walkCompetition } from './walk.ts';

walkCompetition({ name: 'desk', width: 1280, javaScript: false });
