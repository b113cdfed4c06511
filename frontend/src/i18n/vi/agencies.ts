export default {
  title: 'Cơ quan, đơn vị',
  describe: 'Tiểu phẩm phổ biến, giáo dục pháp luật do {name} thực hiện.',
  responsible: 'Người phụ trách',
  videos: 'Tiểu phẩm đã công bố',
  noVideos: 'Đơn vị này chưa công bố tiểu phẩm nào',
}
