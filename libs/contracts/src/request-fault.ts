import { entry } from './catalog-entry';

/** What may be wrong with a request itself: its shape, type, size and address. */
export const requestFaultCatalog = {
  'request.invalid': entry(
    400,
    [
      'The request does not fit the contract: {first}.',
      'Maybe a field is missing, misspelt or out of range; see the list of faults.',
    ],
    ['请求不符合接口约定：{first}。', '也许有字段缺失、拼写错误或超出范围，请看错误列表。'],
    {
      'not-json': {
        en: ['The body is not JSON.', 'Maybe a comma or a quotation mark is missing, or it was cut off.'],
        zh: ['请求体不是有效的 JSON。', '也许缺少逗号或引号，或内容被截断。'],
      },
      'not-http': {
        en: ['This is no HTTP request.', 'Maybe another protocol is spoken, or it was cut off.'],
        zh: ['这不是有效的网络请求。', '也许使用了其他协议，或内容被截断。'],
      },
    },
  ),
  'request.media-type': entry(
    415,
    [
      'The body is of the type {given}; {wanted} is asked for.',
      'Maybe set the header Content-Type: {wanted}.',
    ],
    ['请求体类型为 {given}，应为 {wanted}。', '也许请设置请求头 Content-Type: {wanted}。'],
  ),
  'request.too-large': entry(
    413,
    ['The request is larger than {limit} bytes.', 'Maybe split it into several requests.'],
    ['请求超过 {limit} 字节。', '也许可以分成几次请求。'],
  ),
  'request.headers-too-large': entry(
    431,
    [
      'The address and the headers of the request are longer than {limit} bytes.',
      'Maybe a filter names too many values; send fewer at once.',
    ],
    ['请求的地址和请求头超过 {limit} 字节。', '也许筛选条件的值过多，请减少一次发送的数量。'],
  ),
  'request.too-slow': entry(
    408,
    ['The request did not arrive in time.', 'Maybe the network is slow; send it again.'],
    ['请求未能及时送达。', '也许网络较慢，请重新发送。'],
  ),
  'request.not-found': entry(
    404,
    ['There is nothing at {path}.', 'Maybe the address is misspelt; /api/docs lists what exists.'],
    ['{path} 处没有内容。', '也许地址有误，/api/docs 列出了全部接口。'],
  ),
  'request.too-many': entry(
    429,
    ['Too many requests; try again in {seconds} s.', 'Maybe a client repeats without pause.'],
    ['请求过多，请在 {seconds} 秒后重试。', '也许某个客户端在不停重复请求。'],
  ),
  'request.failed': entry(
    500,
    [
      'Something failed inside Takt; it is in the log under {trace}.',
      'Maybe try again; if it stays, send the log entry to support.',
    ],
    ['系统内部出错，日志编号 {trace}。', '也许可以重试；若仍出错，请把该日志发给支持人员。'],
  ),
} as const;
