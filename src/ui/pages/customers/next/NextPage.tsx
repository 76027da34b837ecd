/** What a customer may buy next. */
export function NextPage() {
  return <div aria-busy="true" />;
}
