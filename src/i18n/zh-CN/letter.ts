export const letter = {
  title: '目标责任书',
} as const;
