/** Notes at cells. */
export const note = {
  title: '批注',
  at: '批注：{where}',
  text: '批注内容',
  placeholder: '为什么是这个数，谁答应过什么',
  save: '保存批注',
  saveKeys: 'Ctrl Enter',
  remove: '删除批注',
  removeAt: '删除 {where} 的批注',
  none: '还没有批注。在单元格上按 Shift F2 添加。',
} as const;
