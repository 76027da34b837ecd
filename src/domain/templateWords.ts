import type { FieldType } from './source';

/** Every word of a template, in the language of the person who asks for it. */
export interface TemplateWords {
  /** Name of the file, without its ending. */
  file: string;
  /** Name of the sheet to fill in. */
  sheet: string;
  /** Heads of the columns by field, and a line of example and of help each; a field may lack the last two. */
  heads: Record<string, string>;
  examples: Record<string, string>;
  notes: Record<string, string>;
  /** How stored words of choices and flags are shown, by field. */
  shown: Record<string, Record<string, string>>;
  /** Name of the sheet that explains, and the heads of its columns. */
  help: string;
  helpHead: Record<'column' | 'note' | 'example', string>;
  need: Record<'yes' | 'no', string>;
  form: Record<FieldType, string>;
  /** Said on the line of example. */
  exampleRow: string;
}
