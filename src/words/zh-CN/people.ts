/** 人员、岗位、账号。 */
export const peopleZh = {
  title: '人员', lead: '每人可有多个岗位；岗位决定能看什么、办什么。', empty: '还没有人员', emptyText: '添加人员时同时给一个岗位；填了登录名，会得到一个设置密码的链接。', find: '按姓名查找', unitFilter: '单位', name: '姓名', phone: '电话', login: '登录名', noLogin: '无账号', posts: '岗位', noPosts: '当前没有岗位', disabled: '已停用', active: '正常', account: '账号',
  add: '添加人员', addTitle: '添加人员', phoneHint: '显示时隐去中间几位', loginHint: '不填则只登记，不能登录', firstPost: '岗位', added: '已添加',
  post: { add: '增加岗位', title: '增加岗位', unit: '任职单位', role: '角色', postTitle: '职务', postTitleHint: '如：处长', from: '起始日期', to: '结束日期', toHint: '不填为长期', scope: '工作范围', scopeDefault: '按角色默认', scopeOwn: '自行指定', scopeDefaultText: '按角色和单位自动确定。', scopeUnit: '单位（含下级）', scopePlace: '地区（含下级）', anyUnit: '全部单位', anyPlace: '全部地区', scopeAdd: '再加一组', scopeRemove: '去掉这一组', end: '结束岗位', endTitle: '结束岗位', lastDay: '最后一天', ended: '岗位已结束', added: '岗位已增加', past: '以往岗位', scopeText: '{unit} × {place}', until: '{day}止' },
  reset: '重设密码', resetAsk: '将生成一次性链接，并结束该人员的全部会话。', linkTitle: '设置密码的链接', linkText: '只显示这一次。请复制后亲自或用可靠方式交给{name}。', linkUntil: '{moment}前有效。', linkDays: '几天内有效，用过即失效。', disable: '停用账号', enable: '恢复账号', disableAsk: '停用后立即不能登录，会话全部结束；记录保留。', disableDone: '账号已停用', enableDone: '账号已恢复',
};
