import {
  applyDecorators,
  createParamDecorator,
  HttpException,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Observable } from 'rxjs';
import type { Route } from '@takt/contracts';
import { misfitProblem, ProblemException } from '../errors';

const TOO_LARGE = 413;
const FIELD = 'file';

/** A file that was uploaded, in memory. */
export interface UploadedFile {
  /** name as the sender gave it */
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** Takes the file of a multipart request into memory, up to the limit of the route. */
function uploadInterceptor(route: Route): new () => NestInterceptor {
  const limit = route.bodyLimit ?? 1_048_576;
  const Multipart = FileInterceptor(FIELD, {
    limits: { fileSize: limit, files: 1, fields: 10, fieldSize: 1000, parts: 11 },
    defParamCharset: 'utf8',
  } as Parameters<typeof FileInterceptor>[1]);
  return class Upload extends Multipart {
    override async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
      try {
        return await super.intercept(context, next);
      } catch (error) {
        if (error instanceof HttpException && error.getStatus() === TOO_LARGE)
          throw new ProblemException('request.too-large', { limit });
        throw error;
      }
    }
  };
}

/** Makes a handler of a route with `raw: 'file'` take the file; it gets it by {@link Uploaded}. */
export function Upload(route: Route): MethodDecorator {
  return applyDecorators(UseInterceptors(uploadInterceptor(route)));
}

/**
 * The file of the request.
 * @throws {ProblemException} request.invalid when there is none
 */
export const Uploaded = createParamDecorator((_: unknown, context: ExecutionContext): UploadedFile => {
  const { file } = context.switchToHttp().getRequest<{ file?: UploadedFile }>();
  if (!file) throw misfitProblem('body.file', 'multipart field "file" is missing');
  return file;
});
