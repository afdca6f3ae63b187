import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

const files = {
  serif: 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-bold': 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  sans: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'sans-bold': 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
} as const;

/** Serif for what people wrote and what the library announces, sans for labels and tables; bold is semibold. */
export type Face = keyof typeof files;

export type Fonts = Readonly<Record<Face, Font>>;

export const faces = Object.keys(files) as readonly Face[];

let opened: Fonts | undefined;

/** The four faces, parsed once per process and shared by all documents. */
export function openFonts(): Fonts {
  opened ??= Object.fromEntries(faces.map((face) => [face, openFace(face)])) as Record<Face, Font>;
  return opened;
}

function openFace(face: Face): Font {
  const font = openSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/${files[face]}`));
  fixGlyphText(font);
  return font;
}

/**
 * fontkit remembers, for each glyph, the text that asked for it first, and that becomes the text one copies out of the file.
 * Asked here in one order, a document does not depend on those drawn before it: ligatures are letters, a hard space is a space.
 */
function fixGlyphText(font: Font): void {
  for (const letters of ['ff', 'fi', 'fj', 'fl', 'ffi', 'ffj', 'ffl']) font.layout(letters);
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
}
