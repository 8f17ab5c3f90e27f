import { z } from 'zod';
import { form, formIssue, type Form } from './form-words';
import { listQuery, pageOf } from './list';
import { allow } from './role';
import { route } from './route';
import { Id, Instant, Name, Uuid, named } from './scalar';

/** Largest picture, video or PDF of an instruction, in bytes. */
export const MEDIA_BYTES_MAX = 16_777_216;

/** What a medium shows. */
export const MediaKind = z.enum(['picture', 'video', 'pdf']);
/** What a medium shows. */
export type MediaKind = z.infer<typeof MediaKind>;

/** Media types that are taken, by what they show. Their bytes have to say the same. */
export const MEDIA_TYPES = {
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'image/webp': 'picture',
  'video/mp4': 'video',
  'video/webm': 'video',
  'application/pdf': 'pdf',
} as const satisfies Readonly<Record<string, MediaKind>>;
/** One of {@link MEDIA_TYPES}. */
export type MediaType = keyof typeof MEDIA_TYPES;

/** A picture, video or PDF that instructions show. It is only added: what an operation was made by stays to be seen. */
export const Media = z.object({
  id: Uuid,
  name: Name.describe('name of the file'),
  kind: MediaKind,
  type: z.enum(Object.keys(MEDIA_TYPES) as [MediaType, ...MediaType[]]),
  bytes: z.number().int().min(1).max(MEDIA_BYTES_MAX),
  addedAt: Instant,
  addedBy: z.string(),
});
/** A picture, video or PDF. */
export type Media = z.infer<typeof Media>;

/** What a check answers with. */
export const CaptureKind = z.enum(['number', 'text', 'yes-no', 'choice']);
/** What a check answers with. */
export type CaptureKind = z.infer<typeof CaptureKind>;

/** Answers that fit on the tiles of one screen. */
export const CHOICES_MAX = 9;

/** One answer of a choice. */
export const CaptureChoice = z.object({
  ...named,
  good: z.boolean().describe('false: who answers this puts the operation on hold'),
});
/** One answer of a choice. */
export type CaptureChoice = z.infer<typeof CaptureChoice>;

/** What a step asks for: a number with its limits, yes (good) or no, a text, or one of some choices. */
export const StepCapture = z
  .object({
    name: z.string().trim().min(1).max(60).describe('name of the check, such as oven_c'),
    nameZh: z.string().trim().min(1).max(60).optional(),
    kind: CaptureKind,
    unit: z.string().trim().max(12).default(''),
    min: z.number().nullable().default(null),
    max: z.number().nullable().default(null),
    choices: z.array(CaptureChoice).max(CHOICES_MAX).default([]).describe('kind choice: two or more'),
  })
  .superRefine(({ kind, min, max, choices }, context) => {
    const fault = (words: Form, path: string): void => context.addIssue(formIssue(words, { path: [path] }));
    if (min !== null && max !== null && min > max) fault('the lower limit lies above the upper', 'min');
    if (kind === 'choice' && choices.length < 2) fault('a choice has two answers or more', 'choices');
    if (new Set(choices.map(({ name }) => name)).size < choices.length)
      fault('an answer stands there once', 'choices');
  });
/** What a step asks for. */
export type StepCapture = z.infer<typeof StepCapture>;

/** One step of an instruction: words, a medium, or both, and perhaps something to be typed in. */
export const InstructionStep = z
  .object({
    text: z.string().trim().max(2000).default(''),
    textZh: z.string().trim().max(2000).default(''),
    media: Uuid.nullable().default(null),
    capture: StepCapture.nullable().default(null),
  })
  .refine(({ text, media, capture }) => text !== '' || media !== null || capture !== null, {
    message: form('a step says, shows or asks something'),
    path: ['text'],
  });
/** One step of an instruction. */
export type InstructionStep = z.infer<typeof InstructionStep>;

/** Most steps of one operation. */
export const STEPS_MAX = 60;

/** A step as a screen shows it. */
export const ShownStep = z.object({
  no: z.number().int().min(1).describe('counted from 1'),
  text: z.string(),
  textZh: z.string(),
  media: Media.nullable(),
  capture: StepCapture.nullable(),
});
/** A step as a screen shows it. */
export type ShownStep = z.infer<typeof ShownStep>;

/** How an operation is done, as its routing said when it was released. */
export const Instruction = z.object({ operation: Id, steps: z.array(ShownStep) });
/** How an operation is done. */
export type Instruction = z.infer<typeof Instruction>;

/** Instructions of operations. */
export const instructionRoutes = {
  get: route({
    method: 'GET',
    path: '/instructions/:operation',
    access: allow.anyone,
    summary: 'How an operation is done, step by step; a plain text has a step a line',
    params: z.strictObject({ operation: Id }),
    reply: Instruction,
    errors: ['thing.unknown'],
  }),
} as const;

/** Pictures, videos and PDFs of instructions. */
export const mediaRoutes = {
  list: route({
    method: 'GET',
    path: '/media',
    access: allow.office,
    summary: 'Pictures, videos and PDFs, the newest first',
    query: listQuery(['kind'], ['addedAt'], { kind: MediaKind.options }),
    reply: pageOf(Media),
  }),
  add: route({
    method: 'POST',
    path: '/media',
    access: allow.planners,
    summary: 'Add a picture, video or PDF; what is there already is given back',
    status: 201,
    raw: 'file',
    bodyLimit: MEDIA_BYTES_MAX,
    reply: Media,
    errors: ['media.unreadable', 'request.too-large'],
  }),
  content: route({
    method: 'GET',
    path: '/media/:media/content',
    access: allow.anyone,
    summary: 'The picture, video or PDF itself; it never changes',
    raw: 'download',
    params: z.strictObject({ media: Uuid }),
    reply: z.any(),
    errors: ['thing.unknown'],
  }),
} as const;
