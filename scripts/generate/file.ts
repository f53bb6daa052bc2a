/** A file and what should stand in it. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}
