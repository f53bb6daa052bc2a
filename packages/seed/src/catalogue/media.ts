import type { MediaFact } from '../facts/common.ts';

/** A photograph of the brand's image library (`.example` never resolves). */
export const photo = (path: string, alt: string): MediaFact => ({
  url: `https://images.larkfield.example/${path}.jpg`,
  alt,
  width: 1200,
  height: 800,
});
