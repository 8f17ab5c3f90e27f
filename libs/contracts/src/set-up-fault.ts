import { entry, type CatalogEntry } from './catalog-entry';

/** What can be wrong with the set-up of a plant: routings, bills of materials, shifts. */
export const setUpFaultCatalog = {
  'terminal.station': entry(
    422,
    [
      'Station {station} is on line {owner}; the screen {name} is announced for line {line}.',
      'Maybe another line was meant, or another station: {line} has {stations}.',
    ],
    [
      '工位 {station} 属于产线 {owner}；屏幕 {name} 登记在产线 {line}。',
      '也许选错了产线或工位；{line} 的工位：{stations}。',
    ],
    {
      none: {
        en: [
          'The screen {name} is for operators of line {line}, but no station was named.',
          'Maybe name the stations it hangs at: {line} has {stations}. A screen for the whole line is one for supervisors.',
        ],
        zh: [
          '屏幕 {name} 供产线 {line} 的操作工使用，但没有指定工位。',
          '也许请指定所在工位；{line} 的工位：{stations}。供整条产线使用的是主管屏幕。',
        ],
      },
    },
  ),
  'item.unit-in-use': entry(
    409,
    [
      '{item} is counted in {unit}: orders, work or stock are booked in it, and it cannot change to {wanted}.',
      'Maybe make another item that is counted in {wanted}.',
    ],
    [
      '{item} 以 {unit} 计量：已有订单、生产或库存记录，不能改为 {wanted}。',
      '也许请新建一个以 {wanted} 计量的物料。',
    ],
  ),
  'bom.cycle': entry(
    422,
    ['The bill of materials contains itself: {path}.', 'Maybe a component was entered one level too high.'],
    ['物料清单存在循环：{path}。', '也许某个组件层级填写有误。'],
  ),
  'routing.invalid': entry(
    422,
    [
      'The routing of {item} is not usable: {why}.',
      'Maybe an operation has no station or its numbers are not rising.',
    ],
    ['{item} 的工艺路线不可用：{why}。', '也许某道工序没有工位，或序号不是递增的。'],
    {
      empty: {
        en: ['The routing of {item} has no operation.', 'Maybe its rows were left out.'],
        zh: ['{item} 的工艺路线没有工序。', '也许漏填了工序行。'],
      },
      numbers: {
        en: [
          'In the routing of {item} operation {next} stands behind operation {no}.',
          'Maybe put the operations in order: their numbers rise.',
        ],
        zh: ['{item} 的工艺路线中，工序 {next} 排在工序 {no} 之后。', '也许请调整顺序：工序号应递增。'],
      },
      'no-station': {
        en: [
          'Operation {no} of {item} has no station.',
          'Maybe name one, or a capability that a station has.',
        ],
        zh: ['{item} 的工序 {no} 没有工位。', '也许请填写一个工位，或某个工位具备的能力。'],
      },
      'station-twice': {
        en: ['Operation {no} of {item} names the station {station} twice.', 'Maybe a row was copied.'],
        zh: ['{item} 的工序 {no} 两次引用工位 {station}。', '也许重复复制了一行。'],
      },
      wait: {
        en: [
          'Before operation {no} of {item} the longest wait, {max} s, is shorter than the shortest, {min} s.',
          'Maybe the two were mixed up.',
        ],
        zh: ['{item} 的工序 {no} 之前，最长等待 {max} 秒短于最短等待 {min} 秒。', '也许两者填反了。'],
      },
      limit: {
        en: [
          'Operation {no} of {item}: the lower limit of {parameter}, {min}, lies above the upper, {max}.',
          'Maybe the two were mixed up.',
        ],
        zh: ['{item} 的工序 {no}：参数 {parameter} 的下限 {min} 高于上限 {max}。', '也许两者填反了。'],
      },
      family: {
        en: [
          'Operation {no} of {item} is of the family {family}, which is not in the changeover matrix {matrix} of its station {station}.',
          'Maybe add the family to the matrix, or give the station another matrix.',
        ],
        zh: [
          '{item} 的工序 {no} 属于换型族 {family}，但工位 {station} 的换型矩阵 {matrix} 中没有该族。',
          '也许请在矩阵中添加该族，或为该工位选择其他矩阵。',
        ],
      },
      'bom-operation': {
        en: [
          'The bill of materials of {item} uses {component} at operation {no}, which its routing does not have; it has {numbers}.',
          'Maybe correct the operation in the bill of materials, or leave it empty: then the first one uses it.',
        ],
        zh: [
          '{item} 的物料清单在工序 {no} 使用 {component}，但其工艺路线没有该工序；现有工序：{numbers}。',
          '也许请更正物料清单中的工序号，或留空表示第一道工序。',
        ],
      },
      'bom-twice': {
        en: [
          '{component} stands in the bill of materials of {item} twice at operation {no}.',
          'Maybe add the two quantities up; a line without an operation belongs to the first one.',
        ],
        zh: [
          '{item} 的物料清单中，{component} 在工序 {no} 出现了两次。',
          '也许应合并两行的用量；未填工序号的行属于第一道工序。',
        ],
      },
      'too-many': {
        en: [
          '{item} in this quantity would need more than {limit} work orders.',
          'Maybe order less, or give the item a larger lot size.',
        ],
        zh: ['按此数量生产 {item} 需要超过 {limit} 张工单。', '也许请减少数量，或为该物料设置更大的批量。'],
      },
    },
  ),
  'shift.overlap': entry(
    422,
    ['Shift {a} overlaps {b}.', 'Maybe one of them ends too late.'],
    ['班次 {a} 与 {b} 重叠。', '也许其中一个结束过晚。'],
  ),
  'shift.invalid': entry(
    422,
    ['Shift {shift} is not usable: {why}.', 'Maybe a break lies outside the shift.'],
    ['班次 {shift} 不可用：{why}。', '也许休息时间在班次之外。'],
    {
      'break-outside': {
        en: [
          'The break {pause} lies outside the shift {shift}, {hours}.',
          'Maybe the break or the end is wrong.',
        ],
        zh: ['休息 {pause} 在班次 {shift}（{hours}）之外。', '也许休息时间或班次结束时间有误。'],
      },
      'breaks-overlap': {
        en: [
          'In shift {shift} the breaks {pause} and {other} overlap.',
          'Maybe one of them was entered twice.',
        ],
        zh: ['班次 {shift} 的休息 {pause} 与 {other} 重叠。', '也许其中一个重复输入了。'],
      },
      'all-break': {
        en: ['The breaks of shift {shift} fill all of it, {hours}.', 'Maybe a break is too long.'],
        zh: ['班次 {shift}（{hours}）全部是休息时间。', '也许某个休息时间过长。'],
      },
      'no-length': {
        en: [
          'Shift {shift} ends when it begins, {hours}.',
          'Maybe the end is wrong; a whole day is 00:00 to 24:00.',
        ],
        zh: ['班次 {shift} 的结束与开始相同（{hours}）。', '也许结束时间有误；全天请填 00:00 至 24:00。'],
      },
      'too-long': {
        en: [
          'It lasts {days} days; {most} are the most.',
          'Maybe the year is wrong; what lasts longer is a shift pattern of its own.',
        ],
        zh: ['时长为 {days} 天，最长 {most} 天。', '也许年份有误；更长的安排请设为单独的班次模式。'],
      },
      'ends-first': {
        en: ['It ends before it begins.', 'Maybe the two instants were mixed up.'],
        zh: ['结束时间早于开始时间。', '也许两个时间填反了。'],
      },
      'many-things': {
        en: ['It is about several things at once: {why}.', 'Maybe enter one for each of them.'],
        zh: ['同时涉及多个对象：{why}。', '也许请分别录入。'],
      },
      'no-worker': {
        en: ['An absence needs to name who is absent.', 'Maybe choose the worker.'],
        zh: ['缺勤需要指明员工。', '也许请选择员工。'],
      },
      'with-worker': {
        en: ['Only an absence names a worker.', 'Maybe leave the worker empty, or enter an absence.'],
        zh: ['只有缺勤才指明员工。', '也许请不要填写员工，或改为缺勤。'],
      },
    },
  ),
} as const satisfies Record<string, CatalogEntry>;
