export default {
  lead: 'Tiểu phẩm ngắn, quay dọc: vuốt lên để xem chuyện tiếp theo.',
  feed: 'Các tiểu phẩm ngắn',
  none: 'Chưa có tiểu phẩm quay dọc nào',
  previous: 'Tiểu phẩm trước',
  next: 'Tiểu phẩm tiếp theo',
  pause: 'Tạm dừng',
  mute: 'Tắt tiếng',
  unmute: 'Bật tiếng',
  open: 'Xem đủ',
  progress: 'Thời điểm đang phát',
  progressText: '{time} trên {total}',
}
