import {
  Baby,
  BriefcaseBusiness,
  FileQuestionMark,
  Flame,
  Handshake,
  HeartHandshake,
  IdCard,
  Leaf,
  MapPinned,
  Pill,
  ScrollText,
  ShieldAlert,
  TrafficCone,
  Umbrella,
  Vote,
  Wifi,
} from 'lucide-vue-next'
import type { Component } from 'vue'

export interface Theme {
  name: string
  icon: Component
  to: string
}

const topic = (slug: string) => `/chu-de/${slug}`

/** Sixteen matters of everyday life, and the official topic that each belongs to. `name` is a message key. */
export const THEMES: Theme[] = [
  { name: 'traffic', icon: TrafficCone, to: topic('giao-thong-van-tai') },
  { name: 'land', icon: MapPinned, to: topic('dat-dai') },
  { name: 'marriage', icon: HeartHandshake, to: topic('dan-so-gia-dinh-tre-em-binh-dang-gioi') },
  { name: 'children', icon: Baby, to: `${topic('dan-so-gia-dinh-tre-em-binh-dang-gioi')}#tre-em` },
  { name: 'inheritance', icon: ScrollText, to: topic('dan-su') },
  { name: 'labour', icon: BriefcaseBusiness, to: topic('lao-dong') },
  { name: 'drugs', icon: Pill, to: `${topic('trat-tu-an-toan-xa-hoi')}#phong-chong-ma-tuy` },
  { name: 'cyber', icon: Wifi, to: `${topic('an-ninh-quoc-gia')}#an-ninh-mang` },
  {
    name: 'violence',
    icon: ShieldAlert,
    to: `${topic('dan-so-gia-dinh-tre-em-binh-dang-gioi')}#phong-chong-bao-luc-gia-dinh`,
  },
  {
    name: 'mediation',
    icon: Handshake,
    to: `${topic('to-tung-va-cac-phuong-thuc-giai-quyet-tranh-chap')}#hoa-giai-o-co-so`,
  },
  { name: 'environment', icon: Leaf, to: topic('moi-truong') },
  { name: 'fire', icon: Flame, to: `${topic('trat-tu-an-toan-xa-hoi')}#phong-chay-chua-chay` },
  { name: 'insurance', icon: Umbrella, to: topic('bao-hiem') },
  { name: 'complaints', icon: FileQuestionMark, to: topic('khieu-nai-to-cao') },
  { name: 'identity', icon: IdCard, to: `${topic('trat-tu-an-toan-xa-hoi')}#can-cuoc-cong-dan` },
  { name: 'elections', icon: Vote, to: topic('to-chuc-bo-may-nha-nuoc') },
]
