import { test } from '@japa/runner'
import { decodeCaptions } from '../../../backend/app/captions/decode_captions.js'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const line = 'Chào bà con, hôm nay ta nói về luật đất đai.'

test.group('The code of a caption file', () => {
  test('is UTF-8 or UTF-16, with and without a mark', ({ assert }) => {
    const utf16le = Buffer.from(`1\n00:00:01,000 --> 00:00:02,000\n${line}\n`, 'utf16le')
    const utf16be = Buffer.from(utf16le).swap16()
    const mark = Buffer.from('feff', 'hex')
    for (const [encoding, file] of Object.entries({
      'utf-8': [Buffer.from(line), Buffer.from(`\uFEFF${line}`)],
      'utf-16le': [utf16le, Buffer.concat([Buffer.from(mark).swap16(), utf16le])],
      'utf-16be': [utf16be, Buffer.concat([mark, utf16be])],
    }))
      for (const one of file) {
        const decoded = decodeCaptions(one, 'vi')
        assert.equal(decoded.encoding, encoding)
        assert.include(decoded.text, line)
        assert.notInclude(decoded.text, '\uFEFF')
      }
  })

  test('is windows-1258, whose tones are signs of their own', ({ assert }) => {
    // "Chào bà con, luật đất đai" as Windows 98 wrote it
    const file = bytes('43 68 E0 6F 20 62 E0 20 63 6F 6E 2C 20 6C 75 E2 F2 74 20 F0 E2 EC 74 20 F0 61 69')
    const { text, encoding } = decodeCaptions(file, 'vi')
    assert.deepEqual([text.normalize('NFC'), encoding], ['Chào bà con, luật đất đai', 'windows-1258'])
  })

  test('is TCVN3, which looks like Western letters and signs', ({ assert }) => {
    // "Bộ luật Dân sự quy định thừa kế, người được hưởng" in .VnTime
    const file = bytes(
      '42 E9 20 6C 75 CB 74 20 44 A9 6E 20 73 F9 20 71 75 79 20 AE DE 6E 68 20 74 68 F5 61 20 6B D5 2C ' +
        '20 6E 67 AD EA 69 20 AE AD EE 63 20 68 AD EB 6E 67'
    )
    assert.deepEqual(decodeCaptions(file, 'vi'), {
      text: 'Bộ luật Dân sự quy định thừa kế, người được hưởng',
      encoding: 'tcvn3',
    })
    assert.equal(decodeCaptions(bytes('93 58 69 6E 20 63 68 B5 6F 94'), 'vi').text, '“Xin chào”')
  })

  test('is Western for French, and the national code for Chinese', ({ assert }) => {
    assert.deepEqual(decodeCaptions(bytes('4C 92 E9 74 E9 20 E0 20 48 75 EA'), 'fr'), {
      text: 'L’été à Huê',
      encoding: 'windows-1252',
    })
    assert.equal(decodeCaptions(bytes('B7 A8 C2 C9'), 'zh').text, '法律')
  })

  test('stays UTF-8 where a single sign is spoiled', ({ assert }) => {
    const long = Buffer.from(`${line}\n`.repeat(20))
    const { text, encoding } = decodeCaptions(Buffer.concat([long, Buffer.from([0xe1, 0xba])]), 'vi')
    assert.equal(encoding, 'utf-8')
    assert.equal(text, `${line}\n`.repeat(20))
  })

  test('never fails on noise, and is quick with two megabytes of it', ({ assert }) => {
    const noise = Uint8Array.from({ length: 2_000_000 }, (_, at) => 0x80 + ((at * 7919) % 128))
    assert.isString(decodeCaptions(noise, 'vi').text)
    assert.equal(decodeCaptions(new Uint8Array(), 'vi').text, '')
  })
})
