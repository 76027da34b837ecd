/** Service packages, visits, complaints and surveys. */
export function ServicePage() {
  return <div aria-busy="true" />;
}
