export const event = {
  title: '特殊月份',
} as const;
