import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from './chartOption';

/** A chart that was drawn into an element. */
export interface Drawing {
  draw(option: ChartOption): void;
  resize(): void;
  dispose(): void;
}

use([LineChart, GridComponent, MarkLineComponent, TooltipComponent, LabelLayout, SVGRenderer]);

/** The one place where the chart package starts; whoever imports this file pays for it, so it is always loaded lazily. */
export function startDrawing(element: HTMLElement): Drawing {
  const chart = init(element, undefined, { renderer: 'svg' });
  return {
    draw: (option) => chart.setOption(option, { notMerge: true }),
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}
