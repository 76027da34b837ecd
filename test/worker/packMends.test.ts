import { describe, expect, it } from 'vitest';
import type { PackOpened, PackTrial } from '~/worker/protocol';
import { must, testHost } from './support/host';

const ORDERS = 'date,customer,amount\n2026-01-05,Ann,100\n2026-02-06,Bob,200\n';
const CUSTOMERS = 'account,sector\nAnn,technolgy\nBob,technolgy\nCid,retail\n';
const file = (name: string, text: string): File => new File([text], name);

describe('a mend of a whole column', () => {
  it('is remembered with the headers: the same files again change nothing, however the headers are written', async () => {
    const test = await testHost();
    must(await test.host.createWorkspace({ name: 'Mends', currency: 'USD' }));
    const trialOf = ({ choices, orders }: PackOpened): PackTrial => ({ choices, orders });
    const first = must(await test.host.openPack([file('orders.csv', ORDERS), file('accounts.csv', CUSTOMERS)], 'a'));
    const mended = trialOf(first);
    const mend = { column: 'sector', from: 'technolgy', to: 'technology' };
    mended.choices = mended.choices.map((choice) =>
      choice.table === 'accounts.csv'
        ? { ...choice, fixes: [mend, { column: 'sector', row: 4, to: 'trade' }] }
        : choice,
    );
    must(await test.host.previewPack('a', mended, 'p'));
    must(await test.host.dispatch({ name: 'sources/import', draft: 'a' }, null));

    const again = must(
      await test.host.openPack(
        [file('orders.csv', ORDERS), file('accounts.csv', CUSTOMERS.replace('sector', ' Sector'))],
        'b',
      ),
    );
    const accounts = again.choices.find(({ table }) => table === 'accounts.csv');
    expect(again.certainty['accounts.csv']).toBe('known');
    // A mend of one row is of that file alone.
    expect(accounts?.fixes).toEqual([{ ...mend, column: expect.stringMatching(/^ ?Sector$/) }]);
    const preview = must(await test.host.previewPack('b', trialOf(again), 'q'));
    const customers = preview.tables.find(({ kind }) => kind === 'customers');
    expect(customers?.merge).toEqual({ new: 0, changed: 1, same: 2, gone: 0 });

    // Taken back once, it is forgotten.
    const plain = trialOf(again);
    plain.choices = plain.choices.map((choice) => ({ ...choice, fixes: [] }));
    must(await test.host.previewPack('b', plain, 'r'));
    must(await test.host.dispatch({ name: 'sources/import', draft: 'b' }, null));
    const third = must(await test.host.openPack([file('accounts.csv', CUSTOMERS)], 'c'));
    expect(third.choices[0].fixes).toEqual([]);
  });
});
