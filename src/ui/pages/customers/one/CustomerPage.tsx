/** All that is known of one customer. */
export function CustomerPage() {
  return <div aria-busy="true" />;
}
