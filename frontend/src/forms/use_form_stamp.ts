import { onScopeDispose } from 'vue'
import { ApiError } from '../api/api_error.js'
import { dataOf } from '../api/client.js'
import { useHub } from '../app/hub.js'
import { findProof } from './proof_of_work.js'

export interface FormStamp {
  formToken: string
  proof: string
}

/**
 * What a form without an account is sent with. It is worked out while the sender writes: call `prepare` when they begin.
 * A token that has grown too old meanwhile is replaced, and the form sent once more.
 */
export function useFormStamp(videoId: () => string, purpose: 'question' | 'report') {
  const { api } = useHub()
  const ended = new AbortController()
  onScopeDispose(() => ended.abort())
  let stamp: Promise<FormStamp> | null = null

  async function open(): Promise<FormStamp> {
    const params = { path: { id: videoId() }, query: { purpose } }
    const { token, difficultyBits, leastSeconds } = await dataOf(
      api.GET('/videos/{id}/form-token', { params })
    )
    // The server takes what is sent in less for a machine's
    const notBefore = wait(leastSeconds * 1000 + 300)
    const proof = await findProof(token, difficultyBits, ended.signal)
    await notBefore
    return { formToken: token, proof }
  }
  function prepare(): Promise<FormStamp> {
    stamp ??= open()
    // Whoever sends hears of a failure; preparing again may go well
    stamp.catch(() => (stamp = null))
    return stamp
  }
  async function send<T>(act: (stamp: FormStamp) => Promise<T>): Promise<T> {
    try {
      return await once(act)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'E_FORM_TOKEN') throw error
      stamp = null
      return once(act)
    }
  }
  async function once<T>(act: (stamp: FormStamp) => Promise<T>): Promise<T> {
    const sent = await act(await prepare())
    stamp = null
    return sent
  }
  return { prepare: () => void prepare().catch(() => {}), send }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
