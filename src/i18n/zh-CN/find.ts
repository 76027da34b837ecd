/** The find bar of the sheet. */
export const find = {
  title: '在表中查找',
  field: '名称、拼音或首字母',
  count: '{n} 项',
  place: '第 {at} 项，共 {n} 项',
  none: '没有找到',
  next: '下一项（Enter）',
  previous: '上一项（Shift Enter）',
  close: '关闭查找',
  hint: '收起的行也会查找。再按 Ctrl F 用浏览器查找。',
} as const;
