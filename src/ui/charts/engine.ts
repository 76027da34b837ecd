import { BarChart, LineChart, TreemapChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from './chartOption';

/** A chart that was drawn into an element. */
export interface Drawing {
  draw(option: ChartOption): void;
  /** A part with an id was clicked. */
  onPick(pick: (id: string) => void): void;
  resize(): void;
  dispose(): void;
}

use([LineChart, BarChart, TreemapChart, GridComponent, MarkLineComponent, TooltipComponent, LabelLayout, SVGRenderer]);

/** The one place where the chart package starts; whoever imports this file pays for it, so it is always loaded lazily. */
export function startDrawing(element: HTMLElement): Drawing {
  const chart = init(element, undefined, { renderer: 'svg' });
  return {
    draw: (option) => chart.setOption(option, { notMerge: true }),
    onPick: (pick) =>
      chart.on('click', ({ data }) => {
        const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : null;
        if (typeof id === 'string') pick(id);
      }),
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}
