// Writes the DOCX and PDF samples of test/reading/texts; all of their text is invented. A tool for developers.
import { writeFileSync } from 'node:fs';
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { makePdf, setText } from '../test/support/make-pdf.ts';

const folder = new URL('../test/reading/texts/', import.meta.url);
const centred = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, size: 36 })] });
const right = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(text)] });
const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
const plain = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });
const table = (rows: string[][]): Table =>
  new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [plain(cell)] })) }),
    ),
  });

const plan = new Document({
  sections: [
    {
      children: [
        centred('青陶集团2025年定点帮扶工作计划'),
        plain('为做好山西省岢岚县、静乐县定点帮扶工作，制定本计划。'),
        heading('一、加强组织领导'),
        plain('1.领导班子成员赴县调研不少于3次，研究解决突出问题。〔办公室牵头，各部门配合；12月底前完成〕'),
        heading('二、重点任务'),
        plain('2.支持岢岚县红芸豆、静乐县藜麦产业发展，建设冷链仓库2个。〔产业部；9月底前完成〕'),
        plain('3.组织职工食堂直接采购两县农产品。〔工会、后勤中心〕'),
        plain('4.举办乡村振兴专题培训班，培训基层干部600名。〔人力资源部〕'),
        plain('5.加强挂职干部管理服务，落实保障政策。〔人力资源部〕'),
        heading('三、保障措施'),
        plain('6.加强资金使用监督检查，全年投入帮扶资金不少于1800万元。〔财务部、审计部〕'),
        table([
          ['指标', '目标'],
          ['消费帮扶', '500万元'],
        ]),
      ],
    },
  ],
});

const minutes = new Document({
  sections: [
    {
      children: [
        centred('市供销社定点帮扶工作专题会议纪要'),
        plain('时间：2024年4月11日上午'),
        plain('地点：三楼会议室'),
        plain('主持人：党组书记、主任屈长庚'),
        plain('参加人员：领导班子成员，各科室主要负责人，驻平江县工作队队长'),
        plain(
          '2024年4月11日上午，市供销社召开定点帮扶工作专题会议。会议传达学习了市委农村工作会议精神，听取了驻村工作队一季度工作情况汇报，研究了2024年帮扶项目安排。',
        ),
        plain('会议同意实施饮水管网改造等5个项目，安排帮扶项目资金86万元。'),
        plain('会议要求，驻村工作队要逐户走访，及时更新监测台账。合作指导科要于5月底前完成油茶购销协议签订。'),
        right('2024年4月12日印发'),
      ],
    },
  ],
});

const review = setText(
  [
    '来源：瀚海大学新闻网　2023-03-09 10:20',
    '3月8日下午，瀚海大学召开2023年定点帮扶工作部署会。校党委副书记卓怀瑾主持会议。会议通报了2022年度帮扶成效考核评价结果，审议了《2023年帮扶资金安排方案》，部署了2023年重点任务。',
    '会议指出，定点帮扶陕西省镇坪县以来，学校累计投入帮扶资金1520万元，引进帮扶资金3.6亿元，培训各类干部人才4100余人次。',
    '会议强调，一是坚持高位推动，学校领导每半年到县调研一次。二是深化教育帮扶，办好“瀚海班”，把优质课程送到镇坪县中学。三是严格资金管理，做到专款专用。',
  ],
  { title: '瀚海大学召开2023年定点帮扶工作部署会', perPage: 9 },
);

writeFileSync(new URL('s06-plan.docx', folder), await Packer.toBuffer(plan));
writeFileSync(new URL('s07-minutes.docx', folder), await Packer.toBuffer(minutes));
writeFileSync(new URL('s08-review.pdf', folder), makePdf(review));
