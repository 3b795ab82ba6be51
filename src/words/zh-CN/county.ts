/** 县、结对、挂职。 */
export const countyZh = {
  title: '结对县', lead: '谁帮扶、从何时起、派驻了谁、任务和数据有多少。', county: '县', helpedBy: '帮扶单位', since: '结对时间', openPostings: '在任挂职', tasks: '任务', facts: '数据', province: '省份',
  empty: '还没有结对县', emptyText: '采纳一份写明结对关系的会议报道，县会自动出现；也可以直接登记。', find: '按名称或代码筛选',
  overview: '概况', timeline: '时间线', timelineEmpty: '还没有记载。可以补记脱贫摘帽、调研、获奖等，每条都要写明来源。', pairings: '结对关系', pairingsEmpty: '还没有登记结对关系。', postings: '挂职干部', postingsEmpty: '还没有登记挂职干部。', past: '已结束', pastCount: '已结束 {count} 项', names: '名称沿革', flags: '名录', codes: '代码',
  placePage: '行政区划页', countyPage: '结对县页', factsEmpty: '还没有该县的数据。采纳材料后，写到该县的数字会连同原句列在这里。', tasksEmpty: '还没有该县的任务。审读材料时把任务关联到县，就会列在这里。',
  addEvent: '补记一条', event: { title: '补记时间线', kind: '事项', on: '日期', text: '内容', textHint: '一句话，如：退出贫困县序列', source: '来源', sourceHint: '文件名、文号、网页或见证人', unit: '由哪个单位记载', done: '已记入时间线' },
  withdraw: '撤回这一条', withdrawAsk: '撤回后不再显示，操作记录中仍可查到。', withdrawn: '已撤回',
  addPairing: '登记结对', pairing: { title: '登记结对关系', unit: '帮扶单位', county: '结对县', from: '起始日期', fromUnknown: '起始日期不详', source: '来源', sourceHint: '文件名、文号或说明', done: '已登记结对', endTitle: '结束结对', toOn: '最后一天', endDone: '结对已结束', end: '结束结对' },
  addPosting: '登记挂职', posting: {
    title: '登记挂职干部', person: '人员', known: '已登记的人员', fresh: '新登记', personName: '姓名', unit: '派出单位', county: '派驻县', place: '派驻乡、村', placeHint: '驻村的填到村', kind: '类别', post: '职务', postHint: '如：县委常委、副县长', from: '到任日期', due: '期满日期', paper: '任职文号', done: '已登记挂职',
    handOver: '离任交接', handOverTitle: '{name}离任交接', toOn: '最后一天', successor: '接任人', successorHint: '先登记接任人的挂职，再在这里选择', handover: '交接事项', handoverHint: '未完成的任务、保管的资料、联系人等', handOverDone: '已登记离任', dueOn: '{day}期满', overdue: '已期满', tookOver: '由{name}接任', paperOf: '文号：{paper}',
  },
  fact: { what: '内容', value: '数值', when: '时间', where: '地点', unit: '单位', state: '性质', approx: { about: '约', over: '超过', under: '不到', at_least: '至少', at_most: '至多' } },
  task: { text: '任务', line: '条线', plan: '计划', due: '期限', units: '单位', late: '逾期', noDue: '未定' },
  flag: {} as Record<string, string>, flagYear: '{year}年',
  said: { paired: '与{unit}结对', pairing_ended: '与{unit}的结对结束', renamed: '由{from}更名为{to}', posted: '{person}到任（{title}）', handed_over: '{person}离任' },
};
