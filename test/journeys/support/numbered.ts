import type { TextKey, Translate } from '~/i18n/translate';

/** A text of the app with any number where `n` stands: for counts that the files decide. */
export function numbered(t: Translate, key: TextKey): RegExp {
  const said = (t.find(key, { n: 7_777 }) ?? key).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${said.replace('7,777', '[\\d,]+')}$`);
}
