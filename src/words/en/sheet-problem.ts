import type { SheetProblemCode } from '../../core/kernel/problem.ts';

/** What is said of sheets that cannot be read and cells that cannot be taken; {…} is filled by parameters. */
export const sheetProblemEn: Record<SheetProblemCode, string> = {
  'sheet.empty': 'There is nothing in “{file}”.',
  'sheet.too_large': '“{file}” is too large ({bytes}); at most {limit}. Please split it, or save it as CSV.',
  'sheet.too_many_cells':
    '“{file}” has too many cells (more than {most}) to be opened at once. Please split it, or save it as CSV.',
  'sheet.encrypted':
    '“{file}” is protected by a password. Please remove the password in Excel or WPS, save, and import again.',
  'sheet.damaged':
    '“{file}” is damaged and does not open. Please open it in Excel or WPS, save it anew, and import that.',
  'sheet.broken_off':
    '“{file}” is damaged: its sheet “{sheet}” breaks off, and what follows cannot be read. Please open it in Excel or WPS, look whether all is there, save a copy and import that.',
  'sheet.out_of_bounds':
    'The sheet “{sheet}” of “{file}” has a row number or cell “{place}”, which no sheet can have. Please open it in Excel or WPS, save a copy and import that.',
  'sheet.row_order':
    'In the sheet “{sheet}” of “{file}” row {row} is there twice, or after one that should follow it, so that nobody can tell which counts. Please open it in Excel or WPS, look at it, save a copy and import that.',
  'sheet.cell_twice':
    'In the sheet “{sheet}” of “{file}” the cell {place} has two values, so that nobody can tell which counts. Please open it in Excel or WPS, look at it, save a copy and import that.',
  'sheet.text_missing':
    '“{file}” is damaged: the text of cell {place} of its sheet “{sheet}” is not in the file. Please open it in Excel or WPS, put the text in again, save a copy and import that.',
  'sheet.too_many_columns':
    'The table has {columns} columns; {most} at most. Please delete those that are not to be imported (also the empty-looking ones on the right) and import again.',
  'sheet.bomb': '“{file}” unpacks to an abnormal size and was refused.',
  'sheet.is_xlsm': '“{file}” is a workbook with macros (.xlsm). Please save it as .xlsx and import that.',
  'sheet.is_xlsb': '“{file}” is a binary workbook (.xlsb). Please save it as .xlsx and import that.',
  'sheet.is_old_xls': '“{file}” is a workbook of Excel 95 or older. Please save it as .xlsx and import that.',
  'sheet.is_ods': '“{file}” is an ODF spreadsheet (.ods). Please save it as .xlsx and import that.',
  'sheet.is_xml': '“{file}” is an XML spreadsheet (2003). Please save it as .xlsx and import that.',
  'sheet.not_a_table':
    '“{file}” is not a table (it looks like {kind}). Bring xlsx, xls or csv, or copy from Excel or WPS and paste.',
  'sheet.encoding':
    'The encoding of “{file}” is not known (near line {row}). Please save it as CSV in UTF-8, or as .xlsx.',
  'sheet.open_quote': 'In row {row} of “{file}” a quotation mark is never closed. Please check the quotes of that row.',
  'sheet.row_too_long': 'Row {row} of “{file}” is too long for a table.',
  'sheet.no_header':
    'No header row was found. Please say which row it is; where the sheet has none, put a row with the names of the columns first.',
  'sheet.no_such_sheet': 'There is no such sheet.',
  'cell.error': 'The cell holds the error “{text}”. Please mend the formula, or enter the value itself.',
  'cell.uncalculated':
    'The formula of this cell has no stored result. Please open and save the file in Excel or WPS, or enter the value itself.',
  'cell.not_money': '“{text}” is not an amount. Please enter digits only, such as 1234.56.',
  'cell.money_unit_unknown':
    '“{text}” has no unit, nor has the header. Please say whether it is yuan or ten thousand yuan.',
  'cell.money_too_fine': '“{text}” ({unit}) is finer than a fen. Please round it to whole fen.',
  'cell.negative': '“{text}” is negative, which is not allowed here. Use a correction or a reversal instead.',
  'cell.too_big': '“{text}” is too large; please check the unit.',
  'cell.not_a_number': '“{text}” is not a number.',
  'cell.not_whole': '“{text}” is not a whole number.',
  'cell.too_fine': '“{text}” has too many decimals; at most {places}.',
  'cell.not_a_date': '“{text}” is not a date. Write 2021-06-07, or 2021-06 for a month.',
  'cell.year_of_two_digits': 'The year of “{text}” has two digits only. Please write all four, such as 2021-06-07.',
  'cell.no_such_day': 'There is no such day as “{text}”.',
  'cell.id_scientific':
    '“{text}” was turned into scientific notation and the number is lost. Format the column as text and enter the number again.',
  'cell.id_lost_digits':
    '“{text}” is stored as a number and its digits after the fifteenth are lost. Format the column as text and enter the number again.',
  'cell.id_is_date': '“{text}” was turned into a date. Format the column as text and enter it again.',
  'cell.not_yes_no': '“{text}” is neither yes nor no.',
  'cell.not_in_list': '“{text}” is not in the list. Possible: {list}.',
  'cell.too_long': 'The text is too long ({length} characters); at most {limit}.',
  'cell.other_unit': 'The unit of “{text}” is {unit}; wanted here is {wanted}.',
  'cell.month_ambiguous':
    '“{text}” may be January or October (the spreadsheet dropped a final 0). Please write 2021-01 or 2021-10.',
  'cell.merged_amount':
    'This figure stands in a merged cell for several rows. Please unmerge it and fill in each row its own.',
};
