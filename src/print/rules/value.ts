/** What an option stands for: 90 天, 2～4, 同一项目的先相加, 折算. */
import { counted, range, ratio, remainderRule } from '../../language/value.ts';
import type { OptionValue, SpanId } from '../../model/ast.ts';
import { type Setting, told } from './setting.ts';

const POOLED = {
  record: 'pooledRecord',
  project: 'pooledProject',
  day: 'pooledDay',
  year: 'pooledYear',
  cycle: 'pooledCycle',
} as const;

/** What is added before the rate. */
export const pooledOver = ({ say }: Setting, id: SpanId): string => say(POOLED[id]);

export const valueText = (value: OptionValue, setting: Setting): string => {
  const { p } = setting;
  switch (value.kind) {
    case 'amount':
      return told(setting, counted(value, p));
    case 'range':
      return told(setting, range(value, p));
    case 'basis':
      return pooledOver(setting, value.id);
    case 'remainder':
      return told(setting, remainderRule(value.of, p));
    case 'ratio':
      return ratio(value.ratio);
  }
};
