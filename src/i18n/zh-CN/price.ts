export const price = {
  title: '价格与返利',
};
