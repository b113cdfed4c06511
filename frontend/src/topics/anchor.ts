/** `Phòng, chống ma túy` → `phong-chong-ma-tuy`: the place of a sub-topic on its topic's page. */
export function anchorOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
