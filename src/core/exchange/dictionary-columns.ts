/** Columns that every kind has in a sheet, by code; what a definition asks of its own has the codes of the definition. */
export const FIXED_COLUMNS = ['county', 'unit', 'occurred_on', 'voucher', 'payee', 'note'] as const;
/** One of those columns. */
export type FixedColumn = (typeof FIXED_COLUMNS)[number];

/** What sheets call those columns. */
export const COLUMN_WORDS: Record<FixedColumn, readonly string[]> = {
  county: [
    '县',
    '县(市、区、旗)',
    '县（市、区）',
    '县市区',
    '区县',
    '受援县',
    '帮扶县',
    '定点县',
    '定点帮扶县',
    '所在县',
    '县名',
    '县名称',
    '县区',
  ],
  unit: ['填报单位', '单位名称', '帮扶单位', '责任单位', '实施单位', '所属单位', '部门'],
  occurred_on: ['日期', '时间', '发生日期', '发生时间', '年月', '月份'],
  voucher: ['凭证号', '凭证编号', '凭证', '单据号', '票据号', '发票号', '发票号码', '合同编号', '合同号'],
  payee: ['收款单位', '收款方', '收款人', '供应商', '销售单位', '对方单位', '受益单位'],
  note: ['备注', '说明', '备注说明'],
};
