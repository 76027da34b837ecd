/** At which stage of life the customers are. */
export function LifecyclePage() {
  return <div aria-busy="true" />;
}
