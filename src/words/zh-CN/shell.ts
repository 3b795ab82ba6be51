/** 外框：导航、顶栏、显示设置。 */
export const shellZh = {
  brand: '帮扶', brandMark: '帮', tagline: '定点帮扶工作台', mainMenu: '主导航', breadcrumbs: '当前位置',
  nav: {
    home: '首页', documents: '材料', meetings: '会议', plans: '计划', counties: '结对县', units: '单位', people: '人员', places: '行政区划', log: '操作记录', account: '我的账号',
    work: '工作', base: '基础信息', oversight: '监督',
  },
  openMenu: '打开导航', collapse: '收起导航', expand: '展开导航',
  placeSearch: '查找县、乡、村', placeSearchHint: '汉字、拼音首字母或代码', placeSearchKey: '按 / 键查找', placeMatched: '曾用：{name}', placeNone: '没有找到这样的行政区划',
  language: '语言', chinese: '中文', english: 'English', theme: '外观', light: '浅色', dark: '深色', auto: '跟随系统', density: '疏密', comfortable: '宽松', compact: '紧凑', display: '显示设置',
  signOut: '退出登录', myPosts: '我的岗位', noPost: '当前没有岗位，请联系管理员。', placesLoading: '行政区划正在装入，稍后即可查找。',
};
