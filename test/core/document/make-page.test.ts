import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../src/core/document/page.ts';
import { pageOf, simplify } from '../../support/page.ts';

const sentences = (text: string): string[] => pageOf(text).sentences.map((s) => s.text);
const plain = (text: string): string => pageOf(text).plain.trim();
const body = '会议指出，要认真落实各项帮扶措施，持续提高群众的满意度，确保年度目标圆满完成。';

describe('what follows the article', () => {
  it('is left out where it tells of something else', () => {
    const told = `青山县召开帮扶工作会议\n${body}${['县委', '乡镇', '部门'].map((who) => body.replace('会议', who)).join('')}\n【责任编辑：某某】\n• 书香人家\n这位老人曾获得优秀工作者、十佳辅导员等5项荣誉，孙女也喜欢看书。`;
    expect(plain(told)).not.toContain('荣誉');
  });
  it('keeps a short last line that asks', () => {
    expect(plain(`青山县召开帮扶工作会议\n${body}\n督查室要定期通报`)).toContain('督查室要定期通报');
  });
});

describe('one form of the text', () => {
  it('a wide gap inside a sentence breaks no line', () => {
    expect(plain('5月15日，集团传达学习追赶超越行动动员  助力“创佳”会议精神，部署工作。')).not.toContain('\n');
  });

  it.each([
    [
      'widths',
      '会议要求,落实２０２１年计划(初稿):投入1.2亿元;完成50％.',
      '会议要求，落实2021年计划（初稿）：投入1.2亿元；完成50%.',
    ],
    ['a point after a Chinese character', '会议召开.会议要求加强统筹.', '会议召开。会议要求加强统筹。'],
    [
      'numbers keep their commas and points',
      '共1,860人次,投入11. 2万元,1,350万元',
      '共1,860人次，投入11.2万元，1,350万元',
    ],
    [
      'blanks in numbers and dates',
      '12 月 19 日 11 : 39，采购1 350余万元，共 3 个县',
      '12月19日11:39，采购1350余万元，共3个县',
    ],
    ['blanks between Latin words stay', '支持 COVID 19 与 Smart Farm 项目', '支持COVID 19与Smart Farm项目'],
    ['doubled commas', '共存,,共进，、共荣，。', '共存，共进、共荣。'],
    ['straight quotes', '"三农"工作和"一号"文件', '“三农”工作和“一号”文件'],
    ['remains of SQL', '会议召开。\\r\\n会议审议《\\"双优\\"办法》', '会议召开。\n会议审议《“双优”办法》'],
    [
      'remains of markup',
      '会议&nbsp;召开<br/>审议&ldquo;方案&rdquo;<span class="a">完</span>',
      '会议召开\n审议“方案”完',
    ],
    ['signs that show nothing', '会\u200b议\ufeff召\u00ad开', '会议召开'],
    ['a circle as the zero of a year', '二○二一年', '二〇二一年'],
    ['radicals', '⼯作⽅案', '工作方案'],
    ['corner brackets', '「三農」與『四個意識』', '“三农”与‘四个意识’'],
  ])('%s', (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('Traditional script, with pinyin in brackets', () => {
    expect(plain('聯(lián)席會(huì)議(yì)瞭解幫(bāng)扶單(dān)位的(de)著名作法,顯著提升。')).toBe(
      '联席会议了解帮扶单位的著名作法，显著提升。',
    );
    expect(plain('著力徵求意見，乾旱地區覆蓋反覆')).toBe('着力征求意见，干旱地区覆盖反复');
    expect(plain('乾县、於潜镇的著作')).toBe('乾县、于潜镇的著作');
  });

  it('says where pinyin was torn, and keeps the words beside it', () => {
    const page = pageOf('6家?guī)头關(guān)負(fù)責(zé)同志參加會(huì)議(yì)。');
    expect(page.plain).toContain('6家头关负责同志参加会议');
    expect(page.source.warnings).toMatchObject([{ code: 'document.damaged_text', start: 2 }]);
  });

  it('brackets with foreign words are no pinyin', () => {
    expect(plain('国内生产总值(GDP)和人工智能(AI)')).toBe('国内生产总值（GDP）和人工智能（AI）');
  });

  it('every unit stands where it says, for any text', () => {
    const piece = fc.constantFrom(
      '会议',
      '。',
      ' ',
      '　',
      ',',
      '1',
      '2.3',
      '(guān)',
      '幫',
      '\\r\\n',
      '\n',
      '"',
      '<br>',
      '&nbsp;',
      '，，',
      '\ufffd',
      'ab',
      '：',
      '（',
      '）',
      '；',
      '《',
      '》',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const page = pageOf(text);
        expect(page.at.length).toBe(page.plain.length + 1);
        for (let i = 0; i < page.plain.length; i += 1) expect(page.at[i]).toBeLessThanOrEqual(page.at[i + 1] ?? 0);
        let before = 0;
        for (const s of page.sentences) {
          expect(page.plain.slice(s.start, s.end)).toBe(s.text);
          expect(s.start).toBeGreaterThanOrEqual(before);
          before = s.end;
          const quoted = quoteOf(page, s.start, s.end);
          expect(text.slice(quoted.start, quoted.end)).toBe(quoted.quote);
        }
        for (let i = 0; i < page.plain.length; i += 1) {
          const from = text.charAt(page.at[i] ?? 0);
          if (/[\u4e00-\u9fff]/.test(page.plain.charAt(i))) expect(simplify(from)).toBe(page.plain.charAt(i));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is linear: ten times the text takes about ten times as long', () => {
    const time = (n: number): number => {
      const text = `${body}\n`.repeat(n).replace(/完成/g, () => '完成');
      const begin = performance.now();
      pageOf(text);
      return performance.now() - begin;
    };
    time(500);
    const small = Math.max(5, time(2000));
    expect(time(20_000) / small).toBeLessThan(40);
  });
});

describe('sentences', () => {
  it('end with their stop and the quotes behind it', () => {
    expect(sentences('他说：“要加强统筹。”会议要求，一是抓落实；二是抓监督！')).toEqual([
      '他说：“要加强统筹。”',
      '会议要求，一是抓落实；',
      '二是抓监督！',
    ]);
  });

  it('do not end inside brackets and titles', () => {
    expect(sentences('会议审议《方案；细则》（分三年；逐步推进。）并通过。')).toEqual([
      '会议审议《方案；细则》（分三年；逐步推进。）并通过。',
    ]);
  });

  it('end at blanks where a paragraph has no stop', () => {
    const text =
      '3月14日 集团召开驻村帮扶工作座谈会 集团工会主席主持会议 会议传达学习了省驻村帮扶工作会议精神 会议强调要当好政策宣传员';
    expect(sentences(text)).toEqual([
      '3月14日',
      '集团召开驻村帮扶工作座谈会',
      '集团工会主席主持会议',
      '会议传达学习了省驻村帮扶工作会议精神',
      '会议强调要当好政策宣传员',
    ]);
  });

  it('of a body printed twice are read once', () => {
    const first = [
      '9月1日，某市召开定点帮扶联席会议，市长主持会议。',
      '会议指出，各单位引进帮扶资金3.08亿元，实施产业项目57个。',
      '会议要求，要盯紧项目进度，加快形成实物工作量。',
    ];
    const page = pageOf([...first, ...first].join('\n'));
    expect(page.sentences.map((s) => s.text)).toEqual(first);
    expect(page.source.warnings.map((w) => w.code)).toEqual(['document.body_twice']);
  });
});

describe('what surrounds the text', () => {
  const chrome = (text: string): string[] => {
    const { source } = pageOf(text);
    return source.blocks.filter((b) => b.kind === 'chrome').map((b) => source.text.slice(b.start, b.end));
  };

  it.each([
    '责任编辑：安知远',
    '[编辑:路遥知]关键词:',
    '（责任编辑 :安知远）',
    '撰稿：关一苇　审核：乔木森',
    '上一篇：没有了　下一篇：放假通知',
    '分享到：',
    '推荐阅读',
    '网站地图',
    'IMG_20240301_1.jpg',
    '2024年03月08日 11 : 39 : 38 作者:关一苇 来源:帮扶办',
    '发布日期：2023-05-12 浏览次数：318',
    '首页 > 要闻 > 正文',
    '人民网>>教育>>本网原创',
    '小字号',
    '"));',
    '主办单位：某局　某ICP备00000000号',
    '2022-08-11 集团办公室',
    '3318 期 / 第2版:综合新闻',
    '（资料图片仅供参考）',
    '版权声明:凡注明“来源:某某网”的所有作品,版权归某某公司所有。任何媒体转载、引用,须注明来源和署著作者名。',
    '返回目录 标题导航 版面导航',
    '網站地圖',
    '責任編輯：王洋',
    '字號：默認 超大 | 打印 |',
  ])('%s', (line) => {
    expect(chrome(`某市召开定点帮扶工作会议\n${body}\n${line}`)).toEqual([line]);
    expect(pageOf(`${line}\n${body}`).sentences.map((s) => s.text)).toEqual([body]);
  });

  it.each([
    '（一）开展调研走访。',
    '5.加强宣传引导',
    '时间：2024年4月11日',
    '主持人：屈长庚',
    '来源地为云南的农产品销售额达3亿元。',
    '编辑部要会同宣传部门办好专栏，宣传帮扶典型。',
    '三是加强协调，落实落细部门联动。',
  ])('keeps %s', (line) => {
    expect(chrome(`某市召开定点帮扶工作会议\n${body}\n${line}\n${body.replace('会议', '大会')}`)).toEqual([]);
  });

  it('cuts who wrote it off the last paragraph', () => {
    expect(chrome(`${body}\n会议要求，抓好落实。(撰稿:关一苇 审核:乔木森)`)).toEqual(['(撰稿:关一苇 审核:乔木森)']);
  });

  it('finds the title among the lines before the body', () => {
    const { source, sentences: all } = pageOf(
      `某某客户端\n某市召开帮扶措施落实会议\n来源：某某网 2024-01-26 18:22:00\n${body}\n推荐阅读`,
    );
    expect(source.title).toBe('某市召开帮扶措施落实会议');
    expect(all.map((s) => [s.text, s.headline])).toEqual([
      ['某市召开帮扶措施落实会议', true],
      [body, false],
    ]);
  });

  it('a headline may begin with who says it, and may run into its date or its text', () => {
    expect(pageOf(`扶贫办:今年某市召开帮扶措施落实会议\n${body}`).source.title).toBe(
      '扶贫办:今年某市召开帮扶措施落实会议',
    );
    expect(pageOf(`某市召开帮扶措施落实会议 2025-07-21 来源：某号\n${body}`).source.title).toBe(
      '某市召开帮扶措施落实会议',
    );
    const speech = pageOf(`在某市帮扶措施落实会议上的讲话同志们：${body}`);
    expect(speech.sentences.map((s) => s.text)[0]).toBe('在某市帮扶措施落实会议上的讲话');
  });

  it('takes numbered lines of a plan as headings', () => {
    const page = pageOf(
      `某局2022年度定点帮扶工作计划\n一、基本情况\n${body}\n（二）重点任务\n${body.replace('会议', '大会')}`,
    );
    expect(page.source.blocks.map((b) => b.kind)).toEqual(['heading', 'heading', 'paragraph', 'heading', 'paragraph']);
  });
});

describe('the day of publication', () => {
  it.each([
    ['2024年03月08日 11 : 39 : 38 作者:关一苇', '2024-03-08'],
    ['来源：某某网 • 2023-03-17 09:18:54', '2023-03-17'],
    ['发布日期：2022/8/5', '2022-08-05'],
    ['2020 年 09 月 12 日 星期六   01', '2020-09-12'],
    ['21.09.2017  20:49', '2017-09-21'],
    ['时间:2018-11-20 浏览:', '2018-11-20'],
    ['某某網 時間: 2015-06-12 責任編輯: 關一葦 |', '2015-06-12'],
    ['20-11-25 11:49 来源:某某网 编辑:关一苇', '2020-11-25'],
    ['2021年2月30日 10:00', null],
    ['时间：2024年4月11日上午', null],
  ])('%s', (line, day) => {
    expect(pageOf(`${line}\n${body}`).source.publishedOn).toBe(day);
  });

  it('from the dateline with the year of the address; an address alone is no statement', () => {
    const dated = pageOf(`某某网北京7月26日电 ${body}`, { origin: 'http://x.invalid/n1/2022/0726/c1.html' });
    expect(dated.source.publishedOn).toBe('2022-07-26');
    expect(pageOf(body, { origin: 'http://x.invalid/caijing/20220812/1.html' }).publishedOn).toBeNull();
  });
});
