export interface Period {
  from: string
  to: string
}

export const PRESETS = ['days30', 'thisMonth', 'lastMonth', 'thisQuarter', 'thisYear', 'lastYear'] as const
export type Preset = (typeof PRESETS)[number]

const text = (date: Date) => date.toISOString().slice(0, 10)
const utc = (year: number, month: number, day = 1) => new Date(Date.UTC(year, month, day))

/** The first and the last day of a usual period; a running one ends today. `today` is YYYY-MM-DD. */
export function presetPeriod(preset: Preset, today: string): Period {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const since = (from: Date): Period => ({ from: text(from), to: today })
  switch (preset) {
    case 'days30':
      return since(utc(year, month - 1, day - 29))
    case 'thisMonth':
      return since(utc(year, month - 1))
    case 'lastMonth':
      return { from: text(utc(year, month - 2)), to: text(utc(year, month - 1, 0)) }
    case 'thisQuarter':
      return since(utc(year, Math.floor((month - 1) / 3) * 3))
    case 'thisYear':
      return since(utc(year, 0))
    case 'lastYear':
      return { from: text(utc(year - 1, 0)), to: text(utc(year, 0, 0)) }
  }
}
