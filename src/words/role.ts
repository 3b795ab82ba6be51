import type { Role } from '../core/access/role.ts';

/** Names of the roles. */
export const roleZh: Record<Role, string> = {
  office: '领导小组办公室',
  liaison: '单位联络员',
  cadre: '挂职干部',
  county: '县级部门',
  leader: '领导',
  auditor: '审计',
  operator: '管理员',
};
/** Names of the roles in English. */
export const roleEn: Record<Role, string> = {
  office: 'leading-group office',
  liaison: 'unit liaison',
  cadre: 'posted cadre',
  county: 'county office',
  leader: 'leader',
  auditor: 'auditor',
  operator: 'operator',
};
