import { entry, type CatalogEntry } from './catalog-entry';

/** Faults of reports that are sent by themselves, part of the error catalogue. */
export const reportFaultCatalog = {
  'report.no-mail': entry(
    409,
    ['Mail cannot be sent: no mail server is set.', 'Maybe set SMTP_URL and SMTP_FROM, or use a webhook.'],
    ['无法发送邮件：未设置邮件服务器。', '也许请设置 SMTP_URL 和 SMTP_FROM，或改用 Webhook。'],
  ),
  'report.no-period': entry(
    409,
    [
      'No {span} that report {subscription} could be about has ended yet.',
      'Maybe the line has no shifts, or the plant has just been set up.',
    ],
    ['报告 {subscription} 尚无已结束的周期（{span}）。', '也许该产线没有班次，或工厂刚刚建立。'],
  ),
} as const satisfies Record<string, CatalogEntry>;
