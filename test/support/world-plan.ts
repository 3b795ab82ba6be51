import type { Role } from '../../src/core/access/role.ts';

/** Counties of the world, by their real codes. The first unit helps the first three, the second the last three. */
export const COUNTY = { one: '130126', two: '451022', shared: '222424', four: '513437', five: '511132' } as const;

/** Units of the world by name; `a` is the first one. */
export type UnitKey = keyof typeof UNITS | 'a';
/** People of the world by name. */
export type PersonKey = keyof typeof PEOPLE | 'first';

/** Units below the first one, and the second central unit with its own. */
export const UNITS = {
  a1: { kind: 'department', name: '云帆部产业司', parent: 'a', placeId: null },
  a2: { kind: 'department', name: '云帆部人事司', parent: 'a', placeId: null },
  a3: { kind: 'affiliated', name: '云帆部培训中心', parent: 'a2', placeId: null },
  aCounty: { kind: 'county_office', name: '第一县帮扶办', parent: 'a', placeId: COUNTY.one },
  b: { kind: 'central', name: '星火集团', parent: null, placeId: null },
  b1: { kind: 'department', name: '星火集团规划部', parent: 'b', placeId: null },
  b2: { kind: 'affiliated', name: '星火集团研究院', parent: 'b1', placeId: null },
  bCounty: { kind: 'county_office', name: '共同县帮扶办', parent: null, placeId: COUNTY.shared },
} as const;

/** A post of somebody of the world. */
export interface PostPlan {
  unit: UnitKey;
  role: Role;
  /** Left out: what the role reaches by default. */
  scope?: [UnitKey | null, string | null][];
  from?: string;
  to?: string;
}

/** Who there is, with their posts. */
export const PEOPLE = {
  officeA: { name: '周办', posts: [{ unit: 'a', role: 'office' }] },
  liaisonA1: { name: '吴联', posts: [{ unit: 'a1', role: 'liaison' }] },
  leaderA: { name: '郑领', posts: [{ unit: 'a', role: 'leader' }] },
  auditorA: { name: '王审', posts: [{ unit: 'a', role: 'auditor' }] },
  operatorA: { name: '冯管', posts: [{ unit: 'a', role: 'operator', scope: [['a', null]] }] },
  cadreA: { name: '陈挂', posts: [{ unit: 'a1', role: 'cadre', scope: [[null, COUNTY.two]] }] },
  countyA: { name: '褚县', posts: [{ unit: 'aCounty', role: 'county' }] },
  officeB: { name: '卫办', posts: [{ unit: 'b', role: 'office' }] },
  liaisonB1: { name: '蒋联', posts: [{ unit: 'b1', role: 'liaison' }] },
  auditorB: { name: '沈审', posts: [{ unit: 'b', role: 'auditor' }] },
  cadreB: { name: '韩挂', posts: [{ unit: 'b1', role: 'cadre', scope: [['b', COUNTY.shared]] }] },
  countyB: { name: '杨县', posts: [{ unit: 'bCounty', role: 'county' }] },
  operatorPlace: { name: '朱管', posts: [{ unit: 'bCounty', role: 'operator', scope: [[null, COUNTY.shared]] }] },
  twoPosts: {
    name: '秦两',
    posts: [
      { unit: 'a1', role: 'liaison' },
      { unit: 'b2', role: 'office' },
    ],
  },
  manyPairs: {
    name: '尤多',
    posts: [
      {
        unit: 'b',
        role: 'leader',
        scope: [
          ['a1', null],
          [null, COUNTY.five],
          ['b', '22'],
        ],
      },
    ],
  },
  past: { name: '许过', posts: [{ unit: 'a', role: 'office', from: '2020-01-01', to: '2021-06-19' }] },
  future: { name: '何来', posts: [{ unit: 'a', role: 'office', from: '2021-06-21' }] },
} as const satisfies Record<string, { name: string; posts: PostPlan[] }>;
