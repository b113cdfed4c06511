export default {
  title: 'Chủ đề',
  intro:
    '45 chủ đề theo thứ tự chính thức của Bộ pháp điển, kèm những chuyện thường ngày thuộc về mỗi chủ đề.',
  number: 'Chủ đề {number} của Bộ pháp điển',
  describe: 'Tiểu phẩm và văn bản pháp luật về {name}.',
  videos: 'Tiểu phẩm',
  laws: 'Văn bản',
  noVideos: 'Chưa có tiểu phẩm về chủ đề này',
  noVideosText: 'Các cơ quan sẽ bổ sung. Trong lúc chờ, hãy xem các văn bản bên dưới.',
}
