/** The names that `--format` takes; by themselves, so that `--help` loads no more. */
export const formatNames = ['text', 'json', 'github', 'sarif'] as const;

export type FormatName = (typeof formatNames)[number];
