/** True from the instant of publication on. */
export const isPublished = ({ publishedAt }: { readonly publishedAt: string }, now: Date): boolean =>
  Date.parse(publishedAt) <= now.getTime();
