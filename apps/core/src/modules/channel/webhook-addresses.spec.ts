import { WebhookAddresses } from './webhook-addresses';

const none = new WebhookAddresses({ WEBHOOK_PRIVATE: [] });
const some = new WebhookAddresses({ WEBHOOK_PRIVATE: ['127.0.0.1', '10.1.0.0/16', 'fd00::/8'] });

it.each([
  'http://127.0.0.1/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f.0.0.1/',
  'https://0/',
  'https://10.0.0.1/',
  'https://100.100.100.200/',
  'https://169.254.169.254/latest/meta-data',
  'https://172.31.255.255/',
  'https://192.168.1.1:8443/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[64:ff9b::a00:1]/',
  'https://[fe80::1]/',
  'https://[fd12::1]/',
])('%s is not reached', (url) => {
  expect(none.whyNotUrl(url)).toBe('a private address');
});

it('public addresses are reached by TLS only', () => {
  expect(none.whyNotUrl('https://93.184.216.34/')).toBeNull();
  expect(none.whyNotUrl('https://[2606:2800:220:1:248:1893:25c8:1946]/')).toBeNull();
  expect(none.whyNotUrl('http://93.184.216.34/')).toBe('http without TLS');
});

it('names are asked for when something is sent', () => {
  expect(none.whyNotUrl('https://shop.example/hook')).toBeNull();
  expect(none.whyNot('192.168.0.7', true)).toBe('a private address');
});

it('private networks of the settings are reached, others are not', () => {
  expect(some.whyNotUrl('http://127.0.0.1:8080/')).toBeNull();
  expect(some.whyNotUrl('http://[::ffff:127.0.0.1]/')).toBeNull();
  expect(some.whyNotUrl('http://10.1.255.1/')).toBeNull();
  expect(some.whyNotUrl('http://[fd00::7]/')).toBeNull();
  expect(some.whyNotUrl('http://127.0.0.2/')).toBe('a private address');
  expect(some.whyNotUrl('http://10.2.0.1/')).toBe('a private address');
});
