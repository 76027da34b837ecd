import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { CHOICES } from './attributeKinds';
import type { CustomerListState } from './createCustomerList';
import { attributeName, KNOWN_ATTRIBUTES } from './listColumns';
import { useListEdit } from './useListEdit';

const OTHER = ' other';

/** Sets one fact of many customers: one change, one undo. An empty value clears it. */
export function AttributeDialog(props: {
  open: boolean;
  codes: readonly number[];
  list: Pick<CustomerListState, 'choices' | 'pages' | 'query'>;
  onClose: () => void;
}) {
  const { t, format } = useText();
  const edit = useListEdit(props.list);
  const [chosen, setChosen] = createSignal<string>('industry');
  const [other, setOther] = createSignal('');
  const [value, setValue] = createSignal('');
  createEffect(
    on(
      () => props.open,
      (open) => open && setValue(''),
    ),
  );
  const options = createMemo(() => {
    const found = (props.list.choices()?.attributes ?? []).map(({ attribute }) => attribute);
    const all = [...new Set([...KNOWN_ATTRIBUTES, ...found])];
    return [
      ...all.map((attribute) => ({ value: attribute as string, label: attributeName(attribute, t) })),
      { value: OTHER, label: t('customerList.bulk.other') },
    ];
  });
  const attribute = () => (chosen() === OTHER ? other().trim() : chosen());
  const offers = createMemo(
    () =>
      CHOICES[attribute()] ??
      props.list.choices()?.attributes.find((one) => one.attribute === attribute())?.texts ??
      [],
  );
  const set = async () => {
    const name = attribute();
    const read = await edit.read(name, value());
    if (read === undefined) return;
    const changes = props.codes.map((code) => ({ code, attribute: name, value: read }));
    if (await edit.write(changes)) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('customerList.bulk.setTitle', { n: format().count(props.codes.length) })}
      lead={t('customerList.bulk.setLead')}
      foot={
        <Button
          look="primary"
          blocked={attribute() === '' ? t('customerList.bulk.needsName') : null}
          onClick={() => void set()}
        >
          {t('customerList.bulk.setDo', { n: format().count(props.codes.length) })}
        </Button>
      }
    >
      <Select<string>
        label={t('customerList.bulk.attribute')}
        options={options()}
        value={chosen()}
        onChange={setChosen}
      />
      <Show when={chosen() === OTHER}>
        <TextField label={t('customerList.bulk.otherName')} value={other()} onInput={setOther} />
      </Show>
      <TextField label={t('customerList.bulk.value')} value={value()} onInput={setValue} list="bulk-offers" />
      <datalist id="bulk-offers">
        <For each={offers()}>{(text) => <option value={text} />}</For>
      </datalist>
    </Dialog>
  );
}
