import type { SourceKind } from '~/domain/source';
import { templateWords } from '~/i18n/templateWords';
import { useApp } from '~/state/app';
import { download } from '~/state/download';
import { Menu } from '../../components/Menu';
import { useText } from '../../components/TextProvider';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table to fill in for one kind, in the language of the page, as a workbook or as CSV. */
export function TemplateMenu(props: { kind: SourceKind }) {
  const app = useApp();
  const { t } = useText();
  const label = () => t('sources.templateOf', { kind: t(`template.kind.${props.kind}`) });
  const save = async (as: 'xlsx' | 'csv') => {
    const { kind } = props;
    const made = await app.attempt(app.host.template({ kind, words: templateWords(t, kind), as }));
    if (made) download(made.name, made.bytes, as === 'xlsx' ? SHEET_TYPE : 'text/csv;charset=utf-8');
  };
  return (
    <Menu
      triggerClass="button button--link"
      title={label()}
      trigger={
        <>
          <span aria-hidden="true">{t('sources.template')}</span>
          <span class="unseen">{label()}</span>
        </>
      }
      groups={[
        {
          items: [
            { label: t('sources.templateXlsx'), run: () => void save('xlsx') },
            { label: t('sources.templateCsv'), run: () => void save('csv') },
          ],
        },
      ]}
    />
  );
}
