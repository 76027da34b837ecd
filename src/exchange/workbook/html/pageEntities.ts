const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', amp: '&', lt: '<', gt: '>', quot: '"' },
    ...{ apos: "'", yen: '¥', euro: '€', pound: '£', cent: '¢', copy: '©', reg: '®', trade: '™', deg: '°', sect: '§' },
    ...{
      middot: '·',
      bull: '•',
      hellip: '…',
      ndash: '–',
      mdash: '—',
      minus: '−',
      times: '×',
      divide: '÷',
      plusmn: '±',
    },
    ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', permil: '‰', le: '≤', ge: '≥' },
    ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è' },
    ...{
      agrave: 'à',
      aacute: 'á',
      acirc: 'â',
      ccedil: 'ç',
      ecirc: 'ê',
      iacute: 'í',
      ntilde: 'ñ',
      oacute: 'ó',
      uacute: 'ú',
    },
  }),
);

/** Text of a web page with the names and numbers of characters put in; what is no such name stays as it is. */
export function pageEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi, (whole, hex, digits, name) => {
    if (name !== undefined) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? whole;
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
