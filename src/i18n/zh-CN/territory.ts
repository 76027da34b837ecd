export const territory = {
  title: '客户归属',
};
