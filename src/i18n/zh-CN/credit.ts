export const credit = {
  title: '信用额度',
};
