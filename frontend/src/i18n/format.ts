import { useHub } from '../app/hub.js'
import type { Language } from './language.js'

const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function parts(time: string) {
  const found = Object.fromEntries(clock.formatToParts(new Date(time)).map((part) => [part.type, part.value]))
  return { day: `${found.year}-${found.month}-${found.day}`, clock: `${found.hour}:${found.minute}` }
}

/** A legal day (`YYYY-MM-DD`), or the day in Vietnam of a point in time. */
export function formatDay(value: string, language: Language): string {
  const [year = '', month = '', day = ''] = (value.length > 10 ? parts(value).day : value).split('-')
  if (language === 'vi') return `${day}/${month}/${year}`
  return `${Number(day)} ${ENGLISH_MONTHS[Number(month) - 1]} ${year}`
}

export function formatTime(value: string, language: Language): string {
  return `${parts(value).clock}, ${formatDay(value, language)}`
}

/** 83 → `1:23`, 3725 → `1:02:05`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const rest = String(whole % 60).padStart(2, '0')
  const minutes = Math.floor(whole / 60) % 60
  const hours = Math.floor(whole / 3600)
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** `PT1M23S`, as schema.org wants it. */
export function isoDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `PT${Math.floor(whole / 60)}M${whole % 60}S`
}

/** Thousands are parted as the language does: 12.345 in Vietnamese, 12,345 in English. */
export function formatNumber(value: number, language: Language): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',')
}

export function formatBytes(bytes: number, language: Language): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  const text = value < 10 && unit > 0 ? value.toFixed(1) : String(Math.round(value))
  return `${language === 'vi' ? text.replace('.', ',') : text} ${units[unit]}`
}

/** The formatters in the language of the page. */
export function useFormat() {
  const { language } = useHub()
  return {
    day: (value: string) => formatDay(value, language),
    time: (value: string) => formatTime(value, language),
    duration: formatDuration,
    number: (value: number) => formatNumber(value, language),
    bytes: (value: number) => formatBytes(value, language),
  }
}
