/**
 * How documents are called besides their titles. Names only: dates, numbers and status come from the record.
 * `abbreviations.tsv` is the long list for search; these are those that stand for (part of) a title.
 */
export const ABBREVIATIONS: [string, string][] = [
  ['BLDS', 'Bộ luật Dân sự'],
  ['BLHS', 'Bộ luật Hình sự'],
  ['BLLĐ', 'Bộ luật Lao động'],
  ['BLTTDS', 'Bộ luật Tố tụng dân sự'],
  ['BLTTHS', 'Bộ luật Tố tụng hình sự'],
  ['HNGĐ', 'hôn nhân gia đình'],
  ['BLGĐ', 'bạo lực gia đình'],
  ['PCBLGĐ', 'phòng chống bạo lực gia đình'],
  ['ATGT', 'an toàn giao thông'],
  ['ATGTĐB', 'an toàn giao thông đường bộ'],
  ['TTATGT', 'trật tự an toàn giao thông'],
  ['TTATGTĐB', 'trật tự an toàn giao thông đường bộ'],
  ['GTĐB', 'giao thông đường bộ'],
  ['PCCC', 'phòng cháy chữa cháy'],
  ['CNCH', 'cứu nạn cứu hộ'],
  ['XLVPHC', 'xử lý vi phạm hành chính'],
  ['VPHC', 'vi phạm hành chính'],
  ['BHXH', 'bảo hiểm xã hội'],
  ['BHYT', 'bảo hiểm y tế'],
  ['ATVSLĐ', 'an toàn vệ sinh lao động'],
  ['ATTP', 'an toàn thực phẩm'],
  ['ATTTM', 'an toàn thông tin mạng'],
  ['BVMT', 'bảo vệ môi trường'],
  ['NVQS', 'nghĩa vụ quân sự'],
  ['PCTN', 'phòng chống tham nhũng'],
  ['PCMT', 'phòng chống ma túy'],
  ['TGPL', 'trợ giúp pháp lý'],
  ['PBGDPL', 'phổ biến giáo dục pháp luật'],
  ['HGCS', 'hòa giải ở cơ sở'],
  ['HGOCS', 'hòa giải ở cơ sở'],
  ['BVDLCN', 'bảo vệ dữ liệu cá nhân'],
  ['DLCN', 'dữ liệu cá nhân'],
  ['ANM', 'an ninh mạng'],
  ['ANTT', 'an ninh trật tự'],
  ['HĐND', 'Hội đồng nhân dân'],
  ['QH', 'Quốc hội'],
  ['NTD', 'người tiêu dùng'],
  ['BVQLNTD', 'bảo vệ quyền lợi người tiêu dùng'],
  ['SHTT', 'sở hữu trí tuệ'],
  ['CNTT', 'công nghệ thông tin'],
  ['TMĐT', 'thương mại điện tử'],
  ['TTNT', 'trí tuệ nhân tạo'],
  ['AI', 'trí tuệ nhân tạo'],
  ['QPPL', 'quy phạm pháp luật'],
  ['VBQPPL', 'văn bản quy phạm pháp luật'],
  ['CQĐP', 'chính quyền địa phương'],
  ['BĐG', 'bình đẳng giới'],
  ['NKT', 'người khuyết tật'],
  ['NCT', 'người cao tuổi'],
  ['CCCD', 'căn cước công dân'],
  ['ĐB', 'đường bộ'],
]

/** What people say, and the title they mean. */
export const SHORT_TITLES: [string, string][] = [
  ['Luật Phòng cháy chữa cháy', 'Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ'],
  ['Luật An toàn giao thông', 'Luật Trật tự, an toàn giao thông đường bộ'],
  ['Luật An toàn giao thông đường bộ', 'Luật Trật tự, an toàn giao thông đường bộ'],
  ['Luật Trật tự an toàn giao thông', 'Luật Trật tự, an toàn giao thông đường bộ'],
  ['Luật Giao thông đường thủy', 'Luật Giao thông đường thủy nội địa'],
  ['Luật Phòng, chống tác hại rượu bia', 'Luật Phòng, chống tác hại của rượu, bia'],
  ['Luật Phòng, chống rượu bia', 'Luật Phòng, chống tác hại của rượu, bia'],
  ['Luật Phòng, chống tác hại thuốc lá', 'Luật Phòng, chống tác hại của thuốc lá'],
  ['Luật Phòng, chống thuốc lá', 'Luật Phòng, chống tác hại của thuốc lá'],
  [
    'Luật Phòng, chống HIV/AIDS',
    'Luật Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)',
  ],
  ['Luật Hôn nhân', 'Luật Hôn nhân và gia đình'],
  ['Luật Bạo lực gia đình', 'Luật Phòng, chống bạo lực gia đình'],
  ['Luật Ma túy', 'Luật Phòng, chống ma túy'],
  ['Luật Tham nhũng', 'Luật Phòng, chống tham nhũng'],
  ['Luật Mua bán người', 'Luật Phòng, chống mua bán người'],
  ['Luật Rượu bia', 'Luật Phòng, chống tác hại của rượu, bia'],
  ['Luật Hình sự', 'Bộ luật Hình sự'],
  ['Luật Dân sự', 'Bộ luật Dân sự'],
  ['Luật Lao động', 'Bộ luật Lao động'],
  ['Luật Tố tụng dân sự', 'Bộ luật Tố tụng dân sự'],
  ['Luật Tố tụng hình sự', 'Bộ luật Tố tụng hình sự'],
  ['Luật Hòa giải cơ sở', 'Luật Hòa giải ở cơ sở'],
  ['Luật Hòa giải đối thoại', 'Luật Hòa giải, đối thoại tại Tòa án'],
  ['Luật Dân chủ ở cơ sở', 'Luật Thực hiện dân chủ ở cơ sở'],
  ['Luật Bảo vệ người tiêu dùng', 'Luật Bảo vệ quyền lợi người tiêu dùng'],
  ['Luật Dữ liệu cá nhân', 'Luật Bảo vệ dữ liệu cá nhân'],
  ['Luật Bầu cử', 'Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân'],
  ['Luật Ban hành văn bản pháp luật', 'Luật Ban hành văn bản quy phạm pháp luật'],
  [
    'Luật Vũ khí, vật liệu nổ và công cụ hỗ trợ',
    'Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ',
  ],
  ['Luật Tố cáo, khiếu nại', 'Luật Khiếu nại, tố cáo'],
  ['Hiến pháp', 'Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam'],
]

/**
 * Laws that the starting record does not have. They are known by name so that `Luật Giáo dục đại học` is not
 * taken for `Luật Giáo dục`; when one of them comes into the record, the record speaks.
 */
export const OTHER_TITLES =
  `An ninh quốc gia|Biên phòng Việt Nam|Cán bộ, công chức|Căn cước|Căn cước công dân|Cạnh tranh|Chăn nuôi|Chứng khoán
Công an nhân dân|Công đoàn|Công nghệ cao|Công nghiệp công nghệ số|Doanh nghiệp|Du lịch|Dược|Dữ liệu|Đa dạng sinh học
Đấu giá tài sản|Đấu thầu|Đầu tư|Đầu tư công|Đê điều|Điện ảnh|Điện lực|Đường sắt|Đường bộ cao tốc|Giá|Giám định tư pháp
Giáo dục đại học|Giáo dục nghề nghiệp|Giáo dục quốc phòng và an ninh|Giao dịch điện tử|Giao thông|Hải quan|Hàng không dân dụng Việt Nam
Hiến, lấy, ghép mô, bộ phận cơ thể người|Hóa chất|Hợp tác xã|Khám bệnh, chữa bệnh|Khí tượng thủy văn|Khoa học và công nghệ
Kinh doanh bảo hiểm|Kinh doanh bất động sản|Kế toán|Luật sư|Lưu trữ|Mặt trận Tổ quốc Việt Nam|Ngân hàng Nhà nước Việt Nam
Ngân sách nhà nước|Nhà giáo|Phá sản|Phòng thủ dân sự|Quảng cáo|Quản lý thuế|Quản lý ngoại thương|Quốc phòng|Quốc tịch Việt Nam|Quy hoạch
Sĩ quan Quân đội nhân dân Việt Nam|Tài nguyên nước|Tài nguyên, môi trường biển và hải đảo|Tần số vô tuyến điện|Thanh niên|Thanh tra|Thể dục, thể thao
Thi đua, khen thưởng|Thi hành án dân sự|Thi hành án hình sự|Thi hành tạm giữ, tạm giam|Thống kê|Thú y|Thuế bảo vệ môi trường
Thuế giá trị gia tăng|Thuế sử dụng đất phi nông nghiệp|Thuế tài nguyên|Thuế thu nhập cá nhân|Thuế thu nhập doanh nghiệp|Thuế tiêu thụ đặc biệt
Thuế xuất khẩu, thuế nhập khẩu|Thủ đô|Thủy lợi|Thương mại|Tiêu chuẩn và quy chuẩn kỹ thuật|Tố tụng hành chính|Tổ chức Chính phủ|Tổ chức Quốc hội
Tổ chức Tòa án nhân dân|Tổ chức Viện kiểm sát nhân dân|Trẻ em gái|Trồng trọt|Trọng tài thương mại|Trưng mua, trưng dụng tài sản|Trưng cầu ý dân
Các tổ chức tín dụng|Viễn thông|Viên chức|Xây dựng|Xuất bản|Xuất cảnh, nhập cảnh của công dân Việt Nam|Di sản văn hóa|Địa chất và khoáng sản`
    .split(/[|\n]/)
    .map((name) => `Luật ${name}`)
