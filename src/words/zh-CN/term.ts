import type { Ability, Role } from '../../core/access/role.ts';
import type { Line, PlaceLevel } from '../../core/document/reading.ts';

const role: Record<Role, string> = { office: '办公室', liaison: '联络员', cadre: '挂职干部', county: '县级部门', leader: '领导', auditor: '审计', operator: '管理员' };
const roleDoes: Record<Role, string> = {
  office: '领导小组办公室：导入和审读材料，管理结对与挂职，维护县的时间线', liaison: '司局、直属单位联络员：查看材料、会议、计划和数据',
  cadre: '挂职干部、驻村干部：查看所在县的工作，维护县的时间线', county: '县级部门：查看本县的工作，维护本县的时间线', leader: '领导：查看全部工作和人员',
  auditor: '审计：查看全部工作、人员和操作记录', operator: '管理员：管理单位、人员和账号，查看操作记录',
};
const ability: Record<Ability, string> = {
  'document.read': '查看材料', 'document.write': '导入、审读材料', 'meeting.read': '查看会议', 'plan.read': '查看计划', 'fact.read': '查看数据', 'unit.read': '查看单位',
  'unit.manage': '管理单位', 'people.read': '查看人员', 'people.manage': '管理人员和账号', 'pairing.read': '查看结对', 'pairing.manage': '管理结对和挂职',
  'county.read': '查看县', 'county.write': '维护县的时间线', 'log.read': '查看操作记录',
};
const line: Record<Line, string> = {
  组织领导: '组织领导', 调查研究: '调查研究', 产业帮扶: '产业帮扶', 消费帮扶: '消费帮扶', 金融帮扶: '金融帮扶', 人才: '人才', 就业: '就业', 教育: '教育', 医疗: '医疗', 生态: '生态',
  重点项目: '重点项目', 试点: '试点', 防返贫: '防返贫', 资金管理: '资金管理', 考核整改: '考核整改', 宣传: '宣传', 协作机制: '协作机制', 党建: '党建', 乡村建设: '乡村建设', 综合: '综合',
};
const level: Record<PlaceLevel, string> = { province: '省级', city: '地级', county: '县级', town: '乡级', village: '村级' };

/** 各种类别、状态的叫法。 */
export const termZh = {
  role, roleDoes, ability, line, level,
  unitKind: { central: '中央单位', department: '司局', affiliated: '直属单位', county_office: '县级部门', group: '领导小组', other: '其他' },
  postingKind: { county_post: '挂职干部', first_secretary: '第一书记', team_member: '工作队员' },
  precision: { year: '年', month: '月', day: '日', unknown: '不详' },
  event: {
    paired: '结对', pairing_ended: '结对结束', delisted: '脱贫摘帽', renamed: '更名', flag: '名录', posted: '派驻', handed_over: '离任交接', meeting: '会议', visit: '调研督导',
    award: '获奖', other: '其他',
  },
  documentState: { review: '审读中', accepted: '已采纳', withdrawn: '已撤回' },
  planState: { draft: '草案', adopted: '已审定', closed: '已结束' },
  part: { lead: '牵头', support: '配合' },
  done: { planned: '计划', done: '已完成' },
};
