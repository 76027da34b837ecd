export const outlook = {
  title: '全树预测',
} as const;
