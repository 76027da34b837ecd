export const simulation = {
  title: '达成模拟',
} as const;
