import type { PlainDate } from '../kernel/plain-date.ts';
import type { ReadingWarning } from './source.ts';

/** Where an item stands: `quote` is exactly `text.slice(start, end)` of the source text, the whole sentence or clause. */
export interface Quoted {
  quote: string;
  start: number;
  end: number;
  /** Codes of what makes the item doubtful; empty when nothing does. Never guess silently. */
  doubts: string[];
}

/** 传达学习 · 通报 · 审议 · 部署 · 汇报 · 总结 · 研究 · 交流 · 签订. */
export const AGENDA_TYPES = ['传达学习', '通报', '审议', '部署', '汇报', '总结', '研究', '交流', '签订'] as const;
/** A kind of agenda item (议题类型). */
export type AgendaType = (typeof AGENDA_TYPES)[number];

/** One agenda item; `title` is what was passed on, heard, reviewed … without the verb. */
export interface AgendaItem extends Quoted {
  type: AgendaType;
  title: string;
}

/** How an attendee takes part: 主持, 出席, 参加, 列席. */
export interface AttendeeGroup extends Quoted {
  /** The verb of the text: 主持, 出席, 参加, 列席 … */
  category: string;
  /** Who, as the text puts it. */
  text: string;
}

/** The meeting that a text reports. */
export interface MeetingReading extends Quoted {
  /** Full name as the text gives it (国家发展改革委定点帮扶工作领导小组第一次全体会议). */
  name: string;
  /** 第N次 as a number, else null. */
  ordinal: number | null;
  organiser: string | null;
  date: PlainDate | null;
  /** The words that gave the date (6月4日上午), else null. */
  dateText: string | null;
  chair: string | null;
  /** The chair's posts as printed, else null. */
  chairRole: string | null;
  attendees: AttendeeGroup[];
  agenda: AgendaItem[];
}

/** Marker of a figure that is not exact: 约 多 余 近 超过 以上 …; null for an exact one. */
export type Approx = 'about' | 'over' | 'under' | 'at_least' | 'at_most' | null;

/** One figure that states something about the work. */
export interface FactReading extends Quoted {
  /** The number as printed with its scale, without unit and marker: 11.2万 → value "11.2", unit "万人". */
  value: string;
  /** The unit as printed, with the scale: 万人, 亿元, %, 个. */
  unit: string;
  /** Exact decimal of value × scale in the plain unit: "112000". */
  exact: string;
  /** Upper end of a range (3—5个, 10至20万元), exact like `exact`; absent where the figure is none. */
  exactMax?: string;
  /** Where the figure itself stands in the source text, markers included; absent for a cell read with its heading. */
  figure?: { start: number; end: number };
  /** The plain unit: 人, 元, %, 个. */
  plainUnit: string;
  approx: Approx;
  /** The marker as printed (约, 多, 超过 …), else null. */
  approxText: string | null;
  /** What is counted, in the text's own words: 累计减贫. */
  what: string;
  /** The words of time that apply (2020年, 今年上半年, 1990年以来), else null. */
  when: string | null;
  /** Resolved period, days inclusive; null where unknown. */
  from: PlainDate | null;
  to: PlainDate | null;
  /** Names of places that the figure is about, as printed or resolved (三县 → the three names). */
  where: string[];
  /** Planned, promised or demanded rather than done. */
  planned: boolean;
  /** For a rounded headline or a repetition: start of its exact twin in the text, else null. */
  twinOf: number | null;
}

/** Level of a place: 省 市 县 乡 村. */
export const PLACE_LEVELS = ['province', 'city', 'county', 'town', 'village'] as const;
/** Level of a division, from 省 to 村. */
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** A place that the text speaks of, once per place, at its first mention. */
export interface PlaceReading extends Quoted {
  /** Official full name in the year of the text. */
  name: string;
  /** Official code in the year of the text, without trailing zeros below its level (6 digits down to the county). */
  code: string;
  level: PlaceLevel;
  /** Our stable key of the place. */
  placeId: string;
  /** The words of the text (灵寿, 三县 …). */
  printed: string;
  /** Every mention of the place in the source text, the first one first; offsets as in `Quoted`. */
  mentions?: { start: number; end: number }[];
}

/** The lines of work (工作条线) that a task stands under. */
export const LINES = [
  '组织领导',
  '调查研究',
  '产业帮扶',
  '消费帮扶',
  '金融帮扶',
  '人才',
  '就业',
  '教育',
  '医疗',
  '生态',
  '重点项目',
  '试点',
  '防返贫',
  '资金管理',
  '考核整改',
  '宣传',
  '协作机制',
  '党建',
  '乡村建设',
  '综合',
] as const;
/** A line of work (工作条线). */
export type Line = (typeof LINES)[number];

/** One requirement, promise or plan item. */
export interface TaskReading extends Quoted {
  line: Line;
  /** A finer topic under the line (红色旅游, 石漠化治理 …), else null. */
  topic: string | null;
  /** Who asks: 会议, or the named speaker; null where the text has none (a plan). */
  speaker: string | null;
  lead: string[];
  support: string[];
  due: PlainDate | null;
  dueText: string | null;
  /** Names of counties that the task is for, where the text says so. */
  counties: string[];
}

/** All that was read from one document, by rules of the given version. */
export interface Reading {
  title: string | null;
  publishedOn: PlainDate | null;
  meeting: MeetingReading | null;
  facts: FactReading[];
  places: PlaceReading[];
  tasks: TaskReading[];
  warnings: ReadingWarning[];
}
