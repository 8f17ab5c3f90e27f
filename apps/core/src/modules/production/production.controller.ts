import { Controller } from '@nestjs/common';
import {
  instructionRoutes,
  operationRoutes,
  reportRoutes,
  workOrderRoutes,
  type InputOf,
  type Instruction,
  type Operation,
  type Refusal,
  type ReplyOf,
  type WorkOrder,
} from '@takt/contracts';
import type { Caller } from '../../platform/context';
import { filterInstant, Handle, In, Who } from '../../platform/http';
import { AssignmentService } from './assignment.service';
import { InstructionReader } from './instruction.reader';
import { MoveService } from './move.service';
import { OperationService } from './operation.service';
import { ReportService } from './report.service';
import { WorkOrderService } from './work-order.service';

/** Work orders, operations and reports over HTTP. */
@Controller()
export class ProductionController {
  constructor(
    private readonly workOrders: WorkOrderService,
    private readonly operations: OperationService,
    private readonly moves: MoveService,
    private readonly assignments: AssignmentService,
    private readonly reports: ReportService,
    private readonly instructions: InstructionReader,
  ) {}

  @Handle(workOrderRoutes.list)
  listWorkOrders(
    @In() { query }: InputOf<typeof workOrderRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof workOrderRoutes.list>> {
    return this.workOrders.page(caller.plant, query.filter, query);
  }

  @Handle(workOrderRoutes.get)
  getWorkOrder(
    @In() { params }: InputOf<typeof workOrderRoutes.get>,
    @Who() caller: Caller,
  ): Promise<WorkOrder | Refusal> {
    return this.workOrders.get(caller.plant, params.workOrder);
  }

  @Handle(workOrderRoutes.create)
  createWorkOrder(
    @In() { body }: InputOf<typeof workOrderRoutes.create>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof workOrderRoutes.create> | Refusal> {
    return this.workOrders.create(caller.plant, body);
  }

  @Handle(workOrderRoutes.cancel)
  cancelWorkOrder(
    @In() input: InputOf<typeof workOrderRoutes.cancel>,
    @Who() caller: Caller,
  ): Promise<WorkOrder | Refusal> {
    return this.workOrders.cancel(caller.plant, input);
  }

  @Handle(operationRoutes.list)
  listOperations(
    @In() { query }: InputOf<typeof operationRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof operationRoutes.list>> {
    return this.operations.page(caller.plant, query.filter, query);
  }

  @Handle(operationRoutes.get)
  getOperation(
    @In() { params }: InputOf<typeof operationRoutes.get>,
    @Who() caller: Caller,
  ): Promise<Operation | Refusal> {
    return this.operations.get(caller.plant, params.operation);
  }

  @Handle(instructionRoutes.get)
  instruction(
    @In() { params }: InputOf<typeof instructionRoutes.get>,
    @Who() caller: Caller,
  ): Promise<Instruction | Refusal> {
    return this.instructions.read(caller.plant, params.operation);
  }

  @Handle(operationRoutes.pin)
  pin(@In() input: InputOf<typeof operationRoutes.pin>, @Who() caller: Caller): Promise<Operation | Refusal> {
    return this.operations.pin(caller.plant, input);
  }

  @Handle(operationRoutes.move)
  move(
    @In() input: InputOf<typeof operationRoutes.move>,
    @Who() caller: Caller,
  ): Promise<Operation | Refusal> {
    return this.moves.move(caller, input);
  }

  @Handle(operationRoutes.assign)
  assign(
    @In() input: InputOf<typeof operationRoutes.assign>,
    @Who() caller: Caller,
  ): Promise<Operation | Refusal> {
    return this.assignments.assign(caller.plant, input);
  }

  @Handle(operationRoutes.release)
  release(
    @In() input: InputOf<typeof operationRoutes.release>,
    @Who() caller: Caller,
  ): Promise<Operation | Refusal> {
    return this.operations.release(caller, input);
  }

  @Handle(reportRoutes.list)
  listReports(
    @In() { query }: InputOf<typeof reportRoutes.list>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof reportRoutes.list>> {
    const { from, to, ...filter } = query.filter;
    const window = { from: filterInstant('from', from), to: filterInstant('to', to) };
    return this.reports.page(caller.plant, { ...filter, ...window }, query);
  }

  @Handle(reportRoutes.create)
  report(
    @In() { body }: InputOf<typeof reportRoutes.create>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof reportRoutes.create> | Refusal> {
    return this.reports.create(caller, body);
  }

  @Handle(reportRoutes.reverse)
  reverse(
    @In() { params, body }: InputOf<typeof reportRoutes.reverse>,
    @Who() caller: Caller,
  ): Promise<ReplyOf<typeof reportRoutes.reverse> | Refusal> {
    return this.reports.reverse(caller, { report: params.report, ...body });
  }
}
