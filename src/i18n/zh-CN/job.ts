export const job = {
  import: '导入数据',
  forecast: '计算预测',
  tiers: '客户分级',
  workbook: '导出工作簿',
  sample: '准备示例方案',
  open: '打开数据',
} as const;
