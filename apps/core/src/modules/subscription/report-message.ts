import { Injectable } from '@nestjs/common';
import { isRefusal, ReportMessage, type Refusal } from '@takt/contracts';
import { ReportWriter } from '../performance';
import type { ClaimedSending } from './sending.repository';

/** Writes what is sent: the report as a file, with what it is about. */
@Injectable()
export class ReportMessages {
  constructor(private readonly reports: ReportWriter) {}

  /** The message of a sending as JSON. @returns reference.unknown: the line is gone, or the shift was taken off the calendar */
  async write(plant: string, { sending, subscription }: ClaimedSending): Promise<string | Refusal> {
    const { id, span, period, day, trial, fromAt, toAt } = sending;
    const { line, language, format } = subscription;
    const shift = span === 'shift' ? { shift: period } : {};
    const asked = { span, day, language, ...shift, ...(line === null ? {} : { line }) };
    const file = await this.reports.write(plant, asked, format);
    if (isRefusal(file)) return file;
    const { title, about, fileName, mediaType, bytes } = file;
    const message: ReportMessage = {
      ...{ id, event: 'report.written', plant, subscription: subscription.id, trial, span, period, day },
      ...{ from: fromAt.toISOString(), to: toAt.toISOString(), line, language },
      ...{ title, about: [...about], fileName, mediaType, content: bytes.toString('base64') },
    };
    return JSON.stringify(ReportMessage.parse(message));
  }
}
