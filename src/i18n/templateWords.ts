import type { SourceField, SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import type { TemplateWords } from '~/domain/templateWords';
import type { Translate } from './translate';

/** The words of the template of a kind, ready for `template` of the plan host. */
export function templateWords(t: Translate, kind: SourceKind): TemplateWords {
  const { fields } = SOURCES[kind];
  const said = (part: string, field: string): string | null =>
    t.find(`template.${part}Of.${kind}.${field}`) ?? t.find(`template.${part}.${field}`);
  const each = (find: (field: SourceField) => string | null): Record<string, string> =>
    Object.fromEntries(fields.flatMap((field) => (find(field) ? [[field.id, find(field) ?? '']] : [])));
  const shown = Object.fromEntries(
    fields.filter(({ type }) => type === 'choice' || type === 'flag').map((field) => [field.id, shownWords(t, field)]),
  );
  const name = t(`template.kind.${kind}`);
  return {
    file: t('template.file', { kind: name }),
    sheet: name,
    heads: each(({ id }) => said('head', id) ?? id),
    examples: each(({ id }) => {
      const example = said('example', id);
      return example === null ? null : (shown[id]?.[example] ?? example);
    }),
    notes: each(({ id }) => said('note', id)),
    shown,
    help: t('template.help'),
    helpHead: {
      column: t('template.helpHead.column'),
      note: t('template.helpHead.note'),
      example: t('template.helpHead.example'),
    },
    need: { yes: t('template.need.yes'), no: t('template.need.no') },
    form: {
      member: t('template.form.member'),
      day: t('template.form.day'),
      month: t('template.form.month'),
      amount: t('template.form.amount'),
      quantity: t('template.form.quantity'),
      number: t('template.form.number'),
      percent: t('template.form.percent'),
      flag: t('template.form.flag'),
      text: t('template.form.text'),
      choice: t('template.form.choice'),
    },
    exampleRow: t('template.exampleRow'),
  };
}

function shownWords(t: Translate, { id, type, choices }: SourceField): Record<string, string> {
  if (type === 'flag') return { yes: t('template.choice.flag.yes'), no: t('template.choice.flag.no') };
  return Object.fromEntries((choices ?? []).map((word) => [word, t.find(`template.choice.${id}.${word}`) ?? word]));
}
