import { createSignal, For, Match, Show, Switch } from 'solid-js';
import type { FactKind, FactValue } from '~/domain/fact';
import type { FactListRow } from '~/domain/factView';
import type { Issue } from '~/domain/issue';
import type { SourceField } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { entryText, readEntry } from './factEntry';
import { MemberField } from './MemberField';

const BLANK = '\u0000blank';

export interface FactFormProps {
  kind: FactKind;
  /** Null makes a new row. */
  row: FactListRow | null;
  onClose: () => void;
  onRemove: (row: FactListRow) => void;
}

/** One row of facts, field by field; what is not understood is said at its field and nothing is stored. */
export function FactForm(props: FactFormProps) {
  const app = useApp();
  const { t, language, issueText } = useText();
  const fields = () => SOURCES[props.kind].fields;
  const minorUnit = () => app.status().workspace?.minorUnit ?? 2;
  const startText = (field: SourceField): string =>
    field.type === 'member'
      ? (props.row?.names[field.id] ?? '')
      : entryText(field, props.row?.values[field.id] ?? null, { minorUnit: minorUnit() });
  const [texts, setTexts] = createSignal<Record<string, string>>(
    Object.fromEntries(fields().map((field) => [field.id, startText(field)])),
  );
  const [codes, setCodes] = createSignal<Record<string, number | null>>(
    Object.fromEntries(
      fields().flatMap(({ id, type }) => {
        const value = props.row?.values[id];
        return type === 'member' && typeof value === 'number' ? [[id, value]] : [];
      }),
    ),
  );
  const [tried, setTried] = createSignal(false);
  const [refused, setRefused] = createSignal<Issue[]>([]);
  const put = (id: string, text: string) => setTexts((all) => ({ ...all, [id]: text }));
  const labelOf = (field: SourceField) => {
    const name = t.find(`template.headOf.${props.kind}.${field.id}`) ?? t.find(`template.head.${field.id}`) ?? field.id;
    return field.required ? t('sources.requiredField', { field: name }) : name;
  };

  const readField = (field: SourceField) => {
    const text = texts()[field.id] ?? '';
    const read = readEntry(field, text, { minorUnit: minorUnit(), locale: language() });
    if (!read.ok || field.type !== 'member' || text.trim() === '') return read;
    const code = codes()[field.id];
    return code === null || code === undefined
      ? { ok: false as const, issues: [{ code: 'member/unknown' as const }] }
      : { ok: true as const, value: code };
  };
  const errorOf = (field: SourceField): string | null => {
    if (!tried()) return null;
    const read = readField(field);
    return read.ok ? null : issueText(read.issues[0]);
  };
  const blocked = () => (app.status().readOnly ? t('customers.readOnly') : null);
  const save = async () => {
    if (blocked()) return;
    setTried(true);
    const values: Record<string, FactValue> = {};
    for (const field of fields()) {
      const read = readField(field);
      if (!read.ok) return;
      values[field.id] = read.value;
    }
    const done = await app.run(
      { name: 'facts/put', kind: props.kind, rows: [{ key: props.row?.key ?? null, values }] },
      { inPlace: true },
    );
    if (done.ok) props.onClose();
    else setRefused(done.issues);
  };
  return (
    <Dialog
      open
      wide
      onClose={() => props.onClose()}
      title={
        props.row
          ? t('sources.editRow', { kind: t(`template.kind.${props.kind}`) })
          : t('sources.addRow', { kind: t(`template.kind.${props.kind}`) })
      }
      foot={
        <>
          <Show when={props.row}>
            {(row) => (
              <Button look="quiet" class="fact-form__remove" blocked={blocked()} onClick={() => props.onRemove(row())}>
                {t('sources.removeRow')}
              </Button>
            )}
          </Show>
          <Button onClick={() => props.onClose()}>{t('sources.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t('sources.save')}
          </Button>
        </>
      }
    >
      <form
        class="fact-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <For each={fields()}>
          {(field) => (
            <Switch
              fallback={
                <TextField
                  label={labelOf(field)}
                  type={field.type === 'day' ? 'date' : field.type === 'month' ? 'month' : 'text'}
                  inputmode={isNumber(field) ? 'decimal' : undefined}
                  aria-required={field.required === true}
                  value={texts()[field.id] ?? ''}
                  error={errorOf(field)}
                  onInput={(text) => put(field.id, text)}
                />
              }
            >
              <Match when={field.type === 'member' && field.dimension}>
                {(dimension) => (
                  <MemberField
                    label={labelOf(field)}
                    dimension={dimension()}
                    text={texts()[field.id] ?? ''}
                    required={field.required === true}
                    error={errorOf(field)}
                    onChange={(text, code) => {
                      put(field.id, text);
                      setCodes((all) => ({ ...all, [field.id]: code }));
                    }}
                  />
                )}
              </Match>
              <Match when={field.type === 'choice' || field.type === 'flag'}>
                <div class="field">
                  <Select<string>
                    label={labelOf(field)}
                    value={texts()[field.id] || BLANK}
                    options={[
                      { value: BLANK, label: '–' },
                      ...(field.type === 'flag'
                        ? [
                            { value: 'yes', label: t('template.choice.flag.yes') },
                            { value: 'no', label: t('template.choice.flag.no') },
                          ]
                        : (field.choices ?? []).map((value) => ({
                            value,
                            label: t.find(`template.choice.${field.id}.${value}`) ?? value,
                          }))),
                    ]}
                    onChange={(value) => put(field.id, value === BLANK ? '' : value)}
                  />
                  <FieldError text={errorOf(field)} />
                </div>
              </Match>
            </Switch>
          )}
        </For>
        <FieldError text={refused()[0] ? issueText(refused()[0]) : null} />
        {/* Enter in any field saves. */}
        <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}

const isNumber = ({ type }: SourceField): boolean =>
  type === 'amount' || type === 'quantity' || type === 'number' || type === 'percent';

function FieldError(props: { text: string | null }) {
  return (
    <p class="field__error" aria-live="polite">
      {props.text}
    </p>
  );
}
