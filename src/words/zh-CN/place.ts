/** 行政区划。 */
export const placeZh = {
  title: '行政区划',
  lead: '从省到村，含历年更名和名录，数据随系统提供。',
  find: '汉字、拼音首字母或代码',
  findHint: '如：灵寿、lsx、130126',
  below: '下级区划',
  belowEmpty: '没有下级区划。',
  names: '名称沿革',
  flags: '名录',
  noFlags: '不在已收录的名录中。',
  filterBelow: '在下级中筛选',
  level: '级别',
  provinces: '省级行政区',
  results: '查找结果',
  current: '现行',
  onlyToday: '没有收录更名。',
};
