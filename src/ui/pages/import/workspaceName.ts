/** What files have in common says what they are: "AdventureWorks_Sales_2017.csv" + "…_2018.csv" → "AdventureWorks Sales". */
export function workspaceName(files: readonly string[]): string {
  const names = files.map((file) => file.replace(/\.[^.]*$/, ''));
  const [first = ''] = names;
  let length = first.length;
  for (const name of names) while (!name.startsWith(first.slice(0, length))) length -= 1;
  // A word that is cut in the middle says nothing.
  const cut = length < first.length ? first.slice(0, length).replace(/[\p{L}\p{N}]+$/u, '') : first;
  const words = (text: string): string => text.replace(/[_\-.\s]+/g, ' ').trim();
  return words(cut) || words(first);
}
