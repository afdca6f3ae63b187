import type { CallPreset } from '../features/calls/setup/model.ts';
import { libraryProgramme } from './presets/blisko.ts';
import { cultureHouse } from './presets/dom-kultury.ts';
import { neutral } from './presets/neutral.ts';

/** Ready ways of running a call, the neutral one first. */
export const callPresets: readonly CallPreset[] = [neutral, libraryProgramme, cultureHouse];
