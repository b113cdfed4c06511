export default {
  machineMade: 'Phụ đề tự động, chưa được kiểm tra',
  search: 'Tìm trong lời thoại',
  found: '{at}/{count}',
  foundNone: 'Không thấy',
  previous: 'Chỗ trước',
  next: 'Chỗ sau',
  follow: 'Cuộn theo lời thoại',
  language: 'Ngôn ngữ lời thoại',
  download: 'Tải lời thoại',
  webVtt: 'Phụ đề (WebVTT)',
  srt: 'Phụ đề (SRT)',
  plain: 'Văn bản',
}
