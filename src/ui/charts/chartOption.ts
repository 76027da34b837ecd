import type { BarSeriesOption, LineSeriesOption, TreemapSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

/** Charts over months are made of lines. */
export type LineChartOption = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption>;

/** What our charts are made of. */
export type ChartOption = ComposeOption<
  LineSeriesOption | BarSeriesOption | TreemapSeriesOption | GridComponentOption | TooltipComponentOption
>;

export type ChartSeries = LineSeriesOption;
