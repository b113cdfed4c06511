/** The parts of media-chrome that the player uses; they define custom elements, so only in the browser. */
import 'media-chrome/dist/media-controller.js'
import 'media-chrome/dist/media-control-bar.js'
import 'media-chrome/dist/media-fullscreen-button.js'
import 'media-chrome/dist/media-gesture-receiver.js'
import 'media-chrome/dist/media-loading-indicator.js'
import 'media-chrome/dist/media-mute-button.js'
import 'media-chrome/dist/media-pip-button.js'
import 'media-chrome/dist/media-play-button.js'
import 'media-chrome/dist/media-preview-chapter-display.js'
import 'media-chrome/dist/media-preview-thumbnail.js'
import 'media-chrome/dist/media-preview-time-display.js'
import 'media-chrome/dist/media-time-display.js'
import 'media-chrome/dist/media-time-range.js'
import 'media-chrome/dist/media-volume-range.js'
import { addTranslation } from 'media-chrome/dist/utils/i18n.js'
import { En } from 'media-chrome/dist/lang/en.js'

addTranslation('vi', {
  ...En,
  Play: 'Phát',
  Pause: 'Tạm dừng',
  Mute: 'Tắt tiếng',
  Unmute: 'Bật tiếng',
  'Enter fullscreen mode': 'Toàn màn hình',
  'Exit fullscreen mode': 'Thoát toàn màn hình',
  'Enter picture in picture mode': 'Xem trong cửa sổ nhỏ',
  'Exit picture in picture mode': 'Thôi xem trong cửa sổ nhỏ',
  'enter picture in picture mode': 'xem trong cửa sổ nhỏ',
  'exit picture in picture mode': 'thôi xem trong cửa sổ nhỏ',
  'chapter: {chapterName}': 'đoạn: {chapterName}',
  'video player': 'trình phát video',
  volume: 'âm lượng',
  seek: 'tua',
  'playback time': 'thời gian phát',
  'media loading': 'đang tải video',
  play: 'phát',
  pause: 'tạm dừng',
  mute: 'tắt tiếng',
  unmute: 'bật tiếng',
  'enter fullscreen mode': 'toàn màn hình',
  'exit fullscreen mode': 'thoát toàn màn hình',
  hour: 'giờ',
  hours: 'giờ',
  minute: 'phút',
  minutes: 'phút',
  second: 'giây',
  seconds: 'giây',
  '{time} remaining': 'còn {time}',
  '{currentTime} of {totalTime}': '{currentTime} trên {totalTime}',
  'video not loaded, unknown time.': 'video chưa tải, chưa biết thời gian.',
})
