import ChevronDown from 'lucide-solid/icons/chevron-down';
import { RISKS } from '~/domain/customerList';
import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import { useApp } from '~/state/app';
import { download } from '~/state/download';
import { Menu } from '../../../components/Menu';
import { useText } from '../../../components/TextProvider';
import { classWords } from '../classWords';
import type { CustomerListState } from './createCustomerList';
import { columnName } from './listColumns';

/** The list as it stands (filter, order and columns) as a file. */
export function ExportMenu(props: { list: CustomerListState }) {
  const app = useApp();
  const { t } = useText();
  const save = async (format: 'csv' | 'xlsx') => {
    const columns = props.list.columns().filter((column) => column !== 'trend');
    const job = app.startJob('workbook');
    const answer = await app.attempt(
      app.host.customerListFile(
        props.list.query(),
        {
          format,
          columns,
          name: t('customerList.export.file'),
          heads: columns.map((column) => columnName(column, t)),
          states: {
            tier: ['', 'A', 'B', 'C'],
            stage: ['', ...LIFECYCLE_STAGES.map((stage) => t(`customerList.stage.${stage}`))],
            risk: RISKS.map((risk) => t(`customerList.risk.${risk}`)),
          },
          classWords: classWords(t),
          exportedAt: new Date().toISOString(),
        },
        job.id,
      ),
    );
    job.done();
    if (!answer) return;
    download(answer.name, answer.bytes);
    app.toasts.say({ tone: 'good', message: { key: 'customerList.export.ready', params: { name: answer.name } } });
  };
  return (
    <Menu
      trigger={
        <>
          {t('customerList.export.button')}
          <ChevronDown size={14} class="icon" aria-hidden="true" />
        </>
      }
      groups={[
        {
          items: [
            { label: t('customerList.export.xlsx'), run: () => void save('xlsx') },
            { label: t('customerList.export.csv'), run: () => void save('csv') },
          ],
        },
      ]}
    />
  );
}
