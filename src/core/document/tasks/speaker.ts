import { endsInPost, personIn } from './names.ts';

/**
 * How a speaker asks: `require` (要求 强调 提出…要求: what follows is a demand unless it plainly is not), `point` (指出 认为: only
 * what has 要 or a verb of doing), `say` (表示 说: only what has 要 or 将), `quote` (a leader's words cited: nothing).
 */
export type CueMode = 'require' | 'point' | 'say' | 'quote';

/** Words that open a speech: who speaks (会议, a name, a post), how, and where in the sentence the words begin. */
export interface Cue {
  speaker: string | null;
  mode: CueMode;
  /** Offset in the sentence where the verb's clause begins. */
  start: number;
  /** Offset in the sentence behind the verb and its comma or colon. */
  end: number;
}

const VERB =
  /(?:提出(?!的)|作出(?!的)|做出(?!的)|提(?=了?[几两一二三四五六七八九十\d“]))了?(?:[^，。；：]{0,36}?)(?:要求|意见|建议|希望|部署|安排|期望)(?=[：，。；]|$)|(?:作|进行)了?(?:[^，。；：]{0,14})(?:部署|安排)(?=：)|强调|指出|要求|认为|提出(?=[，：]|要(?!求))|明确(?=[，：])|明确提出|表示|表态(?=[，：])|说(?=[，：])|介绍[说到]?(?=[，：])|指示(?=[，：要])|号召(?=[，：]?(?:全|广大|大家|各))|叮嘱|嘱咐|寄语|希望|勉励|鼓励(?=大家|驻村|全体|帮扶)|提醒(?=[，：要大])|建议(?=[，：要])|决定(?=[，：])|议定(?:以下|如下)?(?:事项)?(?:如下)?(?=[，：])|确定(?=[，：])|商定(?=[，：])/g;
/** How far before its verb a speaker may stand, in characters. */
const REACH = 200;
const ADVERB_ONLY =
  /^(?:会上|会议上|会议最后|最后|同时|并|还|也|又|随后|此外|另外|一致|进一步|特别|着重|再次|反复|明确|就此|在会上|对此|现场|座谈中|座谈会上|会中|当场|为此|并且|分别|还分别|他|她)*$/;
const TAIL =
  /(?:在[^，。]{0,24}(?:中|上|时|后)|(?<!负责)同志|一行|同时|还|并|也|就[^，。]{1,30}|对[^，。]{1,40}|针对[^，。]{1,30}|围绕[^，。]{1,30}|从[^，。]{1,30}方面|特别|着重|进一步|最后|首先|反复|明确|再次|一再|专门|一致|又|分别|更|则|现场|郑重|充分肯定.{0,20}|最后在[^，。]{0,20}|向[^，。]{1,20}|代表[^，。]{1,20}|真诚|恳切|衷心|殷切|具体|结合[^，。]{1,20})$/;
const NOT_SUBJECT =
  /^(?:按照|按|根据|依据|对照|落实|贯彻|围绕|遵照|遵循|结合|达到|符合|满足|不符合|为|以|把|将|从|要|必须|严格按|传达|学习|深入|对标|通过)/;
const ORG =
  /(?:组|委|局|校|府|部|司|院|集团|公司|中心|协会|学校|大学|学院|双方|两地|两市|两县|各方|机关|银行|分行|支行|厅|处|办|办公室|联盟|组团|代表团|工作队|县|市|单位)$/;

/** A party congress, a plenum or a central document: cited, it asks nothing of this page's readers. */
const CONGRESS = /^(?:党的)?[一二三四五六七八九十]{1,3}(?:大|届[一二三四五六七八九十]{1,2}中全会)$|中央.{0,2}号文件$/;

/** Whether a speaker is no person and no meeting but a paper or congress that speech cites. */
export function isPaper(speaker: string | null): boolean {
  return speaker !== null && (speaker.startsWith('《') || CONGRESS.test(speaker));
}

/** All openings of speech in a sentence, in order. `last` is the person named before, for 他 and for verbs without a subject. */
export function cuesIn(sentence: string, last: string | null): Cue[] {
  const found: Cue[] = [];
  let from = 0;
  for (const m of sentence.matchAll(VERB)) {
    const verb = m[0];
    if (m.index < from || notAsking(sentence, m.index, verb)) continue;
    const subject = subjectOf(
      sentence.slice(Math.max(from, m.index - REACH), m.index),
      found.at(-1)?.speaker ?? last,
      verb,
      found.length > 0,
    );
    if (subject === undefined) continue;
    const named = fullName(subject, found.at(-1)?.speaker ?? last);
    const end = m.index + verb.length + (/^[，：]/.test(sentence.slice(m.index + verb.length)) ? 1 : 0);
    found.push({
      speaker: named,
      mode: modeOf(verb, named),
      start: clauseStart(sentence, m.index),
      end: verb === '希望' ? m.index : end,
    });
    from = end;
  }
  return found;
}

/** 全面落实…部署要求，: the demands of others that are followed. */
const FOLLOWED = /(?:落实|贯彻|按照|对照|符合|把握|领会|执行)[^，。；：]{0,40}(?<![并还时再])$/;
/** Advice to those who are helped is no task of the helpers. */
const VILLAGERS = /^(?:他们?|她们?|脱贫户|贫困户|村民|群众|农户|老人|孩子|同学|学生|老乡|乡亲|贫困群众)/;

function notAsking(sentence: string, at: number, verb: string): boolean {
  const next = sentence.charAt(at + verb.length);
  if (/^提.*(?:意见|建议|希望)$/.test(verb) && next !== '：' && !/[几两一二三四五六七八九十\d]/.test(verb)) return true;
  if (/^(?:叮嘱|嘱咐|提醒|鼓励|勉励)$/.test(verb) && VILLAGERS.test(sentence.slice(at + 2, at + 8))) return true;
  if (verb === '指示' && next !== '：' && /(?:做出|作出|作)[^，]{0,8}$/.test(sentence.slice(Math.max(0, at - 12), at)))
    return true;
  if (verb === '指示' && /关于|精神|落实|批示/.test(sentence.slice(Math.max(0, at - REACH), at))) return true;
  if (/[的、》”）和]/.test(next)) return true;
  if (/了/.test(next) && !/要求|意见|建议|部署/.test(verb)) return true;
  if (
    verb === '要求' &&
    (/(?:严格|自我|从严|高标准)$/.test(sentence.slice(Math.max(0, at - 6), at)) ||
      /^自[身己我]/.test(sentence.slice(at + 2)))
  )
    return true;
  if (verb === '要求' && /[更很较越]/.test(next)) return true;
  if (verb === '要求' && FOLLOWED.test(sentence.slice(Math.max(0, at - 60), at))) return true;
  if (verb === '要求' || verb === '希望')
    return next === '' || /[。；了]/.test(next) || /[的新高务更一]/.test(sentence.charAt(at - 1));
  if (verb === '表示')
    return /(?:感谢|肯定|祝贺|欢迎|慰问|敬意|热烈|衷心|赞赏|满意|赞同|认可|诚挚)/.test(sentence.slice(at + 2, at + 8));
  return false;
}

/** 卢局, 王书记: the person of that surname who was named before. */
function fullName(subject: string | null, last: string | null): string | null {
  const called = /^(?<surname>[一-龥])(?:局|处|部|总|校|院|书记|主任|[局处部校院县市区州行]长)$/.exec(subject ?? '')
    ?.groups?.surname;
  return called !== undefined && last?.startsWith(called) === true && last.length <= 4 ? last : subject;
}

/** undefined: the verb opens no speech here; null: it does, by nobody named. */
function subjectOf(before: string, last: string | null, verb: string, again: boolean): string | null | undefined {
  const clauses = before.split(/[，：；。]/);
  const own = clauses.at(-1) ?? '';
  if (NOT_SUBJECT.test(own) && !/^(?:通过)?.*会$/.test(own))
    return own.startsWith('要') || /^(?:要求|希望)$/.test(verb) ? undefined : ofEarlier(clauses.slice(0, -1), last);
  if (/^(?:他|她)/.test(own)) return last;
  if (ADVERB_ONLY.test(own)) {
    const earlier = clauses.length > 1 ? ofEarlier(clauses.slice(0, -1), last) : null;
    if (earlier !== null) return earlier;
    if (/会/.test(own) && !again) return '会议';
    return last === null && /^(?:希望|要求|建议|号召|勉励|鼓励|叮嘱|嘱咐|寄语|提醒)/.test(verb) ? undefined : last;
  }
  const named = ofClause(own);
  if (named !== undefined) return named;
  return /要求|意见|建议|部署|安排/.test(verb) && verb.length > 2 ? ofEarlier(clauses.slice(0, -1), last) : undefined;
}

function ofEarlier(clauses: string[], last: string | null): string | null {
  for (let i = clauses.length - 1; i >= 0; i -= 1) {
    const clause = (clauses[i] ?? '').replace(/^并(?=.)/, '');
    if (NOT_SUBJECT.test(clause)) continue;
    const named = ofClause(clause);
    if (named !== undefined) return named;
  }
  return last;
}

function ofClause(clause: string): string | undefined {
  const words = clause.replace(/^(?:会上|会议上|最后|同时|会议最后|随后|座谈会上|座谈中|调研中)[，]?(?=.)/, '');
  const bare = stripTail(words) || words;
  if (bare === '') return undefined;
  if (CONGRESS.test(bare)) return bare;
  if (/(?:习近平(?:总书记|主席)?|总书记)$/.test(bare)) return '习近平';
  const doc = /《[^》]{2,40}》$/.exec(bare);
  if (doc) return doc[0];
  const person = /^(?:会议|大会)/.test(words) ? null : (personIn(bare) ?? personIn(words));
  if (person !== null) return person;
  if (/会$|会议$/.test(bare) && !/(?:委员|联合|[协工妇商学机社])会$/.test(bare)) return '会议';
  if (/^会议/.test(words)) return '会议';
  if (/^(?:工作)?(?:报告|通知|方案|意见|文件)$/.test(bare)) return bare;
  if (endsInPost(bare) && bare.length <= 40) return bare;
  if (ORG.test(bare) && bare.length <= 20 && !/[的将]/.test(bare)) return bare;
  return undefined;
}

function stripTail(words: string): string {
  let bare = words;
  for (let n = 0; n < 4; n += 1) {
    const shorter = bare.replace(TAIL, '');
    if (shorter === bare) break;
    bare = shorter;
  }
  return bare;
}

function modeOf(verb: string, subject: string | null): CueMode {
  if (subject === '习近平') return 'quote';
  if (/指出|认为/.test(verb)) return 'point';
  if (/表示|表态|说|商定|介绍/.test(verb)) return 'say';
  return 'require';
}

function clauseStart(sentence: string, at: number): number {
  const from = Math.max(0, at - REACH);
  const before = sentence.slice(from, at);
  const cut = Math.max(before.lastIndexOf('，'), before.lastIndexOf('。'), before.lastIndexOf('；'));
  return cut < 0 && from > 0 ? at : from + cut + 1;
}
