export const accuracy = {
  title: '预测准确度',
} as const;
