export const issueFrame = {
  placed: '{place}：{text}',
  row: '第 {row} 行',
  column: '“{column}”列',
  field: { date: '日期', amount: '金额', quantity: '数量', price: '单价', order: '订单号', orders: '订单文件' },
} as const;
