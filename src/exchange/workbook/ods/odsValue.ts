import type { GridCell } from '../../table/sheetGrid';
import { isoSerial } from '../isoSerial';
import { attribute } from '../xml/attribute';

/** What a cell of an OpenDocument sheet holds, from its tag and the text that is shown in it. */
export function odsValue(tag: string, text: string): GridCell {
  switch (attribute(tag, 'office:value-type')) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const told = attribute(tag, 'office:value') ?? '';
      const number = Number(told);
      return told !== '' && Number.isFinite(number) ? number : text;
    }
    case 'date': {
      const told = attribute(tag, 'office:date-value') ?? '';
      return isoSerial(told) ?? (text || told);
    }
    case 'boolean':
      return attribute(tag, 'office:boolean-value') === 'true';
    case 'string':
      return attribute(tag, 'office:string-value') ?? text;
  }
  return isError(text) ? null : text;
}

/** Cells of errors have no type, only a text such as #DIV/0! */
const isError = (text: string): boolean => /^(#(NULL|DIV\/0|VALUE|REF|NAME|NUM)[!?]|#N\/A|Err:\d{3})$/.test(text);
