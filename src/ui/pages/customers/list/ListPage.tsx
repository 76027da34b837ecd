/** Every customer, as a grid. */
export function ListPage() {
  return <div aria-busy="true" />;
}
