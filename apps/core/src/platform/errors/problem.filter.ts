import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { sentenceOf, type ErrorCode, type Facts, type Language, type Problem } from '@takt/contracts';
import { v7 as uuid } from 'uuid';
import { currentContext, languageOf } from '../context';
import { isAway } from './away';
import { ProblemException } from './problem.exception';

interface HttpFault {
  readonly status?: number;
  readonly statusCode?: number;
  readonly type?: string;
  readonly limit?: number;
  readonly charset?: string;
  readonly encoding?: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Finds the code that an error of the framework stands for. */
function classify(error: unknown, path: string): ProblemException {
  if (error instanceof ProblemException) return error;
  const fault = error as HttpFault & Error;
  const status = error instanceof HttpException ? error.getStatus() : (fault.status ?? fault.statusCode);
  if (fault.type === 'entity.too.large' || status === 413)
    return new ProblemException('request.too-large', { limit: fault.limit ?? 1_048_576 });
  if (status === 415)
    return new ProblemException('request.media-type', {
      given: fault.charset ?? fault.encoding ?? '–',
      wanted: JSON_TYPE,
    });
  // Nest makes a plain exception of what the parser of bodies throws.
  if (status === 400 && /\bJSON\b/.test(fault.message))
    return new ProblemException('request.invalid', {
      first: fault.message.slice(0, 200),
      reason: 'not-json',
    });
  if (status === 404) return new ProblemException('request.not-found', { path });
  if (status === 429) return new ProblemException('request.too-many', { seconds: 60 });
  if (status !== undefined && status >= 400 && status < 500)
    return new ProblemException('request.invalid', { first: String(fault.message).slice(0, 200) });
  if (isAway(fault)) return new ProblemException('service.unavailable', { part: 'PostgreSQL' });
  return new ProblemException('request.failed', { trace: currentContext()?.traceId ?? '' });
}

/** Body of an error reply. */
export function problemOf(
  code: ErrorCode,
  facts: Facts,
  language: Language,
  rest: Partial<Problem> = {},
): Problem {
  const error = new ProblemException(code, facts);
  return {
    type: `/api/docs#${code}`,
    title: code,
    status: error.status,
    ...sentenceOf(code, facts, language),
    code,
    facts,
    ...rest,
  };
}

/** Turns every error into `application/problem+json`; what nobody expected is logged with its trace id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host
      .switchToHttp()
      .getRequest<{ path: string; headers: Record<string, string>; id?: string }>();
    const problem = classify(error, request.path);
    // What is refused before the log has seen it has no number yet.
    const traceId = currentContext()?.traceId ?? String(request.id ?? uuid());
    if (problem.status >= 500 && problem.code === 'request.failed')
      this.logger.error({ traceId, path: request.path, err: error }, 'request failed');
    if (response.headersSent) return;
    const facts = problem.code === 'request.failed' ? { trace: traceId } : problem.facts;
    const body = problemOf(problem.code, facts, languageOf(request.headers['accept-language']), {
      traceId,
      ...(problem.faults.length > 0 ? { faults: [...problem.faults] } : {}),
    });
    if (problem.code === 'service.unavailable') response.setHeader('Retry-After', '2');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(body));
  }
}
