import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The text of a part inside a workbook file. */
export function partText(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path]);
}

/** The same file with one part rewritten. */
export function withPart(bytes: Uint8Array, path: string, rewrite: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [path]: strToU8(rewrite(strFromU8(parts[path]))) });
}

export const PLAN_SHEET = 'xl/worksheets/sheet1.xml';

/** The same file in which every cached number says 999: what a recalculation must never let stand. */
export const withWrongCaches = (bytes: Uint8Array): Uint8Array =>
  withPart(bytes, PLAN_SHEET, (xml) =>
    xml.replace(/<\/f><v>[^<]*<\/v>/g, '</f><v>999</v>').replace(/ t="str"><f>/g, '><f>'),
  );
