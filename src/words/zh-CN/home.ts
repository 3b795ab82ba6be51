/** 首页。 */
export const homeZh = {
  title: '首页', hello: '{name}，您好', waiting: '待审读材料', waitingNone: '没有等您审读的材料。', pending: '{pending} / {items} 条待确认', late: '已逾期任务', lateNone: '没有逾期的任务。', due: '应于{day}',
  counties: '结对县', county: '县', tasks: '任务', facts: '数据', postings: '挂职干部', lines: '工作条线', line: '条线', items: '任务', lateItems: '逾期', latest: '最近', latestMeeting: '最近的会议', latestPlan: '最近的计划',
  endingPostings: '90 天内挂职期满', noCounties: '还没有结对县。采纳一份说明结对关系的材料，或在“结对县”中登记。', noLines: '还没有任务。采纳一份会议材料后，任务按条线列在这里。', agenda: '{count} 项议程', planItems: '{count} 条任务',
  standing: '总体情况', unnamed: '（无标题）',
  teach: {
    title: '从一份材料开始', lead: '把领导小组会议的报道或纪要放进来，系统逐句读出会议、任务、数据和县，由您确认后，形成会议记录、年度计划草案和各县数据。',
    bring: '导入会议报道', bringText: '网页、Word、PDF 或直接粘贴文字', review: '逐句审读', reviewText: '左边原文、右边读出的内容；采纳、修改或不采纳', accept: '一次采纳', acceptText: '会议、年度计划草案、结对县和数据同时建立，每一条都连着原文', go: '导入第一份材料',
    set: '先把单位和人员设好', setText: '您是管理员。材料由领导小组办公室导入，请先为办公室的同事设立岗位和账号。', units: '设立单位', unitsText: '司局、直属单位、县级部门，按层级排列', people: '添加人员和岗位', peopleText: '每人可有多个岗位；岗位决定能看什么、办什么', wait: '目前还没有您工作范围内的内容。办公室采纳材料后，会议、计划和数据会出现在这里。',
  },
};
