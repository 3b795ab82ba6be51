/** Single and double surnames that real names in such documents begin with. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊惠甄曲封储靳松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越隆师巩聂晁勾敖融冷辛阚那简饶曾沙丰关查后荆红游权盖益桓公闫肖付覃佟岳帅亓仝逯苟折尕才旦次扎多罗洛格達达拉嘎阿';
const DOUBLE = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|南宫)/;
/** What a post ends with; a name follows it. */
const POST =
  /(?:书记|主任|县长|市长|州长|省长|区长|镇长|乡长|村长|部长|局长|厅长|司长|处长|科长|会长|校长|院长|行长|队长|组长|所长|站长|社长|台长|馆长|秘书长|董事长|理事长|总经理|总理|经理|总裁|主席|常委|委员|巡视员|调研员|研究员|专员|盟长|旗长|指挥长|政委|参谋长|专家|教授|总工程师|总会计师|总监|代表|同志|成员|院士|负责人|干部|长)$/;
const AFTER =
  /^(?:$|\d{1,2}(?:日|月)|同志|一行|在|对|就|代表|首先|还|并|也|强调|指出|要求|主持|出席|充分|围绕|从|针对|结合|根据|向|听取|最后|传达|作|表示|介绍|认为|说|提出|希望|再次|特别|着重|通报|率|深入|到|总结|分别|进一步|明确|（|，|：|肯定|代|宣|为|全面|详细|现场|同时|带领|讲|反复|一再|勉励|鼓励|感谢|号召|以|回顾|受|参加|通过|逐一|亲自|安排|部署|传|高度|指|认真|仔细|逐一|亲切|率队|带队|来到|走进|赴|与|和|一同|陪同|检查|察看|实地|考察|慰问|看望|讲话|宣读|分析|解读|布置|点评|对照|深情|强调|回应|会见|结合|首|用|把|将|要)/;
/** A post may stand behind a name of three signs (王国良副主任指出); two signs could be a firm's (华能董事长). */
const POST_AFTER =
  /^(?:常务)?副?(?:书记|主任|部长|局长|校长|院长|行长|主席|总经理|董事长|处长|厅长|司长|总裁)(?:助理)?(?=作|在|对|就|强调|指出|要求|表示|主持|总结|传达|代表|围绕|结合|充分|首先|最后|肯定|介绍|认为|希望|听取|通报|回顾|分析|带领|一行|率|实地|查看|走访|慰问|到|赴|调研|考察)/;
const NOT_NAMES =
  /^(?:高校|全县|全市|全省|全区|全州|全体|全委|全国|全系统|全行|全校|安排|方面|单位|单独|项目|江苏|江西|广东|广西|安徽|云南|贵州|山东|山西|山区|关于|关键|时间|时刻|成员|计划|支部|支持|支行|文件|文化|经济|农村|农业|农户|金融|水利|平台|任务|任何|东西|东部|国家|国资|公司|利用|应当|应该|别的|明确|明年|和谐|全力|全面|通过|通报|通知|温暖|党委|党组|党建|党员|能够|从严|向上|经过|经验|管理|解决|荣誉|荣获|连续|容易|常态|满意|师生|扶贫|都|于|和|那|那么|平时|常|多|后|向|查|权|从|方案|方法|严格|严肃|常委|党中央|时代|安全|宣传|司局|项|双方|全程|伏|公|农|边|能|元旦|宁夏|吉林|广大|多次|多|次|查摆|阿|拉|国务院|达|多地|方)$/;
const TRANSLITERATED = /[一-龥]{1,8}(?:·[一-龥]{1,8}){1,3}$/;

/**
 * The person that a stretch of words before a verb of saying names, without posts; null where it names none. Names are
 * recognised at the start of the words or right behind a post.
 */
export function personIn(words: string): string | null {
  if (areNames(words)) return words;
  const dotted = TRANSLITERATED.exec(words.replace(/同志$/, ''));
  if (dotted) return afterPost(dotted[0]);
  return firstName(words) ?? beforePost(words) ?? strangerAtEnd(words);
}

/** The person whose name stands before the post (杜建新书记), else null. */
function beforePost(words: string): string | null {
  const m =
    /(?:^|[委组会部局府县市校院办司学])([一-龥]{2,3}?)(?:副?(?:书记|主任|县长|市长|州长|区长|部长|局长|校长|院长|行长|主席|总经理|董事长|处长|厅长|司长|总裁|理事长|会长|秘书长)(?:助理)?|同志|常委)$/.exec(
      words,
    );
  const name = m?.[1];
  if (
    name === undefined ||
    !SURNAMES.includes(name.charAt(0)) ||
    NOT_NAMES.test(name) ||
    /[县市省区会组部局委们各等党副总秘]/.test(name)
  )
    return null;
  return name;
}

/** The person a sentence is about from its first word or behind a post (周扬首先…, 县长程远泽代表…), else null. */
export function personOpening(sentence: string): string | null {
  const own = sentence.replace(/^(?:[^，。]{0,12}(?:会|会议)上|座谈中|交流中|调研中|会议期间|期间|随后|最后)，/, '');
  const clause = /^[^，。；：]{0,60}/.exec(own)?.[0] ?? '';
  return /^(?:会议|会上|据|记者)/.test(clause) ||
    !/出席|主持|讲话|代表|感谢|肯定|表示|介绍|传达|听取|首先|带领|率|总结|通报|部署|安排|提出|说明|调研|查看|慰问|走访|赴/.test(
      sentence,
    )
    ? null
    : firstName(clause);
}

/** Whether the words end in a post (州委书记, 有关负责人) that stands for a person. */
export function endsInPost(words: string): boolean {
  return /(?:书记|[县市州省区镇部局厅司处会校院行队组]长|秘书长|董事长|总经理|主席|主任|负责人|负责同志|领导|主要负责|指挥长)$/.test(
    words,
  );
}

function firstName(words: string): string | null {
  for (let at = 0; at + 2 <= words.length && at < 80; at += 1) {
    if (at > 0 && !POST.test(words.slice(Math.max(0, at - 5), at))) continue;
    const name = nameAt(words, at);
    if (name !== null) return name;
  }
  return null;
}

/** Several people by name alone (张秀兰、孙明). */
function areNames(words: string): boolean {
  const names = words.split('、');
  return names.length > 1 && names.length < 5 && names.every((name) => name.length <= 4 && nameAt(name, 0) === name);
}

function nameAt(words: string, at: number): string | null {
  const double = DOUBLE.test(words.slice(at));
  for (const length of double ? [4, 3] : [3, 2]) {
    const name = words.slice(at, at + length);
    if (name.length < length || !/^[一-龥]+$/.test(name)) continue;
    if (!double && !SURNAMES.includes(name.charAt(0))) return null;
    if (
      !double &&
      length === 3 &&
      /[就对在还向从并说首代围针到要将率与同和]$/.test(name) &&
      !NOT_NAMES.test(name.slice(0, 2))
    )
      continue;
    const behind = words.slice(at + length);
    if (
      (AFTER.test(behind) || (length === 3 && POST_AFTER.test(behind))) &&
      !NOT_NAMES.test(name) &&
      !/[县市省区会组部局委们各等]$/.test(name)
    )
      return name;
  }
  return null;
}

/** Names without a known surname (扎西次仁): two to four characters between a post and the verb. */
function strangerAtEnd(words: string): string | null {
  const m = /(?:书记|[县市州省区镇部局厅会校院行队组]长|主任|主席|常委)([一-龥]{2,4})$/.exec(words);
  return m?.[1] !== undefined && !/[的在中上和与及对会议并还就]/.test(m[1]) && !endsInPost(m[1]) ? m[1] : null;
}

function afterPost(name: string): string {
  for (let at = 1; at < name.length - 2; at += 1)
    if (POST.test(name.slice(0, at)) && at < name.indexOf('·')) name = name.slice(at);
  return name;
}
