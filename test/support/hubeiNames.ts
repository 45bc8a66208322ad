/** Names of people who do not exist. */
import type { Random } from './random.ts';

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢',
];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红建文波辉宁佳雪梅晨欣怡浩宇轩诗涵梓睿思远安然清'];

export const nameOf = (random: Random): string =>
  random.pick(surnames) + Array.from({ length: random.chance(75) ? 2 : 1 }, () => random.pick(given)).join('');
