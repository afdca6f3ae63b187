import sharp from 'sharp';
import { done, type Result, refused } from '../lib/result.ts';
import type { MediaType, ReceivedType } from './sniff.ts';

/** Longer than that no side of a kept picture is: an A4 page photographed so is still read and printed well. */
export const mostPixelsOfSide = 3000;

/** Of what is decoded at all: the largest that a telephone makes in its usual settings. A decompression bomb promises more. */
export const mostPixels = 52_000_000;

const atOnce = 2;
const secondsAtMost = 30;

// Whatever the first bytes promised, nothing but these decoders ever runs; no picture stays in memory after it is written.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
sharp.cache(false);
sharp.concurrency(1);

export interface Picture {
  readonly bytes: Buffer;
  readonly mediaType: MediaType;
}

/**
 * Draws the picture of a file anew: turned as they were held, no larger than `mostPixelsOfSide`, in sRGB, without position, camera,
 * remarks or anything else behind the pixels. The same bytes give the same picture. At most two are drawn at once, off the main thread.
 */
export function openDarkroom() {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  const turn = async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
  };
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };

  /** Refuses 'picture_too_large' (facts.mostMegapixels) and 'picture_unreadable'. */
  return async (path: string, received: Exclude<ReceivedType, 'application/pdf'>): Promise<Result<Picture>> => {
    await turn();
    try {
      return await redraw(path, received === 'image/png' ? 'image/png' : 'image/jpeg');
    } finally {
      leave();
    }
  };
}

async function redraw(path: string, mediaType: MediaType): Promise<Result<Picture>> {
  const picture = sharp(path, { limitInputPixels: mostPixels, failOn: 'truncated', sequentialRead: true })
    .timeout({ seconds: secondsAtMost })
    .autoOrient()
    .resize({ width: mostPixelsOfSide, height: mostPixelsOfSide, fit: 'inside', withoutEnlargement: true });
  const drawn =
    mediaType === 'image/png'
      ? picture.png({ compressionLevel: 9 })
      : picture.flatten({ background: 'white' }).jpeg({ quality: 88 });
  try {
    return done({ bytes: await drawn.toBuffer(), mediaType });
  } catch (error) {
    return error instanceof Error && /exceeds pixel limit/i.test(error.message)
      ? refused('picture_too_large', { facts: { mostMegapixels: Math.floor(mostPixels / 1_000_000) } })
      : refused('picture_unreadable');
  }
}
