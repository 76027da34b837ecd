/** Names of the places in the rail. */
export const page = {
  start: '开始',
  home: '首页',
  plan: '目标',
  challenge: '合理性',
  customers: '客户',
  pipeline: '商机',
  forecast: '预测',
  review: '复盘',
  sources: '数据',
  import: '导入数据',
  wizard: '新建方案',
} as const;
