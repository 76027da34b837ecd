export const pipeline = {
  title: '商机',
  tab: {
    funnel: '销售漏斗',
    deals: '商机清单',
    outlook: '商机预测',
    rule: '阶段设置',
  },
} as const;
