import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartData } from './chart.tsx';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** Names of the series in the person's language. */
interface Names {
  monthly: string;
  toDate: string;
  target: string;
}

/** Draws the chart into a box and follows its size and the theme; gives back what takes it away. */
export function drawChart(box: HTMLElement, data: ChartData, names: Names): () => void {
  const chart = init(box, null, { renderer: 'svg' });
  const draw = () => chart.setOption(optionOf(box, data, names), true);
  draw();
  const resize = new ResizeObserver(() => chart.resize());
  resize.observe(box);
  const theme = new MutationObserver(draw);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    resize.disconnect();
    theme.disconnect();
    chart.dispose();
  };
}

function optionOf(
  box: HTMLElement,
  data: ChartData,
  names: Names,
): Parameters<ReturnType<typeof init>['setOption']>[0] {
  const style = getComputedStyle(box);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const [text, quiet, line, teal, soft, seal] = [
    '--bf-text',
    '--bf-quiet',
    '--bf-line',
    '--bf-teal',
    '--fg-bar',
    '--bf-seal',
  ].map(color);
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisLabel: { color: quiet },
    splitLine: { lineStyle: { color: line } },
  };
  const highest = roomFor(data);
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit', color: text },
    grid: { left: 8, right: data.target === null ? 12 : 64, top: 40, bottom: 4, outerBoundsMode: 'same' },
    legend: { top: 0, left: 0, textStyle: { color: quiet }, itemWidth: 14, itemHeight: 8, itemGap: 18 },
    tooltip: {
      trigger: 'axis',
      backgroundColor: color('--bf-card'),
      borderColor: line,
      textStyle: { color: text },
      valueFormatter: (value: unknown) =>
        typeof value === 'number' ? `${value.toLocaleString('en-US')} ${data.unit}` : '—',
    },
    xAxis: { type: 'category', data: data.months, ...axis, axisTick: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'value',
      name: data.unit,
      nameTextStyle: { color: quiet, align: 'left' },
      ...axis,
      ...(highest === null ? {} : { max: highest }),
    },
    series: seriesOf(data, names, { teal, soft, seal }),
  };
}

/** Months as bars, the year so far as a line, the target across it. */
function seriesOf(
  data: ChartData,
  names: Names,
  {
    teal = '',
    soft = '',
    seal = '',
  }: { teal?: string | undefined; soft?: string | undefined; seal?: string | undefined },
) {
  return [
    { name: names.monthly, type: 'bar' as const, data: data.monthly, itemStyle: { color: soft }, barMaxWidth: 26 },
    {
      name: names.toDate,
      type: 'line' as const,
      data: data.toDate,
      step: false,
      symbolSize: 5,
      lineStyle: { color: teal, width: 2 },
      itemStyle: { color: teal },
      ...(data.target === null
        ? {}
        : {
            markLine: {
              silent: true,
              symbol: 'none',
              label: { formatter: names.target, color: seal, position: 'end' as const },
              lineStyle: { color: seal, type: 'dashed' as const },
              data: [{ yAxis: data.target }],
            },
          }),
    },
  ];
}

/** Where the axis has to end for the target to be seen: a round number above it; null where the values reach higher. */
function roomFor({ target, toDate, monthly }: ChartData): number | null {
  if (target === null || target <= Math.max(0, ...[...toDate, ...monthly].map((one) => one ?? 0))) return null;
  const step = 10 ** Math.floor(Math.log10(target)) / 2;
  return (Math.floor(target / step) + 1) * step;
}
