/** Ways to divide the customers. */
export function SegmentsPage() {
  return <div aria-busy="true" />;
}
