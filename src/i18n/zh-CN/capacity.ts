export const capacity = {
  title: '产能',
} as const;
