export const quality = {
  title: '数据质量',
};
