/** Bytes of TCVN3 (TCVN 5712:1993, the "ABC" fonts) beyond ASCII. Toned capitals have no bytes: a font draws them. */
const rows: [first: number, letters: string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]

const letters = new Map(rows.flatMap(([first, row]) => [...row].map((letter, at) => [first + at, letter])))

/** What has no letter there (quotes, dashes) is as Windows has it. */
export function decodeTcvn3(bytes: Uint8Array): string {
  const windows = new TextDecoder('windows-1252').decode(bytes)
  return [...windows].map((sign, at) => letters.get(bytes[at]!) ?? sign).join('')
}
