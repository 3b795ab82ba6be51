/** The roles that a post can carry. */
export const ROLES = ['office', 'liaison', 'cadre', 'county', 'leader', 'auditor', 'operator'] as const;
/** office 办公室 | liaison 联络员 | cadre 挂职干部 | county 县级部门 | leader 领导 | auditor 审计 | operator 管理员. */
export type Role = (typeof ROLES)[number];

/** Everything that a post may let a person do. */
export const ABILITIES = [
  'document.read',
  'document.write',
  'meeting.read',
  'plan.read',
  'fact.read',
  'unit.read',
  'unit.manage',
  'people.read',
  'people.manage',
  'pairing.read',
  'pairing.manage',
  'county.read',
  'county.write',
  'log.read',
  'ledger.read',
  'ledger.report',
  'ledger.confirm',
  'ledger.review',
  'ledger.post',
  'ledger.personal',
  'kind.manage',
  'indicator.manage',
] as const;
/** One thing that a post may let a person do. */
export type Ability = (typeof ABILITIES)[number];

const READ_WORK = [
  'meeting.read',
  'plan.read',
  'fact.read',
  'unit.read',
  'pairing.read',
  'county.read',
  'ledger.read',
] as const;
const OFFICE_LEDGER = [
  'ledger.report',
  'ledger.review',
  'ledger.post',
  'ledger.personal',
  'kind.manage',
  'indicator.manage',
] as const;

/** What each role may do within its scope. A default of ours: no official rule gives it. */
export const ROLE_ABILITIES = {
  office: [
    ...READ_WORK,
    'document.read',
    'document.write',
    'people.read',
    'pairing.manage',
    'county.write',
    ...OFFICE_LEDGER,
  ],
  liaison: [...READ_WORK, 'document.read', 'ledger.report', 'ledger.review'],
  cadre: [...READ_WORK, 'county.write', 'ledger.report'],
  county: [...READ_WORK, 'county.write', 'ledger.report', 'ledger.confirm', 'ledger.personal'],
  leader: [...READ_WORK, 'document.read', 'people.read'],
  auditor: [...READ_WORK, 'document.read', 'people.read', 'log.read'],
  operator: ['unit.read', 'unit.manage', 'people.read', 'people.manage', 'log.read'],
} as const satisfies Record<Role, readonly Ability[]>;

/** Whether a role carries an ability. */
export function roleMay(role: Role, ability: Ability): boolean {
  return (ROLE_ABILITIES[role] as readonly Ability[]).includes(ability);
}
