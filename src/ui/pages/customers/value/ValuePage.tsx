/** What customers are worth, and who is at risk. */
export function ValuePage() {
  return <div aria-busy="true" />;
}
