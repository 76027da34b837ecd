/** Endings that say what form a company has, not which company it is; the longest first. */
const COMPANY_FORMS = [
  '集团股份有限公司',
  '股份有限公司',
  '有限责任公司',
  '集团有限公司',
  '有限公司',
  '集团公司',
  '总公司',
  '公司',
  '集团',
  '股份',
];

const LATIN_FORMS = new Set(['inc', 'ltd', 'llc', 'plc', 'corp', 'co', 'company', 'limited', 'gmbh', 'ag', 'sa', 'bv']);

/** Words of places that people write or leave out. */
const PLACE_WORDS = /(?<=.{2})[省市县](?=.)/gu;

/** A name without case, width, spaces and punctuation: what is left must be the same letter by letter. */
export const bareName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, '');

/**
 * A name without what is often left out as well: the form of the company (有限公司, Co., Ltd.) and words of places (市, 省).
 * Where nothing would be left, the bare name.
 */
export function nameCore(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\p{P}\p{S}\p{Z}\p{C}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && LATIN_FORMS.has(words[words.length - 1])) words.pop();
  let core = words.join('');
  const form = COMPANY_FORMS.find((ending) => core.endsWith(ending));
  if (form && core.length > form.length + 1) core = core.slice(0, -form.length);
  core = core.replace(PLACE_WORDS, '');
  return core === '' ? bareName(name) : core;
}

/** The digits of a name in their order: names that number things differently are never one. */
export const digitsOf = (name: string): string => name.normalize('NFKC').replace(/\D+/g, ' ').trim();
