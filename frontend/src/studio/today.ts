import { formatDay } from '../i18n/format.js'

/** The legal day in Vietnam, `YYYY-MM-DD`; to be called in the browser only, where a page stays open overnight. */
export function todayInVietnam(now = new Date()): string {
  const [day, month, year] = formatDay(now.toISOString(), 'vi').split('/')
  return `${year}-${month}-${day}`
}
