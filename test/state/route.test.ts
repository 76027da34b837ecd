import { describe, expect, it } from 'vitest';
import { formatRoute, PAGES, parseRoute } from '~/state/route';

describe('the address of a page', () => {
  it('comes back as it went, for every page and any param', () => {
    for (const page of PAGES) {
      const route = { page, params: { at: 'region:3/seller:12', search: '华东 & 西南=?' } };
      expect(parseRoute(formatRoute(route))).toEqual(route);
    }
  });

  it('leads to the start page when it is empty or unknown', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#/__proto__?x=1']) expect(parseRoute(hash).page).toBe('start');
  });

  it('has no question mark without params', () => {
    expect(formatRoute({ page: 'home', params: {} })).toBe('#/home');
  });
});
