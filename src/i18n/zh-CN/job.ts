export const job = {
  import: '导入数据',
  forecast: '计算预测',
  tiers: '客户分级',
  value: '计算客户价值',
  next: '分析搭配购买',
  workbook: '导出工作簿',
  sample: '准备示例方案',
  open: '打开数据',
} as const;
