/** Units money may be shown and typed in. Display only: what is stored are minor units. */
export const DISPLAY_UNITS = {
  one: 1,
  thousand: 1_000,
  tenThousand: 10_000,
  million: 1_000_000,
  hundredMillion: 100_000_000,
} as const;

export type DisplayUnit = keyof typeof DISPLAY_UNITS;
