export const template = {
  title: '导入模板',
};
