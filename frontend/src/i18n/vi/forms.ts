export default {
  code: 'Mã tra cứu',
  codeHint: 'Mã gồm bốn nhóm chữ và số, được cấp khi anh/chị gửi. Gõ có hay không có dấu gạch đều được.',
  codeUnknown: 'Không tìm thấy mã này. Hãy kiểm tra lại từng chữ.',
  keepCode:
    'Hãy chép hoặc chụp lại mã này để xem trả lời. Mã chỉ hiện một lần; mất mã thì không ai, kể cả cơ quan, lấy lại được.',
  keepAddress: 'Ai có mã này đều xem được trang này. Hãy giữ kín mã.',
  copy: 'Chép mã',
  copied: 'Đã chép mã.',
  copyFailed: 'Trình duyệt không cho chép. Hãy chọn mã rồi chép bằng tay.',
  look: 'Xem tình trạng',
  again: 'Gửi thêm',
  limit: 'Từ mạng của anh/chị đã có nhiều lượt gửi. Hãy thử lại sau {minutes} phút.',
  limitToday: 'Từ mạng của anh/chị hôm nay đã có nhiều lượt gửi. Hãy thử lại vào ngày mai.',
  refused: {
    E_VALIDATION:
      'Còn thiếu nội dung hoặc có ô chưa đúng. Hãy bấm Quay lại trên trình duyệt để lấy lại những gì đã viết rồi bổ sung.',
    E_FORM_TOKEN: 'Biểu mẫu đã quá hạn hoặc đã được gửi. Hãy gửi lại bằng biểu mẫu dưới đây.',
    E_TOO_MANY_REQUESTS: 'Từ mạng của anh/chị đã có nhiều lượt gửi. Hãy thử lại sau ít phút.',
    E_VIDEO_NOT_PUBLISHED: 'Video này không còn được công bố nên không nhận câu hỏi và phản ánh.',
    other: 'Chưa gửi được. Hãy thử lại.',
  },
  low: 'Gửi không qua kiểm tra của trình duyệt',
  suspicious: 'Có dấu hiệu tin rác:',
  suspicion: {
    honeypot: 'điền vào ô ẩn',
    too_fast: 'gửi quá nhanh',
    links: 'nhiều đường dẫn',
    noise: 'nội dung lặp hoặc không có chữ',
    repeated: 'trùng với nội dung đã gửi trước',
  },
  record: 'Quá trình xử lý ({count})',
}
