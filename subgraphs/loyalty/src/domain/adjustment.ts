/** What customer service asks for. */
export interface Adjustment {
  readonly points: number;
  readonly reason: string;
}

/** More at once is a slip of the finger. */
const mostPoints = 100_000;
const longestReason = 200;

/** What is wrong with an adjustment, and which field of the input it is about; null when nothing is. */
export const adjustmentProblem = ({
  points,
  reason,
}: Adjustment): { readonly field: 'points' | 'reason'; readonly message: string } | null => {
  if (points === 0 || Math.abs(points) > mostPoints) {
    return { field: 'points', message: `Points go from −${mostPoints} to ${mostPoints}, without 0.` };
  }
  const { length } = reason.trim();
  return length >= 1 && length <= longestReason
    ? null
    : { field: 'reason', message: `A reason has 1 to ${longestReason} characters.` };
};
