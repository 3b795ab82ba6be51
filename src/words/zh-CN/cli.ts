/** 命令行的用语。 */
export const cliZh = {
  usage: (names: string[]): string => `用法：bangfu <命令> …\n命令：${names.join('、')}`,
  readUsage: '用法：bangfu read 文件… [--json] [--lang en]\n文件可以是文件、文件夹、通配符，- 表示标准输入。',
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
