import { signedHeaders } from './signature';

it('signs timestamp and body', () =>
  // printf '1700000000.{"order":"A"}' | openssl dgst -sha256 -hmac key
  expect(signedHeaders('key', '{"order":"A"}', 1_700_000_000_999)).toEqual({
    'x-takt-signature': '9028662aa8d612dff5348fd511b8f4a39f725ebb71c1a402350557ec573d1e27',
    'x-takt-timestamp': '1700000000',
  }));
