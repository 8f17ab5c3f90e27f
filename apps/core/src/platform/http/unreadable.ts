import { maxHeaderSize, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { ProblemException, problemOf } from '../errors';

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/**
 * What is wrong with a request that could not be read.
 * @param code of the error that the parser of HTTP gave
 */
function unreadable(code: string | undefined): ProblemException {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new ProblemException('request.headers-too-large', { limit: maxHeaderSize });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new ProblemException('request.too-slow');
  return new ProblemException('request.invalid', { first: code ?? 'HTTP', reason: 'not-http' });
}

function answer({ code, facts, status }: ProblemException): string {
  // Of what cannot be read, the language of the caller is not known either.
  const body = JSON.stringify(problemOf(code, facts, 'en', { traceId: uuid() }));
  return [
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'Bad Request'}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/** Answers what is no HTTP request, and requests whose address and headers are too long, as everything else: with a problem. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(answer(unreadable(error.code)));
  });
}
