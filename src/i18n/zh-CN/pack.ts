export const pack = {
  title: '导入数据',
};
