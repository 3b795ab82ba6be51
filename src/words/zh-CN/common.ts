/** 各处共用的字句。 */
export const commonZh = {
  save: '保存', cancel: '取消', close: '关闭', confirm: '确定', back: '返回', retry: '重试', more: '加载更多', copy: '复制', copied: '已复制',
  add: '新增', end: '结束', search: '搜索', filter: '筛选', all: '全部', none: '无', yes: '是', no: '否', optional: '选填', actions: '操作', details: '详情',
  loading: '正在加载…', unknown: '不详', today: '今天', open: '至今', total: '共 {count} 项', done: '已完成', saved: '已保存', print: '打印',
  showEnded: '含已结束', columnsAscend: '点击升序', noMatch: '没有符合条件的内容。', clear: '清除条件', name: '名称', code: '代码', from: '起', to: '止', since: '{day}起',
  until: '至{day}', source: '来源', quoted: '原文', openSource: '查看原文出处', document: '材料', kind: '类别', day: '日期', reason: '原因', link: '链接',
  year: '{year}年', month: '{year}年{month}月', date: '{year}年{month}月{day}日', sample: '示例', sampleWhy: '为演示而设，不是真实业务数据', unverified: '待核',
  unverifiedWhy: '来源尚未核实：{doubt}', unverifiedPlain: '来源尚未核实', missingTitle: '没有找到', missingText: '该内容不存在，或不在您的工作范围内。', forbiddenTitle: '没有权限',
  forbiddenText: '您的岗位不含此项权限。如需办理，请联系管理员调整岗位。', failedTitle: '没能读到内容', offline: '连接不上服务器。请检查网络，然后重试；已填写的内容还在。',
  failedText: '服务器没有正常答复。可以重试；若仍不行，请把编号 {requestId} 告诉管理员。', crashTitle: '这一页显示出错', crashText: '您的数据没有受影响。可以重新打开本页，或回到首页。',
  reload: '重新打开', home: '回到首页', fixAbove: '有 {count} 处需要修改', leave: '填写的内容还没有保存，确定离开吗？', dayForm: '年-月-日', choose: '请选择', typeToSearch: '输入以查找',
  noResult: '没有找到', from_to: '{from}—{to}', skipToContent: '跳到正文', asOf: '截至 {moment}', precision: '日期精确到', figures: '{value} 项',
};
