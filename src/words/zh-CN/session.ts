/** 首次设立、登录、密码、会话、令牌。 */
export const sessionZh = {
  signIn: '登录', login: '登录名', password: '密码', newPassword: '新密码', oldPassword: '原密码', again: '再输一次', notSame: '两次输入不一致。', passwordRule: '至少 10 个字符，不要求特殊符号；一句好记的话最好。',
  showPassword: '显示密码', forgot: '忘了密码？请管理员给您一个重设链接。', notStarted: '系统还没有设立首位管理员。请打开启动时终端里打印的链接。',
  lostTitle: '登录已过期', lostText: '请重新登录。这一页上填写的内容还在。', otherPerson: '换了账号，已回到首页。',
  start: {
    title: '设立系统', lead: '设立首位管理员和牵头单位，约一分钟。以后可以随时增加单位和人员。', noLink: '链接不完整。请完整复制终端里打印的链接再打开。', done: '系统已经设立。', toSignIn: '去登录',
    you: '您', unit: '您的单位', name: '姓名', nameHint: '如：张三', loginHint: '小写字母、数字，如 zhangsan', unitName: '单位全称', unitHint: '牵头帮扶的单位，如：某某部', unitWhy: '它的领导小组办公室、司局和直属单位以后都设在它下面。',
    begin: '怎样开始', empty: '从空白开始', emptyText: '只有行政区划等基础数据。第一步：导入一份领导小组会议的报道，系统读出会议、任务和数据，由您逐条确认。', emptyFor: '正式使用选这个',
    example: '带示例开始', exampleText: '预先装入一个完整示例：一次领导小组会议、当年的计划、三个结对县及其数据，看得到全貌。凡是编的内容都标有“示例”。', exampleFor: '试用、培训选这个',
    submit: '设立并进入', working: '正在设立…',
  },
  set: { title: '设置密码', lead: '设好后即可登录，本链接随之失效。', noLink: '链接不完整，请完整复制管理员给您的链接。', submit: '设置并登录' },
  account: {
    title: '我的账号', sessions: '登录会话', sessionsLead: '在哪些地方登录着。不认识的请结束它，并修改密码。', current: '本次', startedAt: '登录时间', seenAt: '最近使用', endsAt: '到期', address: '网络地址', agent: '浏览器',
    endSession: '结束', endSessionAsk: '结束这个会话？', tokens: '访问令牌', tokensLead: '给脚本使用，权限不超过您本人。令牌只在生成时显示一次。', makeToken: '生成令牌', tokenName: '用途', tokenNameHint: '如：每周导出计划', abilities: '权限', endsOn: '有效期至',
    tokenShown: '令牌已生成，只显示这一次，请现在复制保存。', tokenUsed: '最近使用', tokenNever: '未使用', tokenState: '状态', tokenOpen: '有效', tokenEnded: '已结束', tokenExpired: '已过期', endToken: '结束', endTokenAsk: '结束后，使用它的脚本将立即失效。', noTokens: '还没有令牌。需要用脚本读取数据时，在这里生成。',
    password: '修改密码', passwordLead: '修改后，其他会话全部结束。', passwordDone: '密码已修改，其他会话已结束。', change: '修改密码', display: '显示设置', displayLead: '只影响您自己，保存在这台设备上。', posts: '岗位', unknownAgent: '未知',
  },
};
