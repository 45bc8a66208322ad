/** Findings about a roster file as a whole: its encoding, its form, its rows and ids (CME950 to CME989). */
export const inputCodes = {
  // ---- bytes and text
  CME950: {
    severity: 'error',
    zh: '文件是空的',
    en: 'the file is empty',
    help: { zh: '确认文件已保存，且选对了文件。', en: 'check that the file was saved, and that it is the right one.' },
  },
  CME951: {
    severity: 'error',
    zh: '这不是文本文件（{what}）',
    en: 'this is no text file ({what})',
    help: {
      zh: '请另存为 UTF-8 的文本文件；名册可存为 JSON、NDJSON 或 CSV。',
      en: 'save it as text in UTF-8; a roster as JSON, NDJSON or CSV.',
    },
  },
  CME952: {
    severity: 'error',
    zh: '文件是 UTF-8 的，但这里有一个坏字节',
    en: 'the file is UTF-8, but a byte here is broken',
    help: { zh: '重新导出该文件，或改正这一处。', en: 'export the file again, or mend this place.' },
  },
  CME953: {
    severity: 'error',
    zh: '认不出文件的编码：既不是 UTF-8，也不是 GB18030（GBK）',
    en: 'the encoding is neither UTF-8 nor GB18030 (GBK)',
    help: { zh: '请另存为 UTF-8。', en: 'save the file as UTF-8.' },
  },
  CME954: {
    severity: 'info',
    zh: '按 {encoding} 编码读取',
    en: 'read as {encoding}',
    help: { zh: '若汉字显示不对，请另存为 UTF-8。', en: 'if Chinese looks wrong, save the file as UTF-8.' },
  },
  CME955: {
    severity: 'error',
    zh: '文件有 {size} MB，超过能一次读入的 {limit} MB',
    en: 'the file has {size} MB, more than the {limit} MB that can be read at once',
    help: { zh: '按单位或年度拆成几个文件。', en: 'split it by institution or by year.' },
  },
  CME956: {
    severity: 'error',
    zh: '这里不能读取 {kind}',
    en: '{kind} cannot be read here',
    help: { zh: '请另存为 CSV（UTF-8）、JSON 或 NDJSON。', en: 'save it as CSV (UTF-8), JSON or NDJSON.' },
  },
  CME957: {
    severity: 'error',
    zh: '这不是完好的 XLSX 工作簿',
    en: 'this is no sound XLSX workbook',
    help: {
      zh: '用表格软件打开，另存为 .xlsx 或 CSV（UTF-8）。旧的 .xls 也请这样另存。',
      en: 'open it in a spreadsheet and save it as .xlsx or CSV (UTF-8); an old .xls likewise.',
    },
  },
  CME958: {
    severity: 'error',
    zh: '工作簿解压后过大（{found}，上限 {limit}），未予解压',
    en: 'the workbook would become too large ({found}, at most {limit}) and was not unpacked',
    help: {
      zh: '删去空行空列和别的工作表后另存，或另存为 CSV（UTF-8）。',
      en: 'delete empty rows and columns and other sheets and save it again, or save it as CSV (UTF-8).',
    },
  },
  CME959: {
    severity: 'error',
    zh: '工作簿里没有名为「{sheet}」的工作表',
    en: 'the workbook has no sheet 「{sheet}」',
    help: { zh: '有：{known}', en: 'it has: {known}' },
  },

  // ---- JSON
  CME960: {
    severity: 'error',
    zh: '不是合法的 JSON：这里不该是 {found}',
    en: 'not JSON: {found} cannot stand here',
    help: {
      zh: '常见原因：多一个或少一个逗号、引号，NaN，或每行一人的文件没有以 .ndjson 结尾。',
      en: 'often a comma or quotation mark too many or too few, NaN, or a file of one practitioner a line not named .ndjson.',
    },
  },
  CME961: {
    severity: 'error',
    zh: 'JSON 到这里就断了',
    en: 'the JSON ends here, unfinished',
    help: { zh: '文件可能没有传完整。', en: 'the file may be cut short.' },
  },
  CME962: {
    severity: 'error',
    zh: '括号嵌套超过 {limit} 层',
    en: 'brackets are nested more than {limit} deep',
    help: { zh: '名册只需四层。', en: 'a roster needs four levels.' },
  },
  CME963: {
    severity: 'error',
    zh: '「{key}」在同一对花括号里写了两次',
    en: '「{key}」 stands twice between one pair of braces',
    help: { zh: '只留一个。', en: 'keep one.' },
  },
  CME964: {
    severity: 'error',
    zh: '名册应写作 {"year": 2025, "practitioners": […]}，这里缺「practitioners」（人员）',
    en: 'a roster reads {"year": 2025, "practitioners": […]}; 「practitioners」 is missing here',
    help: { zh: '每行一人的文件请以 .ndjson 结尾。', en: 'name a file of one practitioner a line .ndjson.' },
  },
  CME965: {
    severity: 'error',
    zh: '「{key}」应是一个列表（方括号）',
    en: '「{key}」 must be a list (square brackets)',
  },
  CME966: {
    severity: 'error',
    zh: '这里应是一名人员（花括号）',
    en: 'a practitioner (braces) was expected here',
  },
  CME967: {
    severity: 'error',
    zh: '这里应是一条记录（花括号）',
    en: 'a record (braces) was expected here',
  },
  CME968: {
    severity: 'error',
    zh: '年度「{text}」不是四位数的年份',
    en: 'year 「{text}」 is no year of four digits',
  },
  CME969: {
    severity: 'warning',
    zh: '名册里没有「{key}」这一项，已忽略',
    en: 'a roster has no 「{key}」; it is ignored',
  },

  // ---- flat files
  CME970: {
    severity: 'error',
    zh: '引号没有成对，后面的行读不出来',
    en: 'a quotation mark has no partner; the rows after it cannot be read',
    help: { zh: '单元格里的引号要写两遍：""。', en: 'write a quotation mark inside a cell twice: "".' },
  },
  CME971: {
    severity: 'error',
    zh: '没有「{column}」一列，不知道每行是谁的；表头是：{headers}',
    en: 'there is no column 「{column}」, so nobody knows whose the rows are; the headers are: {headers}',
    help: {
      zh: '首行写列名，人员编号一列叫「人员编号」或 practitioner。',
      en: 'put the names of the columns in the first row.',
    },
  },
  CME972: {
    severity: 'error',
    zh: '两列都是「{field}」：第 {first} 列与第 {second} 列',
    en: 'two columns are 「{field}」: column {first} and column {second}',
    help: { zh: '删去其中一列，或改名。', en: 'delete or rename one of them.' },
  },
  CME973: {
    severity: 'warning',
    zh: '不认识「{header}」一列，未使用；其余照常计算',
    en: 'column 「{header}」 is unknown and not used; the rest counts as usual',
  },
  CME974: {
    severity: 'warning',
    zh: '第 {column} 列没有列名，未使用',
    en: 'column {column} has no name and is not used',
  },
  CME975: {
    severity: 'warning',
    zh: '这一行只有 {found} 格，表头有 {wanted} 格；缺的按空格处理',
    en: 'the row has {found} cells, the header {wanted}; what is missing is taken as empty',
  },
  CME976: {
    severity: 'error',
    zh: '这一行有 {found} 格，表头只有 {wanted} 格；多出的「{text}」没有计算',
    en: 'the row has {found} cells, the header only {wanted}; 「{text}」 beyond it is not counted',
    help: { zh: '含逗号的单元格要加引号。', en: 'put a cell that holds a comma between quotation marks.' },
  },
  CME977: {
    severity: 'error',
    zh: '这一行没有人员编号，没有计算',
    en: 'the row names no practitioner and is not counted',
  },
  CME978: {
    severity: 'error',
    zh: '{id} 的「{header}」前后不一：{first} 写「{before}」，这里写「{after}」；按前者计算',
    en: '「{header}」 of {id} disagrees: {first} says 「{before}」, this row 「{after}」; the first is used',
    help: { zh: '同一人各行的人员信息应当相同。', en: 'all rows of one practitioner must say the same of the person.' },
  },
  CME979: {
    severity: 'error',
    zh: '人员表里没有 {id}，这条记录没有计算',
    en: '{id} is not in the practitioners file; the record is not counted',
  },

  // ---- ids
  CME980: {
    severity: 'error',
    zh: '人员编号 {id} 有两个：{first} 与 {second}；已分别计算',
    en: 'practitioner id {id} stands twice: {first} and {second}; each is evaluated by itself',
    help: { zh: '合并为一人，或改正编号。', en: 'join them, or mend the id.' },
  },
  CME982: {
    severity: 'error',
    zh: '编号「{id}」被表格软件写成了科学记数法，末尾的数字已丢失；这一条没有计算',
    en: 'a spreadsheet wrote the id 「{id}」 in scientific notation, and its last digits are lost; this is not counted',
    help: {
      zh: '把该列设为文本格式，重新填写编号，再导出。',
      en: 'format the column as text, enter the ids again and export it.',
    },
  },
  CME983: {
    severity: 'error',
    zh: '记录写明属于 {said}，却列在 {id} 名下；按 {id} 计算',
    en: 'the record says it belongs to {said} but stands under {id}; it is counted for {id}',
  },
  CME984: {
    severity: 'warning',
    zh: '名册里没有人员',
    en: 'the roster holds no practitioners',
  },
  CME985: {
    severity: 'error',
    zh: '人员表只用于 CSV，这个文件里已有人员',
    en: 'a practitioners file goes with CSV; this file holds its practitioners itself',
    help: { zh: '去掉 --practitioners。', en: 'leave out --practitioners.' },
  },
  CME986: {
    severity: 'error',
    zh: '人员表应是 CSV',
    en: 'the practitioners file must be CSV',
    help: { zh: '每行一人，首行写列名。', en: 'one practitioner a row, the names of the columns in the first.' },
  },
  CME987: {
    severity: 'error',
    zh: '单元格是数字 {value}，超过十五位，末尾的数字已丢失；这一行没有计算',
    en: 'the cell is the number {value}; beyond fifteen digits the last ones are lost, and the row is not counted',
    help: {
      zh: '把该列设为文本格式，重新填写编号。',
      en: 'format the column as text and enter the ids again.',
    },
  },
  CME988: {
    severity: 'error',
    zh: '编号写着「{id}」，是表格软件的出错标记，不是编号；这一条没有计算',
    en: 'the id says 「{id}」, which is how a spreadsheet marks an error and no id; this is not counted',
    help: {
      zh: '在表格里改正公式，或把列拉宽，再导出。',
      en: 'mend the formula or widen the column in the spreadsheet, and export it again.',
    },
  },
} as const;
