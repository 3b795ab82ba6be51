/** 操作记录。 */
export const logZh = {
  title: '操作记录', lead: '谁、以什么岗位、何时、办了什么。只增不改，按链封存。', act: '操作', person: '人员', post: '岗位', at: '时间', subject: '对象', sealed: '已封存', notSealed: '待封存', sealedWhy: '已用国密 SM3 连成链，改动会被查出', system: '系统', empty: '还没有操作记录。', actFilter: '操作', id: '编号',
  acts: {
    'start.first': '设立首位管理员', 'session.open': '登录', 'session.close': '退出登录', 'session.end': '结束会话', 'password.change': '修改密码', 'password.set': '设置密码', 'token.make': '生成令牌', 'token.end': '结束令牌', 'unit.add': '设立单位', 'unit.change': '变更单位', 'unit.end': '撤销单位', 'people.add': '添加人员', 'people.post': '增加岗位', 'people.end_post': '结束岗位', 'people.reset': '重设密码', 'people.disable': '停用或恢复账号', 'pairing.add': '登记结对', 'pairing.end': '结束结对', 'posting.add': '登记挂职', 'posting.hand_over': '离任交接', 'county.add_event': '补记时间线', 'county.withdraw_event': '撤回时间线', 'document.bring': '导入材料', 'document.paste': '粘贴材料', 'document.review': '审读', 'document.accept': '采纳材料', 'document.withdraw': '撤回材料',
  } as Record<string, string>,
  subjects: { unit: '单位', person: '人员', post: '岗位', pairing: '结对', posting: '挂职', county_event: '时间线', document: '材料', meeting: '会议', plan: '计划', account: '账号', session: '会话', token: '令牌', county: '县' } as Record<string, string>,
};
