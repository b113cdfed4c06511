/**
 * <chuyen-luat-list topic="giao-thong-van-tai" count="6" lang="vi"></chuyen-luat-list>: the newest skits on a topic
 * (`topic`), of an agency (`agency`) or on a law (`law`), in any page. Reads the public API; no cookie, no tracker.
 * Looks: --cl-ink, --cl-soft, --cl-accent, --cl-surface, --cl-radius, --cl-gap, --cl-columns, and ::part(item).
 */
const origin = new URL(import.meta.url).origin

const words = {
  vi: { none: 'Chưa có tiểu phẩm nào ở đây.', failed: 'Chưa tải được danh sách tiểu phẩm.' },
  en: { none: 'There are no skits here yet.', failed: 'The list of skits could not be loaded.' },
}

const style = `
:host{display:block;color:var(--cl-ink,inherit);font:inherit;line-height:1.5}
ul{display:grid;grid-template-columns:var(--cl-columns,repeat(auto-fill,minmax(min(100%,220px),1fr)));gap:var(--cl-gap,16px);margin:0;padding:0;list-style:none}
a{color:var(--cl-accent,inherit);text-decoration:none}a:hover{text-decoration:underline}
img,i{display:block;width:100%;aspect-ratio:16/9;object-fit:contain;background:var(--cl-surface,#120b14);border-radius:var(--cl-radius,6px)}
b{display:block;margin-top:8px;overflow-wrap:anywhere}small{color:var(--cl-soft,inherit)}p{margin:12px 0 0}`

/** An element with its attributes and children; text is only ever set as text. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

function lengthOf(seconds) {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

class ChuyenLuatList extends HTMLElement {
  static observedAttributes = ['topic', 'agency', 'law', 'count', 'lang']
  #turn = 0

  constructor() {
    super()
    this.attachShadow({ mode: 'open' })
  }

  connectedCallback() {
    this.#later()
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#later()
  }

  /** Attributes that change together are one change. */
  #later() {
    const turn = ++this.#turn
    queueMicrotask(() => turn === this.#turn && this.#load(turn))
  }

  get #language() {
    const named = this.getAttribute('lang') ?? document.documentElement.lang
    return named.toLowerCase().startsWith('en') ? 'en' : 'vi'
  }

  async #load(turn) {
    const language = this.#language
    const query = new URLSearchParams({
      perPage: String(Math.min(24, Number(this.getAttribute('count')) || 6)),
    })
    for (const name of ['topic', 'agency', 'law'])
      if (this.getAttribute(name)) query.set(name, this.getAttribute(name))
    let content
    try {
      const answer = await fetch(`${origin}/api/v1/videos?${query}`, {
        credentials: 'omit',
        headers: { 'Accept-Language': language },
      })
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
      content = this.#show((await answer.json()).data, language)
    } catch (error) {
      content = [make('p', { role: 'status' }, words[language].failed)]
      this.dispatchEvent(new CustomEvent('failed', { detail: error }))
    }
    if (turn === this.#turn) this.shadowRoot.replaceChildren(make('style', {}, style), ...content)
  }

  #show(videos, language) {
    if (videos.length === 0) return [make('p', {}, words[language].none)]
    const suffix = language === 'en' ? '?lang=en' : ''
    const items = videos.map((video) => {
      const picture = video.posterUrl
        ? make('img', { src: video.posterUrl, alt: '', loading: 'lazy' })
        : make('i')
      const facts = [
        video.durationSeconds === null ? null : lengthOf(video.durationSeconds),
        video.agency?.name,
        video.laws[0]?.number,
      ]
      return make(
        'li',
        { part: 'item' },
        make(
          'a',
          { href: `${origin}/video/${video.slug}${suffix}`, target: '_blank', rel: 'noopener' },
          picture,
          make('b', {}, video.title)
        ),
        make('small', {}, facts.filter(Boolean).join(' · '))
      )
    })
    return [make('ul', { role: 'list' }, ...items)]
  }
}

if (!customElements.get('chuyen-luat-list')) customElements.define('chuyen-luat-list', ChuyenLuatList)
