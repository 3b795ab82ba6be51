/** 命令行的用语。 */
export const cliZh = {
  usage: (names: string[]): string => `用法：bangfu <命令> …\n命令：${names.join('、')}`,
  readUsage: '用法：bangfu read 文件… [--json] [--lang en]\n文件可以是文件、文件夹、通配符，- 表示标准输入。',
  bringUsage: '用法：bangfu bring 文件…\n把材料送进系统待审读。系统地址和令牌由 BANGFU_SERVER、BANGFU_TOKEN 给出。',
  noToken: '请先在“我的账号”里生成令牌，设为 BANGFU_TOKEN。',
  brought: '已导入，待审读',
  broughtAgain: '以前已导入',
  noServer: '系统没有应答（{server}）：{reason}',
  none: '（无）',
  title: '标题',
  publishedOn: '发布',
  meeting: '会议',
  date: '日期',
  chair: '主持',
  facts: '事实数据',
  places: '地点',
  tasks: '任务要求',
  planned: '计划',
  due: '时限',
  warning: (code: string, detail: string): string => `${WARNINGS[code] ?? code}${detail ? `：${detail}` : ''}`,
};

const WARNINGS: Record<string, string> = {
  'document.damaged_characters': '有损坏的字符（个数）',
  'document.damaged_text': '有一处文字损坏',
  'document.ending_differs': '文件后缀与内容不符',
  'document.published_from_dateline': '发布日期取自电头',
  'document.body_twice': '正文重复刊出，只读一遍',
};
