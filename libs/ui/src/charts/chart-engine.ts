import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

let ready = false;

/** Starts a chart in an element. This file is loaded when the first chart is shown. */
export function startChart(element: HTMLElement): ReturnType<typeof init> {
  if (!ready)
    register([
      LineChart,
      BarChart,
      GridComponent,
      TooltipComponent,
      LegendComponent,
      MarkLineComponent,
      SVGRenderer,
    ]);
  ready = true;
  return init(element, null, { renderer: 'svg' });
}
