import { entry, type CatalogEntry } from './catalog-entry';
import { channelFaultCatalog } from './channel-fault';
import { figureFaultCatalog } from './figure-fault';
import { floorFaultCatalog } from './floor-fault';
import { importFaultCatalog } from './import-fault';
import { labelFaultCatalog } from './label-fault';
import { receiptFaultCatalog } from './receipt-fault';
import { reportFaultCatalog } from './report-fault';
import { INFEASIBLE } from './infeasible';
import { requestFaultCatalog } from './request-fault';
import { setUpFaultCatalog } from './set-up-fault';
import { stockFaultCatalog } from './stock-fault';
import { MOVEMENT_TAKEN_BACK, TAKEN_BACK } from './taken-back';

/**
 * Every error code of Takt. Codes are stable: integrations and screens branch on them.
 * A sentence names what is wrong with its values; a hint says what may help and starts with "Maybe" (zh: 「也许」).
 */
export const errorCatalog = {
  ...requestFaultCatalog,
  'service.unavailable': entry(
    503,
    ['{part} is not available right now.', 'Maybe it is restarting; nothing was changed, try again.'],
    ['{part} 暂时不可用。', '也许正在重启；没有任何更改，请重试。'],
  ),
  'idempotency.mismatch': entry(
    422,
    [
      'The key {key} was used for a different request.',
      'Maybe a key was reused; take a new one for each command.',
    ],
    ['键 {key} 已用于另一个请求。', '也许重复使用了同一个键；每个命令请用新键。'],
  ),
  'idempotency.done': entry(
    409,
    [
      'The request with the key {key} was already carried out; its reply is no longer known.',
      'Maybe read the thing again to see its state.',
    ],
    ['键 {key} 的请求已执行，但回复已不可得。', '也许重新读取即可看到当前状态。'],
  ),
  'revision.stale': entry(
    412,
    [
      '{thing} has changed since you read it (you have {yours}, it is {current}).',
      'Maybe somebody else edited it; read it again and repeat the change.',
    ],
    [
      '{thing} 在您读取后已被修改（您的版本 {yours}，当前 {current}）。',
      '也许他人刚刚编辑过；请刷新后重试。',
    ],
  ),
  'revision.missing': entry(
    428,
    [
      'A change of {thing} needs the header If-Match with the revision that was read.',
      'Maybe read it first: its revision stands in the reply.',
    ],
    ['修改{thing}需要 If-Match 请求头，其值为读取到的版本号。', '也许请先读取一次，回复中带有版本号。'],
  ),

  'auth.missing': entry(
    401,
    ['Nobody is logged in.', 'Maybe log in again.'],
    ['尚未登录。', '也许请重新登录。'],
  ),
  'auth.invalid': entry(
    401,
    ['The log-in is not valid or has ended.', 'Maybe it was revoked or has expired; log in again.'],
    ['登录无效或已结束。', '也许已被撤销或过期，请重新登录。'],
  ),
  'auth.refused': entry(
    401,
    ['Name and password, badge or PIN do not match.', 'Maybe caps lock is on, or the badge was replaced.'],
    ['用户名与密码、工牌或 PIN 不匹配。', '也许大写锁定已打开，或工牌已更换。'],
  ),
  'auth.locked': entry(
    429,
    ['Too many failed attempts; try again in {seconds} s.', 'Maybe ask an administrator to reset the PIN.'],
    ['失败次数过多，请在 {seconds} 秒后重试。', '也许请管理员重置 PIN。'],
  ),
  'auth.forbidden': entry(
    403,
    ['Your role does not allow this.', 'Maybe ask somebody with the role {roles}.'],
    ['您的角色无权执行此操作。', '也许请角色为 {roles} 的人员操作。'],
  ),
  'auth.pairing': entry(
    404,
    ['The pairing code {code} is not valid.', 'Maybe it has expired or was used; ask for a new one.'],
    ['配对码 {code} 无效。', '也许已过期或已使用，请重新获取。'],
  ),

  'thing.unknown': entry(
    404,
    ['There is no {kind} {id}.', 'Maybe it is misspelt or belongs to another plant.'],
    ['不存在{kind} {id}。', '也许拼写有误，或属于其他工厂。'],
  ),
  'thing.exists': entry(
    409,
    ['The {kind} {id} exists already.', 'Maybe change the existing one instead.'],
    ['{kind} {id} 已存在。', '也许应修改已有的记录。'],
    MOVEMENT_TAKEN_BACK,
  ),
  'thing.in-use': entry(
    409,
    ['The {kind} {id} is in use by {user}.', 'Maybe set it inactive instead of deleting it.'],
    ['{kind} {id} 正被 {user} 使用。', '也许可停用而不是删除。'],
  ),
  'reference.unknown': entry(
    422,
    ['{field} names {kind} {id}, which does not exist.', 'Maybe create it first, or correct the id.'],
    ['{field} 引用的{kind} {id} 不存在。', '也许请先创建，或更正编号。'],
  ),
  'item.no-routing': entry(
    422,
    [
      'Item {item} has no routing, so it cannot be made.',
      'Maybe the routing was not imported, or the item is bought.',
    ],
    ['物料 {item} 没有工艺路线，无法生产。', '也许工艺路线未导入，或该物料为外购。'],
  ),
  'item.not-sold': entry(
    422,
    [
      'Item {item} is raw material: it is not sold.',
      'Maybe another item was meant; what is resold is set up as finished.',
    ],
    ['物料 {item} 是原料，不对外销售。', '也许选错了物料；转售的物料应设为成品。'],
  ),
  'item.inactive': entry(
    422,
    ['Item {item} is not sold any more.', 'Maybe use its successor.'],
    ['物料 {item} 已停售。', '也许请使用替代物料。'],
  ),
  'order.fraction': entry(
    422,
    ['{qty} {unit} of {item} cannot be ordered.', 'Maybe a whole number: {unit} are not divided.'],
    ['{item} 不能订购 {qty} {unit}。', '也许应为整数：{unit} 不可拆分。'],
  ),
  ...setUpFaultCatalog,
  'worker.absent': entry(
    409,
    ['{worker} is not here.', 'Maybe the person has not badged in.'],
    ['{worker} 不在岗。', '也许尚未刷卡上班。'],
  ),
  'worker.unskilled': entry(
    409,
    [
      '{worker} does not have the skill {skill}.',
      'Maybe the skill has expired; the supervisor can renew it.',
    ],
    ['{worker} 没有技能 {skill}。', '也许技能已过期，主管可以续期。'],
  ),

  'order.date': entry(
    422,
    [
      '{field} is {value}; orders are taken for dates from {from} to {to}.',
      'Maybe the year is wrong, or seconds were sent as milliseconds.',
    ],
    ['{field} 为 {value}；订单只接受 {from} 至 {to} 的日期。', '也许年份有误，或把秒当作毫秒发送了。'],
  ),
  'order.closed': entry(
    409,
    ['Line {line} of order {order} is {status} and cannot be changed.', 'Maybe enter a new line instead.'],
    ['订单 {order} 第 {line} 行状态为 {status}，不能修改。', '也许请新建一行。'],
  ),
  'order.below-shipped': entry(
    409,
    ['{shipped} are shipped already; the line cannot be lowered to {qty}.', 'Maybe record a return instead.'],
    ['已发货 {shipped}，不能减少到 {qty}。', '也许应登记退货。'],
  ),
  'order.nothing-to-ship': entry(
    409,
    ['Nothing of line {line} of order {order} is ready to ship.', 'Maybe it is still in production.'],
    ['订单 {order} 第 {line} 行没有可发货数量。', '也许仍在生产中。'],
  ),
  'order.revision-old': entry(
    409,
    [
      'Revision {revision} of order {order} is older than {current}, which is known.',
      'Maybe messages arrived out of order; nothing was changed.',
    ],
    ['订单 {order} 的修订 {revision} 早于已知的 {current}。', '也许消息乱序到达；没有任何更改。'],
  ),
  'order.fixed': entry(
    409,
    [
      'The {field} of order {order} is {value}; a revision cannot change it.',
      'Maybe leave the old line out and add a new one, or cancel the order and enter another.',
    ],
    ['订单 {order} 的 {field} 为 {value}，修订不能更改。', '也许请去掉原行并新增一行，或取消后重新下单。'],
  ),

  'work-order.closed': entry(
    409,
    ['Work order {workOrder} is {status}.', 'Maybe it was finished or cancelled meanwhile.'],
    ['工单 {workOrder} 状态为 {status}。', '也许已完成或已取消。'],
  ),
  'operation.illegal-step': entry(
    409,
    ['Operation {operation} is {status}; it cannot be {step}.', 'Maybe somebody else has done it already.'],
    ['工序 {operation} 状态为“{status}”，不能{step}。', '也许他人已经操作过。'],
    TAKEN_BACK,
  ),
  'operation.wrong-station': entry(
    409,
    ['Operation {operation} cannot run on {station}.', 'Maybe it was moved to {planned}.'],
    ['工序 {operation} 不能在 {station} 上进行。', '也许已调整到 {planned}。'],
  ),
  'operation.station-busy': entry(
    409,
    ['{station} is working on {other}.', 'Maybe pause or finish that one first.'],
    ['{station} 正在加工 {other}。', '也许请先暂停或完成它。'],
  ),
  'operation.waiting': entry(
    409,
    ['Operation {operation} waits for {missing}.', 'Maybe the operation before it has not reported yet.'],
    ['工序 {operation} 正在等待 {missing}。', '也许前道工序尚未报工。'],
  ),
  'operation.held': entry(
    409,
    ['Operation {operation} is on hold: {reason}.', 'Maybe quality has to release it.'],
    ['工序 {operation} 已被扣留：{reason}。', '也许需要质检放行。'],
  ),
  'report.too-much': entry(
    422,
    [
      '{qty} is far above the {target} ordered for {operation}.',
      'Maybe a digit too many; at most {limit} can be reported.',
    ],
    ['{qty} 远超 {operation} 的目标 {target}。', '也许多输了一位；最多可报 {limit}。'],
  ),
  'report.nothing': entry(
    422,
    ['The report has no quantity.', 'Maybe enter good or scrap pieces.'],
    ['报工没有数量。', '也许请输入良品或废品数量。'],
  ),
  'report.scrap-reason': entry(
    422,
    ['{scrap} scrapped pieces need a reason.', 'Maybe choose one of the tiles.'],
    ['报废 {scrap} 件需要原因。', '也许请选择一个原因。'],
  ),
  'report.conflict': entry(
    409,
    [
      'The command {commandId} was used for a different report.',
      'Maybe two devices share a generator of ids.',
    ],
    ['命令 {commandId} 已用于另一条报工。', '也许两台设备使用了相同的编号。'],
  ),
  ...stockFaultCatalog,
  ...receiptFaultCatalog,
  'check.invalid': entry(
    422,
    ['{value} is no answer to {name}: {kind} is asked for.', 'Maybe a decimal comma was typed, or a unit.'],
    ['{value} 不是“{name}”的有效答案：应为 {kind}。', '也许输入了小数逗号或单位。'],
  ),
  'handover.no-shift': entry(
    404,
    ['Line {line} has no shift at {at} that could be handed over.', 'Maybe it has not begun yet.'],
    ['产线 {line} 在 {at} 没有可交接的班次。', '也许该班次尚未开始。'],
  ),
  'hold.none': entry(
    409,
    ['Lot {lot} is not on hold.', 'Maybe somebody else has released it.'],
    ['批次 {lot} 未被扣留。', '也许他人已经放行。'],
  ),
  'stop.open': entry(
    409,
    ['The stop {stop} is explained already by {by}.', 'Maybe somebody else was faster.'],
    ['停机 {stop} 已由 {by} 说明。', '也许他人已先处理。'],
  ),

  'schedule.stale': entry(
    409,
    [
      'The plan was made from version {base}, but version {current} is published.',
      'Maybe another change came first; a new plan is being made.',
    ],
    ['该计划基于版本 {base}，但当前已发布版本为 {current}。', '也许有其他更改先生效；正在重新排程。'],
  ),
  'schedule.not-draft': entry(
    409,
    ['Schedule {version} is {status} and cannot be published.', 'Maybe look at the newest version.'],
    ['排程 {version} 状态为 {status}，不能发布。', '也许请查看最新版本。'],
  ),
  'schedule.not-planned': entry(
    409,
    [
      'Operation {operation} is {status} and has no place in the plan in force.',
      'Maybe no plan could place it; those that could not be placed are named with the plan.',
    ],
    ['工序 {operation} 状态为“{status}”，不在当前排程中。', '也许无法排入；未能排入的工序列在排程中。'],
  ),
  'schedule.frozen': entry(
    409,
    [
      'Operation {operation} is inside the frozen zone until {until}.',
      'Maybe a supervisor can move it by hand.',
    ],
    ['工序 {operation} 在冻结期内（至 {until}）。', '也许主管可以手动调整。'],
  ),
  'schedule.infeasible': entry(
    409,
    ['{operation} does not fit on {station} at {at}: {why}.', 'Maybe choose another time or station.'],
    ['{operation} 无法在 {at} 安排到 {station}：{why}。', '也许请选择其他时间或工位。'],
    INFEASIBLE,
  ),
  'notice.closed': entry(
    409,
    ['Notice {notice} is no longer valid.', 'Maybe a later change replaced it.'],
    ['通知 {notice} 已失效。', '也许已被之后的更改替代。'],
  ),
  'andon.illegal-step': entry(
    409,
    ['Call {call} is {status}; it cannot be {step}.', 'Maybe somebody else has answered it.'],
    ['呼叫 {call} 状态为“{status}”，不能{step}。', '也许他人已经响应。'],
  ),
  ...importFaultCatalog,
  ...labelFaultCatalog,
  ...figureFaultCatalog,
  ...channelFaultCatalog,
  ...reportFaultCatalog,
  ...floorFaultCatalog,
} as const satisfies Record<string, CatalogEntry>;

/** A stable error code. */
export type ErrorCode = keyof typeof errorCatalog;

/** HTTP status of a code. */
export function statusOf(code: ErrorCode): number {
  return errorCatalog[code].status;
}
