/** The report of an invented meeting, in the manner of real ones; ordinal and unit make its title its own. */
export const report = (
  unit: string,
  ordinal: string,
  county: string,
): string => `${unit}召开定点帮扶工作领导小组${ordinal}会议

2021年6月10日，${unit}召开定点帮扶工作领导小组${ordinal}会议。会议传达学习有关文件精神，审议《${unit}2021年定点帮扶工作计划》，部署下一步工作。领导小组组长陈一帆主持会议并讲话，产业司、人事司负责同志参加会议。

自1995年起，${unit}定点帮扶${county}。2020年，${unit}向${county}投入帮扶资金300万元，在本部采购农产品120万元，组织职工捐款45万元。

会议要求，要支持${county}发展食用菌产业，2021年5月底前完成。要加强干部培训，选派挂职干部。要做好防返贫监测。
`;
