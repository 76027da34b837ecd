export const lifecycle = {
  title: '客户阶段',
};
