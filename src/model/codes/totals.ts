/** Findings about what a year adds up to: totals that fall, activities split in two, requirements out of reach. */
import { words } from './words.ts';

export const totalCodes = {
  CME741: words(
    'warning',
    '多做反而少得：依「{words}」{clause}，{witness}，得 {before} 学分；{more}，只得 {after} 学分',
    'more earns less: by 「{words}」{clause}, {witness} earns {before} credits; {more}, only {after}',
    '核对门槛上下的学分，使跨过门槛的不少于原来；若条文就是这样写的，用「已知」说明理由',
    'compare the credits on both sides of the threshold, so that crossing it takes nothing away; if the text has it so, say why by 已知',
  ),
  CME742: words(
    'info',
    '分开登记得分更多：依「{words}」{clause}，{witness}，记一条（{whole}）得 {once} 学分，分成两条（{parts}）得 {split} 学分',
    'splitting pays: by 「{words}」{clause}, {witness} earns {once} credits as one record ({whole}), and {split} as two ({parts})',
    '核对短时活动的学分；若条文就是这样写的，用「已知」说明理由，并提醒审核单位',
    'compare the credits of short activities; if the text has it so, say why by 已知 and tell those who approve records',
  ),
  CME743: words(
    'info',
    '未穷尽：「{words}」{clause}在试过的 {tried} 种情形里没有使学分减少，但不能证明不会',
    'not exhausted: in {tried} cases 「{words}」{clause} lowered no total, and it was not proved that it never does',
    '把授予、上限或只计最高的条件写得简单些，或自行核对',
    'write simpler awards, caps or 只计最高, or check by hand',
  ),
  CME751: words(
    'warning',
    '「{words}」{clause}要求 {required}，而{who}至多只能得到 {greatest}',
    '「{words}」{clause} asks for {required}, and {who} can have {greatest} at most',
    '核对要求的数和各处上限；若条文就是这样写的，用「已知」说明理由',
    'compare the amount asked for with the caps; if the text has it so, say why by 已知',
  ),
  CME752: words(
    'warning',
    '「{least}」和「{most}」不能同时做到，{who}怎样也不达标',
    '「{least}」 and 「{most}」 cannot both be met: {who} can never meet the requirement',
    '核对两处的数，或写明各自的「适用」',
    'compare both amounts, or write 适用 so that nobody is bound by both',
  ),
  CME753: words(
    'info',
    '未穷尽：规则太多，哪里多做反而少得、哪里分开登记得分更多、哪项要求做不到，没有全部核对',
    'not exhausted: with so many rules not all was looked at where more earns less, where splitting pays, and which requirement nobody can meet',
    '把规则分成几个文件，或自行核对',
    'part the rules into several files, or check by hand',
  ),
} as const;
