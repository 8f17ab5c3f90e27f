import type { Factory } from './factory';

/** What people can do. */
export const skills: Factory['skills'] = [
  { id: 'mix', name: 'Mixing', nameZh: '和面' },
  { id: 'form', name: 'Forming', nameZh: '成型' },
  { id: 'bake', name: 'Baking', nameZh: '烘烤' },
  { id: 'decorate', name: 'Decorating', nameZh: '装饰' },
  { id: 'pack', name: 'Packing', nameZh: '包装' },
  { id: 'print', name: 'Printing', nameZh: '打印' },
  { id: 'engrave', name: 'Engraving', nameZh: '雕刻' },
  { id: 'assemble', name: 'Assembling', nameZh: '组装' },
];

const WEEK = [1, 2, 3, 4, 5, 6];

/** Two shifts of 7.5 working hours from Monday to Saturday. */
export const patterns: Factory['patterns'] = [
  {
    id: 'two-shift',
    name: 'Two shifts',
    nameZh: '两班制',
    shifts: [
      {
        crew: 'early',
        name: 'Early shift',
        nameZh: '早班',
        weekdays: WEEK,
        start: '06:00',
        end: '14:00',
        breaks: [{ start: '10:00', end: '10:30' }],
      },
      {
        crew: 'late',
        name: 'Late shift',
        nameZh: '晚班',
        weekdays: WEEK,
        start: '14:00',
        end: '22:00',
        breaks: [{ start: '18:00', end: '18:30' }],
      },
    ],
  },
];

interface Row {
  readonly name: string;
  readonly nameZh: string;
  readonly line: 'bakery' | 'gifts' | null;
  readonly can: readonly string[];
  readonly language?: 'en';
}

const dough: Pick<Row, 'line' | 'can'> = { line: 'bakery', can: ['mix', 'form', 'bake'] };
const deco: Pick<Row, 'line' | 'can'> = { line: 'bakery', can: ['decorate', 'pack'] };
const gifts: Pick<Row, 'line' | 'can'> = { line: 'gifts', can: ['assemble', 'pack'] };

const early: readonly Row[] = [
  {
    name: 'Wang Fang',
    nameZh: '王芳',
    line: null,
    can: ['mix', 'form', 'bake', 'decorate', 'pack', 'print', 'engrave', 'assemble'],
  },
  { name: 'Li Qiang', nameZh: '李强', ...dough },
  { name: 'Zhang Min', nameZh: '张敏', ...dough },
  { name: 'Liu Wei', nameZh: '刘伟', ...dough },
  { name: 'Chen Jing', nameZh: '陈静', ...deco },
  { name: 'Yang Li', nameZh: '杨丽', ...deco },
  { name: 'Anna Meier', nameZh: '安娜', ...deco, language: 'en' },
  { name: 'Zhao Lei', nameZh: '赵磊', ...deco },
  { name: 'Huang Yong', nameZh: '黄勇', line: 'gifts', can: ['print', 'engrave', 'pack'] },
  { name: 'Zhou Jie', nameZh: '周杰', line: 'gifts', can: ['engrave', 'print', 'assemble'] },
  { name: 'Wu Xia', nameZh: '吴霞', ...gifts },
  { name: 'Tom Visser', nameZh: '汤姆', ...gifts, language: 'en' },
];

const late: readonly Row[] = [
  {
    name: 'Xu Gang',
    nameZh: '徐刚',
    line: null,
    can: ['mix', 'form', 'bake', 'decorate', 'pack', 'print', 'engrave', 'assemble'],
  },
  { name: 'Sun Mei', nameZh: '孙梅', ...dough },
  { name: 'Ma Chao', nameZh: '马超', ...dough },
  { name: 'Zhu Lin', nameZh: '朱琳', ...dough },
  { name: 'Hu Yan', nameZh: '胡燕', ...deco },
  { name: 'Guo Feng', nameZh: '郭峰', ...deco },
  { name: 'He Lan', nameZh: '何兰', ...deco },
  { name: 'Maria Lopez', nameZh: '玛丽亚', ...deco, language: 'en' },
  { name: 'Gao Peng', nameZh: '高鹏', line: 'gifts', can: ['print', 'engrave', 'pack'] },
  { name: 'Lin Tao', nameZh: '林涛', line: 'gifts', can: ['engrave', 'print', 'assemble'] },
  { name: 'Luo Ting', nameZh: '罗婷', ...gifts },
  { name: 'Zheng Hao', nameZh: '郑浩', ...gifts },
];

const FIRST_NUMBER = 101;
const RATE_LEAD = 34;
const RATE = 24;

const crewOf = (crew: string, people: readonly Row[], first: number): Factory['workers'] =>
  people.map(({ name, nameZh, line, can, language }, i) => ({
    id: `W-${first + i}`,
    name,
    nameZh,
    line,
    crew,
    badge: `B${first + i}`,
    language: language ?? 'zh-CN',
    skills: can.map((skill) => ({ skill, expiresOn: null })),
    ratePerHour: line === null ? RATE_LEAD : RATE,
    active: true,
  }));

/** 24 people: a lead and eleven others in each shift. */
export const workers: Factory['workers'] = [
  ...crewOf('early', early, FIRST_NUMBER),
  ...crewOf('late', late, FIRST_NUMBER + early.length),
];

/** Those who log in at a desk; the leads work on the floor too. */
export const office: Factory['office'] = [
  { login: 'planner', name: 'Ding Wen', role: 'planner', language: 'zh-CN', worker: null },
  { login: 'manager', name: 'Eva Lindqvist', role: 'manager', language: 'en', worker: null },
  { login: 'lead-early', name: 'Wang Fang', role: 'lead', language: 'zh-CN', worker: 'W-101' },
  { login: 'lead-late', name: 'Xu Gang', role: 'lead', language: 'zh-CN', worker: 'W-113' },
];
