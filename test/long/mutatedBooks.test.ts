import { expect, it } from 'vitest';
import { readMutatedBooks } from '../support/hostileFiles/mutatedBooks';

const MUTATIONS = Number(process.env.BOOK_MUTATIONS ?? 20_000);

it(`${MUTATIONS} spoilt books end in sheets or in a reason`, async () => {
  const { wrong, read, refused } = await readMutatedBooks(1_000_000, MUTATIONS);
  console.log(JSON.stringify({ read, refused }));
  expect(wrong).toEqual([]);
});
