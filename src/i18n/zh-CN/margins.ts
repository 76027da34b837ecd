/** The dialog that fixes both totals of a table. */
export const margins = {
  title: '同时固定两边合计',
  lead: '各行合计与各期合计一起定下，中间的数按现有比例精确跟上；锁定的不动。单位：{unit}',
  rows: '各行合计',
  periods: '各期合计',
  even: '两边合计一致',
  gap: '两边相差 {amount}，必须一致',
  fill: '差额放到最后一期',
  apply: '固定两边合计',
  button: '两边合计…',
} as const;
