/** Who looks after whom, and what moving customers would change. */
export function TerritoriesPage() {
  return <div aria-busy="true" />;
}
