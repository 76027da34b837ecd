export const challenge = {
  title: '目标合理性',
  tab: {
    check: '难度总览',
    simulator: '达成模拟',
    balance: '均衡难度',
    capacity: '产能',
    letters: '目标责任书',
    rule: '判定标准',
  },
} as const;
