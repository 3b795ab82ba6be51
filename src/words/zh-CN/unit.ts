/** 单位。 */
export const unitZh = {
  title: '单位', lead: '按层级排列；更名、调整、撤并都留有历史。', empty: '还没有单位', emptyText: '先设立牵头单位，再在它下面设司局、直属单位和县级部门。', find: '按名称筛选', kind: '类别', shortName: '简称', parent: '上级单位', noParent: '（最上级）', startedOn: '设立日期', ended: '已撤销', endedOn: '{day}撤销', mergedInto: '并入{name}', place: '所在地',
  add: '设立单位', addUnder: '设立下级单位', addTitle: '设立单位', name: '全称', nameHint: '公章上的名称', shortNameHint: '日常称呼', placeHint: '县级部门填所在县', added: '单位已设立',
  change: '更名或调整', changeTitle: '更名或调整“{name}”', validFrom: '自哪天起', changeReason: '依据', changeReasonHint: '文号或一句话说明', changed: '已登记变更', changeWhy: '此前的名称和上级会保留在沿革中。',
  endUnit: '撤销或并入', endTitle: '撤销“{name}”', lastDay: '最后一天', into: '并入单位', intoHint: '不填则为撤销；填写则工作从次日起转入该单位', unitEnded: '已登记撤销',
  history: '沿革', below: '下级单位', helped: '帮扶的县', people: '人员', facts: '数据', tasks: '任务', merged: '并入的单位', recorded: '{moment}登记', first: '设立', now: '现行', helpedEmpty: '没有登记帮扶的县。', peopleEmpty: '还没有人员在此任职。', belowEmpty: '没有下级单位。', factsEmpty: '还没有与该单位有关的数据。', tasksEmpty: '还没有该单位牵头或配合的任务。审读材料时把任务关联到单位，就会列在这里。',
};
