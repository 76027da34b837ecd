import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';

/** Why nothing can be changed now, else null. */
export function useBlocked(): () => string | null {
  const app = useApp();
  const { issueText } = useText();
  return () => (app.status().readOnly ? issueText({ code: 'plan/readOnly' }) : null);
}
