/** Which segments a list asks for; an absent part allows everything. */
export interface SegmentFilter {
  readonly codeIn?: readonly string[] | null | undefined;
  readonly nameContains?: string | null | undefined;
}

/** The segments that every given part of the filter allows, in their order. */
export const segmentsMatching = <Segment extends { readonly code: string; readonly name: string }>(
  segments: readonly Segment[],
  { codeIn, nameContains }: SegmentFilter,
): readonly Segment[] => {
  const text = nameContains?.toLowerCase() ?? '';
  return segments.filter(
    ({ code, name }) => (codeIn == null || codeIn.includes(code)) && name.toLowerCase().includes(text),
  );
};
