import type { termZh } from '../zh-CN/term.ts';

const role: (typeof termZh)['role'] = { office: 'Office', liaison: 'Liaison', cadre: 'Posted cadre', county: 'County office', leader: 'Leader', auditor: 'Auditor', operator: 'Operator' };
const roleDoes: (typeof termZh)['roleDoes'] = {
  office: 'Office of the leading group: brings in and reviews documents, keeps pairings, postings and county timelines',
  liaison: 'Contact of a department or affiliated unit: sees documents, meetings, plans and figures',
  cadre: 'Cadre posted to a county or village: sees the work there and keeps the county timeline',
  county: 'County office: sees the work of its county and keeps its timeline', leader: 'Leader: sees all work and people',
  auditor: 'Auditor: sees all work, people and the log', operator: 'Operator: keeps units, people and accounts; sees the log',
};
const ability: (typeof termZh)['ability'] = {
  'document.read': 'See documents', 'document.write': 'Bring in and review documents', 'meeting.read': 'See meetings', 'plan.read': 'See plans', 'fact.read': 'See figures',
  'unit.read': 'See units', 'unit.manage': 'Keep units', 'people.read': 'See people', 'people.manage': 'Keep people and accounts', 'pairing.read': 'See pairings',
  'pairing.manage': 'Keep pairings and postings', 'county.read': 'See counties', 'county.write': 'Keep county timelines', 'log.read': 'See the log',
};
const line: (typeof termZh)['line'] = {
  组织领导: 'Leadership', 调查研究: 'Field research', 产业帮扶: 'Industry', 消费帮扶: 'Consumption', 金融帮扶: 'Finance', 人才: 'Talent', 就业: 'Employment', 教育: 'Education', 医疗: 'Health',
  生态: 'Ecology', 重点项目: 'Key projects', 试点: 'Pilots', 防返贫: 'Return to poverty', 资金管理: 'Fund management', 考核整改: 'Evaluation, rectification', 宣传: 'Publicity',
  协作机制: 'Cooperation', 党建: 'Party building', 乡村建设: 'Rural construction', 综合: 'General',
};

/** What kinds and states are called. */
export const termEn: typeof termZh = {
  role, roleDoes, ability, line,
  level: { province: 'Province', city: 'Prefecture', county: 'County', town: 'Township', village: 'Village' },
  unitKind: { central: 'Central unit', department: 'Department', affiliated: 'Affiliated unit', county_office: 'County office', group: 'Leading group', other: 'Other' },
  postingKind: { county_post: 'County post', first_secretary: 'First secretary', team_member: 'Village team member' },
  precision: { year: 'Year', month: 'Month', day: 'Day', unknown: 'Not known' },
  event: {
    paired: 'Paired', pairing_ended: 'Pairing ended', delisted: 'Out of poverty', renamed: 'Renamed', flag: 'Listed', posted: 'Posted', handed_over: 'Handed over', meeting: 'Meeting',
    visit: 'Visit', award: 'Award', other: 'Other',
  },
  documentState: { review: 'In review', accepted: 'Accepted', withdrawn: 'Withdrawn' },
  planState: { draft: 'Draft', adopted: 'Adopted', closed: 'Closed' },
  part: { lead: 'Lead', support: 'Support' },
  done: { planned: 'Planned', done: 'Done' },
};
