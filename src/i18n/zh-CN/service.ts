export const service = {
  title: '客户服务',
};
