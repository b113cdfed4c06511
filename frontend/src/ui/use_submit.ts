import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { ApiError } from '../api/api_error.js'

/**
 * Runs what a form does: one at a time, with the failures at hand for its fields.
 *
 * `general` are the sentences that belong to none of `fields`, to be shown above the button.
 */
export function useSubmit(fields: string[] = []) {
  const { t } = useI18n()
  const busy = ref(false)
  const failure = shallowRef<ApiError | null>(null)

  async function submit(act: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failure.value = null
    try {
      await act()
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      failure.value = error
      return false
    } finally {
      busy.value = false
    }
  }

  const errorFor = (field: string) => failure.value?.for(field)
  function general(): string[] {
    if (!failure.value) return []
    if (failure.value.code === 'E_NETWORK') return [t('ui.offline')]
    return failure.value.failures
      .filter(({ field }) => !field || !fields.includes(field))
      .map(({ message }) => message)
  }
  return { busy, failure, submit, errorFor, general }
}
