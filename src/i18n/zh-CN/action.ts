/** Labels of the action table: menu, keys and help speak the same words. */
export const action = {
  undo: '撤销',
  redo: '恢复',
  exportWorkbook: '导出 Excel 工作簿',
  rescue: '下载副本',
  settle: '确认保存',
  goHome: '到首页',
  goPlan: '到目标',
  goCustomers: '到客户',
  goForecast: '到预测',
  goReview: '到复盘',
  goSources: '到数据',
  nextRegion: '下一个区域',
  previousRegion: '上一个区域',
} as const;
