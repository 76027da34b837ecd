import ArrowLeft from 'lucide-solid/icons/arrow-left';
import Printer from 'lucide-solid/icons/printer';
import type { JSX } from 'solid-js';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';

/** Sheets as they leave the printer, with what leads there and back above them. */
export function PrintFrame(props: {
  title: string;
  blocked?: string | null;
  onBack: () => void;
  tools?: JSX.Element;
  children: JSX.Element;
}) {
  const { t } = useText();
  return (
    <div class="print-frame">
      <div class="print-frame__bar">
        <Button icon={ArrowLeft} onClick={() => props.onBack()}>
          {t('letter.back')}
        </Button>
        <h2 class="type-section">{props.title}</h2>
        {props.tools}
        <Button look="primary" icon={Printer} blocked={props.blocked} onClick={() => print()}>
          {t('letter.print')}
        </Button>
      </div>
      <div class="print-frame__sheets">{props.children}</div>
    </div>
  );
}
