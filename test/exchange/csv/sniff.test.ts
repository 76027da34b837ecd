import { describe, expect, it } from 'vitest';
import { binaryKind } from '~/exchange/csv/binaryKind';
import { detectEncoding, type Encoding } from '~/exchange/csv/encoding';
import { sniff } from '~/exchange/csv/sniff';
import { encodeText } from '../../support/messyFiles/encodeText';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, { bigEndian = false, bom = true } = {}): Uint8Array {
  const marked = bom ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), !bigEndian);
  return bytes;
}

/** 日期,客户\n2024-01-02,甲\n in GB18030. */
const GB = Uint8Array.from([
  ...[0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xbf, 0xcd, 0xbb, 0xa7, 0x0a],
  ...utf8('2024-01-02,'),
  ...[0xbc, 0xd7, 0x0a],
]);

const codesOf = (bytes: Uint8Array): string[] => {
  const result = sniff(bytes);
  return result.ok ? [] : result.issues.map((i) => i.code);
};

const found = (bytes: Uint8Array, options = {}) => {
  const result = sniff(bytes, options);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

describe('a file is looked at before it is imported', () => {
  it('tells the encodings apart', () => {
    const text = '日期,客户\n2024-01-02,甲\n';
    expect(detectEncoding(utf8(text))).toEqual({ encoding: 'utf-8', bom: 0 });
    expect(detectEncoding(utf8(`\uFEFF${text}`))).toEqual({ encoding: 'utf-8', bom: 3 });
    expect(detectEncoding(utf16(text))).toEqual({ encoding: 'utf-16le', bom: 2 });
    expect(detectEncoding(utf16(text, { bigEndian: true }))).toEqual({ encoding: 'utf-16be', bom: 2 });
    expect(detectEncoding(utf16(text, { bom: false }))).toEqual({ encoding: 'utf-16le', bom: 0 });
    expect(detectEncoding(GB)).toEqual({ encoding: 'gb18030', bom: 0 });
    const cafe = Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x2c, 0x31, 0x0a]);
    expect(detectEncoding(cafe)).toMatchObject({ encoding: 'windows-1252', bom: 0 });
  });

  it('tells the pages of Windows, GB18030 and Big5 apart by what comes out', () => {
    const cases: [Encoding, string][] = [
      ['gb18030', '月份,金额\n一月,200\n合计,200\n'],
      ['big5', '月份,金額\n1月,200\n合計,200\n'],
      ['windows-1252', 'Kunde;Straße;Umsatz\nMüller GmbH;Größe;1.234,50\n'],
      ['windows-1252', 'Client;Région;Société\nDupré;Île-de-France;Électricité\n'],
      ['windows-1252', 'Kunde;Betrag\nMeier;12,50 €\nSchulz;3,00 €\n'],
      ['windows-1250', 'Klient;Województwo;Wartość\nŻabka;Śląskie;3,2\nŁódź;mazowieckie;4\n'],
      ['windows-1250', 'Zákazník;Město;Částka\nNovák;Plzeň;1 234,50\n'],
      ['windows-1251', 'Клиент;Сумма;Дата\nООО Ромашка;12;01.02.2024\n'],
      ['windows-1253', 'Πελάτης;Ποσό\nΑθήνα;3\n'],
      ['windows-1254', 'Müşteri;Bölge;Satış\nYıldız A.Ş.;İstanbul;3\n'],
      ['windows-1257', 'Klientas;Pardavimų suma;Mėnuo\nŠiauliai;3;4\n'],
    ];
    for (const [encoding, text] of cases) {
      expect([text, detectEncoding(encodeText(text, encoding))?.encoding]).toEqual([text, encoding]);
      // A cut tail changes nothing.
      const cut = encodeText(`${text}${text}`, encoding).subarray(0, -3);
      expect([text, detectEncoding(cut)?.encoding]).toEqual([text, encoding]);
    }
  });

  it('reads on where a few characters of UTF-8 are damaged', () => {
    const bytes = utf8('日期,客户名称,区域\n2024-01-02,上海博远科技有限公司,华东\n'.repeat(5));
    bytes[bytes.length - 12] = 0xff;
    expect(detectEncoding(bytes)).toEqual({ encoding: 'utf-8', bom: 0 });
  });

  it('does not mind a character cut off at the end of the head', () => {
    const bytes = utf8('客户,金额\n甲,1\n乙');
    expect(detectEncoding(bytes.subarray(0, bytes.length - 1))).toEqual({ encoding: 'utf-8', bom: 0 });
  });

  it('no GB18030 character hides a delimiter, quote or line end, so its bytes can be cut undecoded', () => {
    const whole = (bytes: number[]): boolean => {
      try {
        return [...new TextDecoder('gb18030', { fatal: true }).decode(Uint8Array.from(bytes))].length === 1;
      } catch {
        return false;
      }
    };
    for (const mark of [0x09, 0x0a, 0x0d, 0x22, 0x2c, 0x3b]) {
      for (let lead = 0x81; lead <= 0xfe; lead++) {
        expect(whole([lead, mark])).toBe(false);
        expect(whole([lead, 0x30, 0x81, mark])).toBe(false);
      }
    }
    // The one exception is |, which `textBytes` therefore turns into UTF-8 first.
    expect(whole([0x81, 0x7c])).toBe(true);
  });

  it('reads header and rows the same in every encoding', () => {
    for (const bytes of [utf8('日期,客户\n2024-01-02,甲\n'), utf8('\uFEFF日期,客户\r\n2024-01-02,甲'), GB]) {
      expect(found(bytes)).toMatchObject({ headers: ['日期', '客户'], sample: [['2024-01-02', '甲']], issues: [] });
    }
    expect(found(utf16('日期\t客户\r\n2024-01-02\t甲\r\n')).format).toMatchObject({
      encoding: 'utf-16le',
      delimiter: '\t',
    });
  });

  it('finds the delimiter, also where the other ones stand inside cells', () => {
    const cases: [string, string][] = [
      ['a,b,c\n1,2,3\n', ','],
      ['a;b;c\n1,5;2,5;3\n4,5;1,0;2\n', ';'],
      ['a\tb\tc\n1,000\t2\t3\n', '\t'],
      ['a|b|c\n1|2;2|3\n', '|'],
      ['name,"x;y;z;w"\n"a;b;c;d",2\n', ','],
      ['only\n1\n2\n', ','],
    ];
    for (const [text, delimiter] of cases)
      expect([text, found(utf8(text)).format.delimiter]).toEqual([text, delimiter]);
  });

  it('steps over titles above the header', () => {
    const { headers, format } = found(utf8('2024年销售明细,,,\n\n日期,客户,产品,金额\n2024-01-02,甲,A,5\n'));
    expect([headers, format.headerRow]).toEqual([['日期', '客户', '产品', '金额'], 3]);
  });

  it('makes duplicate and empty headers distinct and reports them; __proto__ is a name', () => {
    const { headers, issues, sample } = found(utf8('名称,名称,,__proto__,名称\n1,2,3,4,5\n'));
    expect(headers).toEqual(['名称', '名称 (2)', '#3', '__proto__', '名称 (3)']);
    expect(issues).toMatchObject([{ code: 'import/duplicateHeader', params: { column: '名称' } }]);
    expect(sample).toEqual([['1', '2', '3', '4', '5']]);
  });

  it('says why a file cannot be read', () => {
    expect(codesOf(new Uint8Array())).toEqual(['import/emptyFile']);
    expect(codesOf(utf8('\uFEFF'))).toEqual(['import/emptyFile']);
    expect(codesOf(utf8(' \n\n'))).toEqual(['import/emptyFile']);
    expect(codesOf(utf8('日期,客户,金额\n'))).toEqual(['import/headerOnly']);
    expect(codesOf(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))).toEqual(['import/binaryFile']);
    expect(codesOf(Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256))).toEqual(['import/binaryFile']);
    expect(codesOf(Uint8Array.from([...utf8('name,x\ncaf'), 0xe9, ...utf8(',1\n')]))).toEqual([]);
    expect(binaryKind(Uint8Array.from([0x25, 0x50, 0x44, 0x46]))).toBe('pdf');
  });

  it('lets a person set the format against the proposal', () => {
    expect(found(utf8('a;b,c\n1;2,3\n'), { format: { delimiter: ';' } }).headers).toEqual(['a', 'b,c']);
  });
});
