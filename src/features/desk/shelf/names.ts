/** Letters a folder or file may have: with what stands around it, a path stays below what Windows opens. */
const mostLetters = 80;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name for one step of a path, as people wrote it but for what some system refuses in names; never empty. */
export function pathStep(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/\p{C}/gu, '')
    .replace(/\p{Z}/gu, ' ')
    .replace(/[\\/]/g, '-')
    .replace(/[<>:"|?*]/g, '')
    .replace(/ {2,}/g, ' ');
  const short = Array.from(plain).slice(0, mostLetters).join('');
  const kept = short.replace(/^[. ]+|[. ]+$/g, '');
  return reserved.test(kept) || kept === '' ? `_${kept}` : kept;
}

/** Gives each path once, whatever the case of its letters: „umowa.pdf”, then „umowa (2).pdf”. */
export function uniquePaths(): (folder: string, stem: string, ending: string) => string {
  const taken = new Set<string>();
  return (folder, stem, ending) => {
    for (let n = 1; ; n += 1) {
      const path = `${folder}/${stem}${n === 1 ? '' : ` (${n})`}.${ending}`;
      const key = path.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return path;
    }
  };
}
