import { sameSignature, seal, signatureOf, unseal } from './signature';

describe('signature', () => {
  it('is the HMAC-SHA256 of timestamp and body', () => {
    // echo -n '1700000000.{}' | openssl dgst -sha256 -hmac key
    expect(signatureOf('key', '1700000000', '{}')).toMatch(/^[0-9a-f]{64}$/);
    expect(signatureOf('key', '1700000000', '{}')).not.toBe(signatureOf('key', '1700000001', '{}'));
    expect(signatureOf('key', '1', Buffer.from('é'))).toBe(signatureOf('key', '1', 'é'));
  });

  it('is compared in full', () => {
    expect(sameSignature('abc', 'abc')).toBe(true);
    expect(sameSignature('abc', 'abd')).toBe(false);
    expect(sameSignature('abc', 'abcd')).toBe(false);
  });
});

describe('sealed secrets', () => {
  it('open with the secret of the installation only', () => {
    const sealed = seal('shop secret', 'one');
    expect(unseal(sealed, 'one')).toBe('shop secret');
    expect(() => unseal(sealed, 'two')).toThrow();
  });
});
