export const balance = {
  title: '均衡难度',
} as const;
