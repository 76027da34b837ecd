export const segment = {
  title: '客户细分',
};
