import type { Issue } from '~/domain/issue';
import { placesOf, type TextParams, type Translate } from './translate';

/** What happened, what is safe and what to do, for one issue. */
export interface IssueText {
  text: string;
  /** Numbers and names behind it, where the issue carries them. */
  detail: string | null;
  /** Where: file, row, column, node, period. */
  place: string | null;
}

export interface IssueWords {
  t: Translate;
  /** Puts amounts in minor units into the unit of the view. */
  money: (amount: number) => string;
}

/** Params that are amounts of money wherever they occur. */
const MONEY_PARAMS = new Set(['amount', 'held', 'bound', 'missing', 'min', 'max']);

/** An issue as parts, so that a dialog may lay them out. */
export function issueParts(issue: Issue, { t, money }: IssueWords): IssueText {
  const params = wordsOf(issue, { t, money });
  const details = (t.find(`issueDetail.${issue.code}`, params) ?? '').split('\n');
  // A sentence that still has a place to fill lacks its number: better unsaid than half said.
  const said = details.filter((sentence) => sentence !== '' && placesOf(sentence).length === 0);
  return {
    text: t.find(`issue.${issue.code}`, params) ?? t('issue.worker/unknown'),
    detail: said.length > 0 ? said.join(gapOf(t)) : null,
    place: placeText(issue, t),
  };
}

/** An issue as one sentence or two. */
export function issueText(issue: Issue, words: IssueWords): string {
  const { text, detail, place } = issueParts(issue, words);
  const said = detail ? `${text}${gapOf(words.t)}${detail}` : text;
  return place ? words.t('issueFrame.placed', { place, text: said }) : said;
}

/** Sentences stand apart by a space, except in Chinese. */
const gapOf = (t: Translate): string => (t.language === 'zh-CN' ? '' : ' ');

function wordsOf(issue: Issue, { t, money }: IssueWords): TextParams {
  const word = (name: string, value: string | number): string | number => {
    if (typeof value === 'number') return MONEY_PARAMS.has(name) ? money(value) : value;
    return name === 'field' ? (t.find(`issueFrame.field.${value}`) ?? value) : value;
  };
  const known = Object.entries(issue.params ?? {}).filter(([, value]) => value !== '');
  return Object.fromEntries(known.map(([name, value]) => [name, word(name, value)]));
}

function placeText(issue: Issue, t: Translate): string | null {
  const { file, row, column, node, period } = issue.place ?? {};
  const parts = [
    file,
    row === undefined ? null : t('issueFrame.row', { row }),
    column === undefined ? null : t('issueFrame.column', { column }),
    node,
    period,
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return parts.length > 0 ? parts.join(' · ') : null;
}
