/** Reading the text (CME1xx), and the shape of sections, lines and tables (CME3xx). Form and promise: `../codes.ts`. */
import { error } from './words.ts';

export const syntaxCodes = {
  // ---- characters and tokens
  CME101: error(
    '不认识的字符「{found}」',
    'unknown character 「{found}」',
    '删去它；若是名称或文字的一部分，请放进引号「」',
    'remove it, or put the name or text that it belongs to into 「」',
  ),
  CME102: error(
    '此处有看不见的字符（{code}）',
    'an invisible character ({code}) stands here',
    '删去它；常随网页或文档的复制带入',
    'remove it; it often comes with text copied from elsewhere',
  ),
  CME103: error(
    '「{found}」看着像「{meant}」，却是另一个字符',
    '「{found}」 looks like 「{meant}」 but is another character',
    '改成「{meant}」',
    'write 「{meant}」',
  ),
  CME104: error(
    '此处有附加在前一个字上的符号',
    'a combining mark is drawn onto the character before it',
    '删去它；若是文字的一部分，请放进引号「」',
    'remove it, or put the text that it belongs to into 「」',
  ),
  CME105: error('此处的字符已经损坏', 'a broken character stands here', '重新输入这个字', 'type the character again'),
  CME106: error(
    '引号「{open}」没有关上',
    'the quotation opened by 「{open}」 is not closed',
    '在文字结束处补上「{close}」；引文不能跨行',
    'write 「{close}」 where the text ends; a quotation ends on its own line',
  ),
  CME107: error(
    '「{found}」不是数字，也不是数字加单位',
    '「{found}」 is neither a number nor a number with its unit',
    '数字写成 9、0.25 这样；单位用 学分、小时 等',
    'write numbers such as 9 or 0.25, and units such as 学分 credits',
  ),
  CME108: error(
    '日期「{found}」应写作「{meant}」',
    'the date 「{found}」 is to be written 「{meant}」',
    '日期写成四位年、两位月、两位日：2025-01-01',
    'write dates with four digits of the year, two of the month, two of the day: 2025-01-01',
  ),
  CME109: error(
    '文件太大：规则文件最多 {most}',
    'the file is too large: a rule file holds at most {most}',
    '确认选对了文件；太长的规则可分成上位与下位两个文件',
    'see that it is the right file; long rules may be parted into a baseline and a file under it',
  ),
  CME110: error(
    '「{found}」有两种读法：「{one}」或「{other}」',
    '「{found}」 reads in two ways: 「{one}」 or 「{other}」',
    '在两个词之间加空格',
    'put a space between the words',
  ),
  CME111: error(
    '「{from}」到「{to}」的范围要用「～」连接',
    'a range from 「{from}」 to 「{to}」 is joined by 「～」',
    '写成 {from}～{to}',
    'write {from}～{to}',
  ),
  CME112: error(
    '「{found}」不能用：规则里没有负数',
    '「{found}」 will not do: rules know no negative numbers',
    '去掉负号；要减少，用「减免」或「不超过」',
    'drop the sign; to lessen something use 减免 reduce or 不超过 <=',
  ),
  CME113: error(
    '括号或「并非」套得太深，最多 {most} 层',
    'brackets or 「并非」 go too deep: at most {most}',
    '把条件拆成几行',
    'part the condition into several lines',
  ),
  CME122: error(
    '这不是文字文件，或不是 UTF-8 编码',
    'this is no text file, or not in UTF-8',
    '用文本编辑器另存为 UTF-8 编码',
    'save it as UTF-8 text',
  ),
  // ---- lines
  CME114: error(
    '「{found}」没有拆开，被当成了一个名称：「{rest}」没有声明过',
    '「{found}」 was taken for one name: 「{rest}」 is not declared',
    '检查其中名称的写法，或在词与词之间加空格',
    'check how the names in it are written, or put spaces between the words',
  ),
  CME115: error(
    '「{where}」中的「{found}」放错了地方，这里应是{expected}',
    '「{found}」 is out of place in 「{where}」: expected here is {expected}',
    '对照同类的行，改正或删去「{found}」',
    'compare a line of the same kind, and mend or remove 「{found}」',
  ),
  CME116: error(
    '「{where}」没有写完，后面还应有{expected}',
    '「{where}」 is not complete: expected next is {expected}',
    '补上{expected}',
    'add {expected}',
  ),
  CME117: error(
    '「{where}」到这里已经完整，「{found}」是多出来的',
    '「{where}」 is complete before 「{found}」',
    '删去它，或另起一行写',
    'remove it, or write it on a line of its own',
  ),
  CME118: error(
    '多了一个右括号',
    'a closing bracket too many',
    '删去它，或在前面补上左括号',
    'remove it, or open it before',
  ),
  CME119: error(
    '「{where}」后的文字要放在引号里',
    'the text of 「{where}」 stands in quotation marks',
    '用「」把文字括起来',
    'put 「」 around the text',
  ),
  CME120: error(
    '「{found}」是规则语言的词，这里应是{expected}',
    '「{found}」 is a word of the language; expected here is {expected}',
    '若确是名称，写成「」引起的样子',
    'if it is a name, put it into 「」',
  ),
  CME121: error(
    '「{where}」后没有内容',
    'nothing follows 「{where}」',
    '写上内容，例如条款号 第十三条（一）1',
    'write what belongs there, such as the clause 第十三条（一）1',
  ),
  CME123: error(
    '「{found}」不是行首词；是不是「{meant}」？',
    '「{found}」 opens no line; did you mean 「{meant}」?',
    '每行以词开头，改成「{meant}」',
    'every line begins with its word: write 「{meant}」',
  ),
  CME124: error(
    '「{found}」不是行首词',
    '「{found}」 opens no line',
    '每行以词开头，如 授予、上限、条件；说明文字前加 #',
    'every line begins with its word, such as 授予 award or 上限 cap; a remark begins with #',
  ),
  CME125: error(
    '行末的「、」后面没有内容',
    'nothing follows the 「、」 at the end of the line',
    '删去「、」，或补上后面的一项',
    'remove the 「、」, or add what follows it',
  ),
  CME199: error(
    '错误已超过 {count} 处，其余不再列出',
    'more than {count} mistakes: the rest is not listed',
    '先改正前面的错误，再检查一次',
    'mend those first, then check again',
  ),
  // ---- sections, lines in them, tables
  CME301: error(
    '「{word}」不能写在「{section}」里',
    '「{word}」 may not stand in 「{section}」',
    '「{section}」里可以写：{allowed}',
    '「{section}」 takes: {allowed}',
  ),
  CME302: error(
    '「{word}」前面还没有开始任何一节',
    '「{word}」 stands before any section',
    '文件以「规则 名称」开头，其余各行写在所属的节下',
    'a file begins with 「规则 rules」 and a name; lines stand under the section they belong to',
  ),
  CME303: error(
    '这一行表格不在任何表里',
    'this row stands in no table',
    '表格紧接在「授予表」之下，或写在「用例表」里',
    'rows follow 「授予表 awardtable」, or stand in 「用例表 examples」',
  ),
  CME304: error(
    '「{word}」下面没有表格：应有一行表头和至少一行内容',
    '「{word}」 has no table: a head and at least one row are expected',
    '以「|」开头写各行，如 | 级别 | 学分 |',
    'write lines that begin with 「|」, such as | 级别 | 学分 |',
  ),
  CME305: error(
    '这一行有 {found} 格，表头有 {expected} 格',
    'this row has {found} cells, the head has {expected}',
    '每格之间用「|」隔开，与表头对齐；不限的格写「任意」',
    'part the cells by 「|」 as the head does; a cell that does not matter says 「任意 any」',
  ),
  CME306: error(
    '「{word}」的表头不对：各栏是字段名，最后是{expected}',
    'the head of 「{word}」 is not right: its columns are fields, and last {expected}',
    '每栏写一个字段名，最后写{expected}',
    'name one field a column, and last {expected}',
  ),
  CME307: error(
    '「{word}」在这一行写了两次',
    '「{word}」 stands twice in this line',
    '留下一处；条件合在一个「当」里，用「且」连接',
    'keep one; join conditions by 「且 and」 behind one 「当 when」',
  ),
  CME308: error(
    '「{column}」下的这一格是空的',
    'this cell under 「{column}」 is empty',
    '写上值；不限写「任意」，其余情形写「其他」',
    'write a value; 「任意 any」 if it does not matter, 「其他 else」 for all the rest',
  ),
  CME309: error(
    '表格的一行要以「|」开头',
    'a row of a table begins with 「|」',
    '在行首补上「|」',
    'put 「|」 at the start of the line',
  ),
} as const;
