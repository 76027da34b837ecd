import type { TextKey, Translate } from '~/i18n/translate';

/** A text of the app with any number where `n` stands: for counts that the files decide. */
export function numbered(t: Translate, key: TextKey): RegExp {
  const said = (n: number) => (t.find(key, { n }) ?? key).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^(?:${said(1)}|${said(7_777).replace('7,777', '[\\d,]+')})$`);
}
