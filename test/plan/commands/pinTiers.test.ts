import { expect, test } from 'vitest';
import { invertRecords } from '~/domain/change';
import { canonicalBytes } from '~/plan/canonical';
import { changeRecords } from '~/plan/document';
import { runCommand } from '~/plan/run';
import { codeOf, smallShop } from '../support/smallShop';

test('many tiers are set by hand as one change, and undone byte for byte', () => {
  const shop = smallShop();
  const [acme, birch] = [codeOf(shop, 'Acme'), codeOf(shop, 'Birch')];
  const bytes = () => Buffer.from(canonicalBytes(shop.document)).toString('hex');
  shop.run({ name: 'customers/pinTier', customer: acme, tier: 'C', reason: 'small' });
  const before = bytes();
  const done = shop.run({ name: 'customers/pinTiers', customers: [acme, birch, acme], tier: 'A', why: 'known' });
  expect([...shop.document.records.tierPin.values()].map(({ tier, reason }) => [tier, reason])).toEqual([
    ['A', 'known'],
    ['A', 'known'],
  ]);
  const back = shop.run({ name: 'customers/pinTiers', customers: [birch, codeOf(shop, 'Cedar')], tier: null, why: '' });
  expect(shop.document.records.tierPin.size).toBe(1);
  changeRecords(shop.document, invertRecords(back.change.records));
  changeRecords(shop.document, invertRecords(done.change.records));
  expect(bytes()).toBe(before);
});

test('a customer that is not there refuses all of them', () => {
  const shop = smallShop();
  const context = { today: 0, now: '', seq: 9, batchOf: () => null };
  const customers = [codeOf(shop, 'Acme'), 999];
  expect(runCommand(shop.document, { name: 'customers/pinTiers', customers, tier: 'A', why: '' }, context).ok).toBe(
    false,
  );
  expect(shop.document.records.tierPin.size).toBe(0);
});
