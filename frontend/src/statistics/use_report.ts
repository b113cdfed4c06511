import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { answer } from '../api/client.js'
import type { StatisticsReport } from '../api/types.js'
import { useApi } from '../api/use_api.js'
import { useFormat } from '../i18n/format.js'
import { textFrom } from '../ui/page_from.js'

/** The report of the period in the address (`tu`, `den`), the last thirty days by default. */
export function useReport() {
  const route = useRoute()
  const query = computed(() => ({
    from: textFrom(route.query.tu) || undefined,
    to: textFrom(route.query.den) || undefined,
  }))
  const loaded = useApi(
    () => `statistics:${JSON.stringify(query.value)}`,
    async (api) => {
      // Without a `format` it is JSON, which the types cannot know
      const found = await answer(api.GET('/statistics/report', { params: { query: query.value } }))
      return (found as { data: StatisticsReport }).data
    }
  )
  return { ...loaded, isDesk: route.path.startsWith('/bien-tap') }
}

/** 4325 → `1 giờ 12 phút`. */
export function useWatchTime() {
  const { t } = useI18n()
  const format = useFormat()
  return (seconds: number) => {
    const minutes = Math.round(seconds / 60)
    if (seconds < 60) return t('statistics.time.seconds', { seconds: Math.round(seconds) })
    if (minutes < 60) return t('statistics.time.minutes', { minutes })
    const hours = format.number(Math.floor(minutes / 60))
    return minutes % 60
      ? t('statistics.time.both', { hours, minutes: minutes % 60 })
      : t('statistics.time.hours', { hours })
  }
}
