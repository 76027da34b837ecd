import type { Issue } from '~/domain/issue';
import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';
import type { Put } from './dealDraft';

/** Saves deals in one step, says so with a way back, and answers why not where it did not. */
export function useSaved(): (deals: Put[]) => Promise<Issue[]> {
  const app = useApp();
  const { t } = useText();
  return async (deals) => {
    const done = await app.run({ name: 'pipeline/putDeals', deals }, { inPlace: true });
    if (!done.ok) return [...done.issues];
    app.toasts.say({
      tone: 'good',
      message: { key: 'pipeline.deals.saved', params: { n: deals.length } },
      action: { label: t('pipeline.undo'), run: () => void app.undo() },
    });
    return [];
  };
}
