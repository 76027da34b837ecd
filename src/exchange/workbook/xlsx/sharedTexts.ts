import { scanPart } from '../xml/scanPart';
import { xmlText } from '../xml/xmlText';
import { plainText } from './plainText';

/** The texts that cells name by number. Runs of different looks are one text; readings above the line are left out. */
export async function sharedTexts(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  await scanPart(pieces, {
    open(name) {
      if (name === 't') isText = !isReading;
      else if (name === 'si') text = '';
      else if (name === 'rPh') isReading = true;
    },
    text(raw) {
      if (isText) text += raw;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'si') texts.push(plainText(xmlText(text)));
      else if (name === 'rPh') isReading = false;
    },
  });
  return texts;
}
