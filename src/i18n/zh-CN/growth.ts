/** Where a target is to come from. */
export const growth = {
  title: '增量来源',
  hint: '直接填写每一项（{unit}），流失填负数；下级填的会自动加上来。',
} as const;
