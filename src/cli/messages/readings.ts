/** `cme readings`. */
import type { Sentence } from './sentence.ts';

export const readings = {
  surveyHang: {
    zh: '{all} 人中有 {count} 人的结论取决于口径怎么选：{names}',
    en: 'of {all} practitioners the verdict of {count} hangs on a reading: {names}',
  },
  surveyNoneHang: {
    zh: '{all} 人里，没有人的结论取决于口径怎么选',
    en: 'of {all} practitioners nobody’s verdict hangs on a reading',
  },
  surveyWithout: {
    zh: '无论选哪个、也无论和哪个一起改，试下来对谁都没有影响的口径：{list}',
    en: 'Whichever option is taken, alone or beside another, these readings were found to matter to nobody: {list}',
  },
  surveyMatter: {
    zh: '一次只改一种口径，会有人的结果改变：',
    en: 'One reading changed at a time, somebody’s result changes:',
  },
  surveyOption: { zh: '改选', en: 'changed to' },
  surveyChanged: { zh: '结论或学分变', en: 'verdict or credits' },
  surveyWorse: { zh: '达标→未达标', en: 'met to unmet' },
  surveyBetter: { zh: '未达标→达标', en: 'unmet to met' },
  surveyOther: { zh: '涉及免除', en: 'to or from exempt' },
  surveyShort: { zh: '所差学分变', en: 'shortfall' },
  surveyVerdicts: { zh: '改选 {option}：{who}', en: 'with {option}: {who}' },
  surveyToUnmet: { zh: '{count} 人由达标变为未达标（{names}）', en: '{count} from met to unmet ({names})' },
  surveyToMet: { zh: '{count} 人由未达标变为达标（{names}）', en: '{count} from unmet to met ({names})' },
  surveyToOther: { zh: '{count} 人是否免除随之改变（{names}）', en: '{count} to or from exempt ({names})' },
  surveyAndMore: { zh: '{shown}……', en: '{shown} …' },
  surveyNobody: {
    zh: '单改这些，不影响任何人的结论、学分和所差学分：{list}',
    en: 'Alone, these matter to nobody: {list}',
  },
  surveyPairs: {
    zh: '单改其一都不变，两种一起改才变的结论：',
    en: 'Verdicts that neither changes alone, and two change together:',
  },
  surveyNoPairs: {
    zh: '没有人的结论要两种口径一起改才变。',
    en: 'Nobody’s verdict takes two readings together to change.',
  },
  surveyPair: { zh: '  {options}：{who}', en: '  {options}: {who}' },
  surveyAllPairs: {
    zh: '（{tried} 对口径都试过；三种以上一起改的没有试）',
    en: '(all {tried} pairs were tried; three or more together were not)',
  },
  surveyNotAll: {
    zh: '未穷尽：{of} 对口径里试了 {tried} 对，影响人数多的在先；三种以上一起改的没有试',
    en: 'not exhaustive: {tried} of {of} pairs were tried, those that matter to most first; three or more together were not',
  },
} as const satisfies Record<string, Sentence>;
