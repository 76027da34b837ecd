import { createEffect, createSignal, createUniqueId, on, Show } from 'solid-js';
import type { OneCustomerView } from '~/domain/oneCustomer';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';

/** What should be remembered about a customer. It is kept with its record, so that it needs no plan and goes along in exports. */
export function CustomerNotes(props: { view: OneCustomerView }) {
  const app = useApp();
  const { t } = useText();
  const id = createUniqueId();
  const kept = () => String(props.view.head.attributes.remark ?? '');
  const [text, setText] = createSignal('');
  createEffect(on([kept, () => props.view.head.code], ([now]) => setText(now)));
  const save = () =>
    app.run({
      name: 'members/setAttributes',
      dimension: 'customer',
      changes: [{ code: props.view.head.code, attribute: 'remark', value: text().trim() || null }],
    });
  return (
    <Section finding={t('customerList.one.notes')}>
      <label class="unseen" for={id}>
        {t('customerList.one.notes')}
      </label>
      <textarea
        id={id}
        class="input one__notes"
        rows={3}
        maxLength={2000}
        placeholder={t('customerList.one.notesPlaceholder')}
        value={text()}
        readOnly={app.status().readOnly !== null}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Show when={text().trim() !== kept()}>
        <Button onClick={() => void save()}>{t('customerList.one.notesSave')}</Button>
      </Show>
    </Section>
  );
}
