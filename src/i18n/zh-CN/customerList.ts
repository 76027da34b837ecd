export const customerList = {
  title: '客户列表',
};
