import type { SheetProblemCode } from '../../core/kernel/problem.ts';

/** 表格读不了、单元格填得不对时的说法；{…} 由参数填入。 */
export const sheetProblemZh: Record<SheetProblemCode, string> = {
  'sheet.empty': '“{file}”里没有任何内容。',
  'sheet.too_large': '“{file}”太大（{bytes}），最多 {limit}。请拆成几个文件，或另存为 CSV 后再导入。',
  'sheet.too_many_cells':
    '“{file}”的单元格太多（超过 {most} 个），不能一次打开。请拆成几个文件，或另存为 CSV 后再导入。',
  'sheet.encrypted': '“{file}”设有打开密码，无法读取。请在 Excel 或 WPS 里去掉密码，保存后再导入。',
  'sheet.damaged': '“{file}”已损坏，打不开。请用 Excel 或 WPS 打开后另存一份，再导入。',
  'sheet.broken_off':
    '“{file}”已损坏：工作表“{sheet}”没有写完，后面的内容读不出来。请用 Excel 或 WPS 打开，核对后另存一份，再导入。',
  'sheet.out_of_bounds':
    '“{file}”的工作表“{sheet}”里有“{place}”这样的行号或单元格地址，超出了表格的范围。请用 Excel 或 WPS 打开后另存一份，再导入。',
  'sheet.row_order':
    '“{file}”的工作表“{sheet}”里第 {row} 行出现了两次，或次序颠倒，分不清以哪一行为准。请用 Excel 或 WPS 打开，核对后另存一份，再导入。',
  'sheet.cell_twice':
    '“{file}”的工作表“{sheet}”里单元格 {place} 有两个值，分不清以哪个为准。请用 Excel 或 WPS 打开，核对后另存一份，再导入。',
  'sheet.text_missing':
    '“{file}”已损坏：工作表“{sheet}”里单元格 {place} 的文字在文件中找不到。请用 Excel 或 WPS 打开，补上后另存一份，再导入。',
  'sheet.too_many_columns': '这张表有 {columns} 列，最多 {most} 列。请删去不导入的列（包括右边看似空白的列），再导入。',
  'sheet.bomb': '“{file}”解压后异常庞大，已拒绝。',
  'sheet.is_xlsm': '“{file}”是带宏的工作簿（.xlsm）。请另存为 .xlsx 后再导入。',
  'sheet.is_xlsb': '“{file}”是二进制工作簿（.xlsb）。请另存为 .xlsx 后再导入。',
  'sheet.is_old_xls': '“{file}”是 Excel 95 或更早的表格。请另存为 .xlsx 后再导入。',
  'sheet.is_ods': '“{file}”是 ODF 表格（.ods）。请另存为 .xlsx 后再导入。',
  'sheet.is_xml': '“{file}”是 XML 表格（2003 格式）。请另存为 .xlsx 后再导入。',
  'sheet.not_a_table': '“{file}”不是表格（看起来是 {kind}）。可以导入 xlsx、xls、csv，或从 Excel、WPS 复制后粘贴。',
  'sheet.encoding': '“{file}”的文字编码认不出来（第 {row} 行附近）。请另存为 UTF-8 编码的 CSV，或 .xlsx。',
  'sheet.open_quote': '“{file}”第 {row} 行有一个引号没有结束，后面的内容无法分行。请检查这一行的双引号。',
  'sheet.row_too_long': '“{file}”第 {row} 行太长，不像表格。',
  'sheet.no_header': '没有找到表头。请指出表头在第几行；表里没有列名的，请先加一行列名。',
  'sheet.no_such_sheet': '没有这张工作表。',
  'cell.error': '单元格是错误值“{text}”。请改正公式，或直接填写数值。',
  'cell.uncalculated': '单元格的公式没有计算结果。请用 Excel 或 WPS 打开、保存后再导入，或直接填写数值。',
  'cell.not_money': '“{text}”不是金额。请只填数字，如 1234.56。',
  'cell.money_unit_unknown': '“{text}”没有写单位，表头也没有。请说明是元还是万元。',
  'cell.money_too_fine': '“{text}”（{unit}）精确到分以下。金额最多到分，请四舍五入后再填。',
  'cell.negative': '“{text}”是负数，这里不能填负数。冲减请用更正或冲销办理。',
  'cell.too_big': '“{text}”太大，请检查单位。',
  'cell.not_a_number': '“{text}”不是数字。',
  'cell.not_whole': '“{text}”不是整数，这里只能填整数。',
  'cell.too_fine': '“{text}”小数位太多，最多 {places} 位。',
  'cell.not_a_date': '“{text}”不是日期。请写成 2021-06-07、2021年6月7日，或 2021年6月。',
  'cell.year_of_two_digits': '“{text}”的年份只有两位。请写全四位年份，如 2021-06-07。',
  'cell.no_such_day': '没有“{text}”这一天，请检查。',
  'cell.id_scientific': '“{text}”已被表格软件变成科学计数法，原号码丢失。请把该列设为“文本”格式，再重新填写原号码。',
  'cell.id_lost_digits':
    '“{text}”以数字保存，表格软件只留前 15 位，后面的已经丢失。请把该列设为“文本”格式，再重新填写原号码。',
  'cell.id_is_date': '“{text}”已被表格软件变成日期。请把该列设为“文本”格式，再重新填写。',
  'cell.not_yes_no': '“{text}”看不出是“是”还是“否”。请填“是”或“否”。',
  'cell.not_in_list': '“{text}”不在可选范围内。可以填：{list}。',
  'cell.too_long': '内容太长（{length} 个字），最多 {limit} 个字。',
  'cell.other_unit': '“{text}”的单位是“{unit}”，这里要的是“{wanted}”。',
  'cell.month_ambiguous':
    '“{text}”可能是 1 月，也可能是 10 月（表格软件去掉了末尾的 0）。请写成 2021-01 或 2021-10 的样子。',
  'cell.merged_amount': '这个数填在合并的单元格里，管着几行。请取消合并，每行各填各的。',
};
