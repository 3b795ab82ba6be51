interface Break {
  countyId: string;
  seq: string;
  actId: string | null;
}

interface Drift {
  table: string;
  countyId: string;
  kind: string;
  period: string;
  unitId: string;
  slice: string;
  kept: string;
  counted: string;
}

/** What the operator's commands say. */
export const adminWords = {
  'zh-CN': {
    usage:
      '用法：bangfu admin verify        核对操作记录的链\n      bangfu admin figures      核对汇总数与台账是否一致\n      bangfu admin anchors       打印每日链头，请抄存到系统之外\n      bangfu admin link 登录名   生成一次性设置密码链接',
    noLogin: (login: string) => `没有登录名为“${login}”的账号。`,
    link: (path: string) => `请在浏览器打开（3 天内有效，只能用一次）：\n\n    <本系统地址>${path}\n`,
    figuresRight: '汇总数与台账一致。',
    drift: (one: Drift) =>
      `不一致：${one.table}，县 ${one.countyId}，${one.kind}，${one.period}，单位 ${one.unitId} ${one.slice}：汇总 ${one.kept}，台账 ${one.counted}（条数 分 数量 人 人次）`,
    whole: (links: number) => `操作记录完整：${links} 条，逐条相扣，没有改动。`,
    broken: {
      changed: (one: Break) => `被改动：第 ${one.seq} 条（县 ${one.countyId}），操作编号 ${one.actId ?? '—'}`,
      missing: (one: Break) => `缺失：第 ${one.seq} 条（县 ${one.countyId}），操作编号 ${one.actId ?? '—'}`,
      gap: (one: Break) => `断链：第 ${one.seq} 条（县 ${one.countyId}）`,
      late: (one: Break) => `事后补入：第 ${one.seq} 条（县 ${one.countyId}），操作编号 ${one.actId ?? '—'}`,
      anchor: (one: Break) => `与当日留存的链头不符：第 ${one.seq} 条（县 ${one.countyId}）`,
    },
  },
  en: {
    usage:
      'usage: bangfu admin verify       walks the chains of the log\n       bangfu admin figures      compares the roll-ups with their entries\n       bangfu admin anchors      prints the heads of the chains by day, to be kept elsewhere\n       bangfu admin link LOGIN   makes a one-time link to set a password',
    noLogin: (login: string) => `There is no account with the sign-in name “${login}”.`,
    link: (path: string) => `Open in a browser (valid for 3 days, once):\n\n    <address of this server>${path}\n`,
    figuresRight: 'Every roll-up is what its entries sum to.',
    drift: (one: Drift) =>
      `differs: ${one.table}, county ${one.countyId}, ${one.kind}, ${one.period}, unit ${one.unitId} ${one.slice}: kept ${one.kept}, entries ${one.counted} (entries, fen, quantity, people, person-times)`,
    whole: (links: number) => `The log is whole: ${links} links, none changed.`,
    broken: {
      changed: (one: Break) => `changed: link ${one.seq} (county ${one.countyId}), act ${one.actId ?? '—'}`,
      missing: (one: Break) => `missing: link ${one.seq} (county ${one.countyId}), act ${one.actId ?? '—'}`,
      gap: (one: Break) => `gap: link ${one.seq} (county ${one.countyId})`,
      late: (one: Break) => `put in afterwards: link ${one.seq} (county ${one.countyId}), act ${one.actId ?? '—'}`,
      anchor: (one: Break) => `not the head that was kept that day: link ${one.seq} (county ${one.countyId})`,
    },
  },
};
