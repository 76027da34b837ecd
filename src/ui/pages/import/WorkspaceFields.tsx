import { CURRENCIES, type CurrencyCode } from '~/domain/money';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { useText } from '../../components/TextProvider';
import type { PackDraft } from './packDraft';

/** The workspace that the import will make: its name and its money. */
export function WorkspaceFields(props: { draft: PackDraft }) {
  const { t } = useText();
  const options = () =>
    (Object.keys(CURRENCIES) as CurrencyCode[]).map((code) => ({
      value: code,
      label: code,
      hint: t('import.decimals', { n: CURRENCIES[code] }),
    }));
  return (
    <div class="workspace-fields">
      <TextField
        label={t('import.workspaceName')}
        value={props.draft.name()}
        maxLength={80}
        onInput={(value) => props.draft.setName(value)}
      />
      <Select
        label={t('import.currency')}
        options={options()}
        value={props.draft.currency()}
        onChange={(code) => props.draft.setCurrency(code)}
      />
    </div>
  );
}
