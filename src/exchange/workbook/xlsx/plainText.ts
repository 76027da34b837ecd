/** Workbooks write signs that XML cannot hold as _x000D_, and an underscore before such a word as _x005F_. */
export const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
