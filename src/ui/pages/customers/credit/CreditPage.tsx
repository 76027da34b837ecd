/** Credit limits, exposure and what is overdue. */
export function CreditPage() {
  return <div aria-busy="true" />;
}
