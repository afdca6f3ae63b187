/** A piece of a text; `href` is '' unless it is an address that may become a link. */
export interface Piece {
  readonly text: string;
  readonly href: string;
}

const address = /(https?:\/\/[^\s<>"\u201E\u201D]+[^\s<>"\u201E\u201D.,;:!?)])/u;

/** Parts a text at its addresses. Those of the house, under `publicUrl`, become links; any other stays words, whoever wrote it. */
export function ownAddresses(text: string, publicUrl: string): Piece[] {
  return text.split(address).flatMap((piece, index) => {
    if (piece === '') return [];
    return [{ text: piece, href: index % 2 === 1 && isOwn(piece, publicUrl) ? piece : '' }];
  });
}

/** By what a browser would open (`https://our.example@evil.example` is evil's), and by what a reader sees. */
function isOwn(found: string, publicUrl: string): boolean {
  if (!found.startsWith(publicUrl) || !/^([/?#]|$)/.test(found.slice(publicUrl.length))) return false;
  if (!URL.canParse(found)) return false;
  const { origin, username } = new URL(found);
  return origin === new URL(publicUrl).origin && username === '';
}
