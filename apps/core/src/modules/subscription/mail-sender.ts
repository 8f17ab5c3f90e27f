import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DELIVERY_HEADER, ReportMessage } from '@takt/contracts';
import { ENV, type Env } from '../../env';
import type { SendOutcome } from '../channel';

const TIME_MS = 20_000;
const STATUS_MAX = 120;

/** What a sent mail says of itself. */
interface Sent {
  readonly response: string;
  readonly rejected: readonly (string | { readonly address: string })[];
}

/** Sends reports as attachments through the mail server of the settings. @see https://nodemailer.com/smtp */
@Injectable()
export class MailSender implements OnApplicationShutdown {
  private readonly server: Transporter | null;

  constructor(@Inject(ENV) private readonly env: Pick<Env, 'SMTP_URL' | 'SMTP_FROM'>) {
    const times = { connectionTimeout: TIME_MS, greetingTimeout: TIME_MS, socketTimeout: TIME_MS };
    // Nothing of a mail is fetched from elsewhere.
    const closed = { disableFileAccess: true, disableUrlAccess: true };
    this.server =
      env.SMTP_URL === undefined ? null : createTransport({ url: env.SMTP_URL, ...times, ...closed });
  }

  /** Is there a mail server? */
  get ready(): boolean {
    return this.server !== null;
  }

  /** Sends once, under the same message id when repeated. Accepted as soon as one receiver is; the others are named. Never throws. */
  async send(to: readonly string[], text: string): Promise<SendOutcome> {
    if (this.server === null) return { accepted: false, status: 'no mail server is set' };
    const message = ReportMessage.parse(JSON.parse(text));
    try {
      const sent = (await this.server.sendMail(this.mailOf(to, message))) as Sent;
      const refused = sent.rejected.map((one) => (typeof one === 'string' ? one : one.address));
      const status =
        refused.length === 0 ? sent.response : `${sent.response}; refused: ${refused.join(', ')}`;
      return { accepted: true, status: status.slice(0, STATUS_MAX) };
    } catch (error) {
      const { code, response, message: words } = error as Error & { code?: string; response?: string };
      return { accepted: false, status: (response ?? code ?? words).slice(0, STATUS_MAX) };
    }
  }

  onApplicationShutdown(): void {
    this.server?.close();
  }

  private mailOf(to: readonly string[], { id, title, about, ...file }: ReportMessage) {
    const from = this.env.SMTP_FROM ?? '';
    const { fileName: filename, mediaType: contentType, content } = file;
    return {
      ...{ from, to: [...to], subject: `${about[0] ?? file.plant}: ${title}`, text: about.join('\n') },
      messageId: `<${id}@${from.split('@')[1] ?? 'takt'}>`,
      headers: { [DELIVERY_HEADER]: id, 'Auto-Submitted': 'auto-generated' },
      attachments: [{ filename, contentType, content: Buffer.from(content, 'base64') }],
    };
  }
}
