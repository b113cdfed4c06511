/** schema.org BreadcrumbList: the way to a page, the page itself last. */
export function structuredTrail(
  origin: string,
  trail: { label: string; to: string }[]
): Record<string, unknown> {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, to }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: origin + to,
    })),
  }
}
