/**
 * The three demo skits: what they show and say, and to which topics and provisions they are tied. Amounts and terms
 * that change often are left to the documents: a demo must not teach last year's fines.
 */
import { beer, certificate, house, person, rider, telephone, warning } from './figures.mjs'

const landscape = { width: 1280, height: 720 }
const portrait = { width: 720, height: 1280 }
const day = { sky: ['#8fd3f4', '#e8f7ff'], floor: '#7fb77e', panel: '#1f5f8b' }
const evening = { sky: ['#31416b', '#f2a65a'], floor: '#4a4e69', panel: '#22223b' }
const indoors = { sky: ['#f6e7cb', '#fdf6e9'], floor: '#b08968', panel: '#7f5539' }
const office = { sky: ['#dfe7ea', '#f6f9fa'], floor: '#90a4ae', panel: '#37474f' }

const bobbing = (y, speed = 3) => `${y}+8*sin(${speed}*t)`
const disclaimer =
  'Tiểu phẩm minh họa cho bản dùng thử. Thông tin để tìm hiểu, không thay thế tư vấn pháp lý.'

const oneGlass = {
  ...landscape,
  title: 'Một ly thôi mà!',
  filename: 'mot-ly-thoi-ma',
  description: `Anh Hùng chỉ uống một ly ở đám giỗ rồi tự chạy xe về. Một ly có sao không? ${disclaimer}`,
  topics: ['trat-tu-an-toan-xa-hoi', 'giao-thong-van-tai'],
  scenes: [
    {
      place: indoors,
      titles: ['Một ly thôi mà!', 'Tiểu phẩm về nồng độ cồn'],
      says: 'Đám giỗ đông vui. Bạn bè mời anh Hùng: một ly thôi mà, có sao đâu!',
      cast: [
        { figure: person({ shirt: '#2e86de', mood: 'glad', armUp: true }), x: 300, y: bobbing(290) },
        { figure: person({ shirt: '#10ac84', mood: 'glad', longHair: true }), x: 760, y: bobbing(296, 4) },
        { figure: beer(), x: '560+30*sin(2*t)', y: '380-20*abs(sin(2*t))' },
      ],
    },
    {
      place: evening,
      titles: ['Uống rồi thì không lái xe', 'Khoản 2 Điều 9 Luật 36/2024/QH15'],
      says: 'Uống xong, anh tự chạy xe máy về. Nhưng luật cấm lái xe khi trong máu hoặc hơi thở có nồng độ cồn, dù chỉ một ly.',
      tags: [{ citation: 'khoản 2 Điều 9 Luật số 36/2024/QH15', role: 'violates' }],
      cast: [
        { figure: rider({ shirt: '#2e86de' }), x: '-380+mod(190*t\\,1660)', y: '350+3*sin(20*t)' },
        { figure: warning(), x: 980, y: bobbing(300, 5) },
      ],
    },
    {
      place: office,
      titles: ['Mức nhẹ nhất cũng bị phạt', 'Điều 7 Nghị định 168/2024/NĐ-CP'],
      says: 'Công an dừng xe và đo nồng độ cồn. Mức nhẹ nhất cũng bị phạt tiền. Mức càng cao, phạt càng nặng, còn có thể mất giấy phép lái xe.',
      tags: [
        { citation: 'điểm a khoản 6 Điều 7 Nghị định 168/2024/NĐ-CP', role: 'penalty' },
        { citation: 'điểm d khoản 9 Điều 7 Nghị định 168/2024/NĐ-CP', role: 'penalty' },
      ],
      cast: [
        { figure: person({ shirt: '#2e86de', mood: 'worried' }), x: 420, y: bobbing(300, 2) },
        {
          figure: person({ shirt: '#6b8e23', trousers: '#556b2f', armUp: true }),
          x: 'max(760\\,1280-260*t)',
          y: 296,
        },
      ],
    },
    {
      place: day,
      titles: ['Đã uống rượu bia, không lái xe', 'Hãy gọi xe hoặc nhờ người nhà'],
      says: 'Lần sau, anh Hùng để xe lại và gọi người nhà đến đón. Đã uống rượu bia, không lái xe!',
      cast: [
        { figure: house(), x: 760, y: 246 },
        {
          figure: person({ shirt: '#2e86de', mood: 'glad', armUp: true }),
          x: 'min(520\\,90*t)',
          y: bobbing(300, 6),
        },
      ],
    },
  ],
}

const whoseLand = {
  ...landscape,
  title: 'Sổ đỏ đứng tên ai?',
  filename: 'so-do-dung-ten-ai',
  description: `Vợ chồng chị Lan mua đất chung, sổ đỏ chỉ ghi tên anh Nam. Luật Đất đai nói gì? ${disclaimer}`,
  topics: ['dat-dai', 'dan-so-gia-dinh-tre-em-binh-dang-gioi'],
  scenes: [
    {
      place: day,
      titles: ['Sổ đỏ đứng tên ai?', 'Tiểu phẩm về đất đai và hôn nhân'],
      says: 'Sau nhiều năm dành dụm, vợ chồng chị Lan và anh Nam mua được mảnh đất đầu tiên.',
      cast: [
        { figure: house(), x: 770, y: 246 },
        {
          figure: person({ shirt: '#e17055', longHair: true, mood: 'glad' }),
          x: 'min(430\\,110*t)',
          y: bobbing(300, 5),
        },
        { figure: person({ shirt: '#0984e3', mood: 'glad' }), x: 'min(240\\,60*t)', y: bobbing(298, 5) },
      ],
    },
    {
      place: indoors,
      titles: ['Sao chỉ có tên anh?', 'Giấy chứng nhận quyền sử dụng đất'],
      says: 'Nhận sổ đỏ, chị Lan ngạc nhiên. Đất là tài sản chung, sao trong sổ chỉ có tên anh Nam?',
      // Of a law that has been replaced: the demo shows a banner, and a task on the desk
      tags: [{ citation: 'khoản 4 Điều 98 Luật Đất đai số 45/2013/QH13', role: 'mentions' }],
      cast: [
        { figure: person({ shirt: '#e17055', longHair: true, mood: 'worried' }), x: 240, y: bobbing(300, 3) },
        { figure: certificate(), x: 540, y: '300-120*exp(-2*t)+10*sin(2*t)' },
        { figure: person({ shirt: '#0984e3' }), x: 860, y: 300 },
      ],
    },
    {
      place: office,
      titles: ['Phải ghi tên cả vợ và chồng', 'Khoản 4 Điều 135 Luật Đất đai'],
      says: 'Cán bộ giải thích: tài sản chung của vợ chồng thì giấy chứng nhận phải ghi họ tên cả vợ và chồng, trừ khi hai người thỏa thuận ghi tên một người.',
      tags: [
        { citation: 'khoản 4 Điều 135 Luật Đất đai số 31/2024/QH15', role: 'teaches' },
        { citation: 'khoản 1 Điều 34 Luật Hôn nhân và gia đình số 52/2014/QH13', role: 'teaches' },
      ],
      cast: [
        { figure: person({ shirt: '#636e72', armUp: true }), x: 240, y: bobbing(300, 2) },
        { figure: certificate('#00897b'), x: 'max(600\\,1280-300*t)', y: bobbing(290, 2) },
      ],
    },
    {
      place: day,
      titles: ['Có thể đề nghị cấp đổi', 'Của chung, cùng đứng tên'],
      says: 'Sổ đã cấp tên một người vẫn có thể đề nghị cấp đổi để ghi tên cả hai. Của chung, cùng đứng tên!',
      cast: [
        {
          figure: person({ shirt: '#e17055', longHair: true, mood: 'glad', armUp: true }),
          x: 360,
          y: bobbing(300, 6),
        },
        { figure: person({ shirt: '#0984e3', mood: 'glad' }), x: 560, y: bobbing(298, 5) },
        { figure: certificate('#00897b'), x: 860, y: bobbing(300, 3) },
      ],
    },
  ],
}

const nextDoor = {
  ...portrait,
  title: 'Tiếng động nhà bên',
  filename: 'tieng-dong-nha-ben',
  description: `Nghe tiếng la mắng, đập phá ở nhà bên, bà Tư nên làm gì? Ai cũng có thể báo tin. ${disclaimer}`,
  topics: ['dan-so-gia-dinh-tre-em-binh-dang-gioi'],
  scenes: [
    {
      place: evening,
      titles: ['Tiếng động nhà bên', 'Phòng, chống bạo lực gia đình'],
      says: 'Đêm nào nhà bên cũng có tiếng la mắng, đập phá. Bà Tư nghe mà lo.',
      cast: [
        { figure: house('#d7c4a3'), x: '150+6*sin(40*t)*lt(mod(t\\,1.5)\\,0.4)', y: 690 },
        {
          figure: person({ shirt: '#8e44ad', hair: '#95a5a6', longHair: true, mood: 'worried' }),
          x: 'min(430\\,120*t)',
          y: bobbing(800, 3),
        },
      ],
    },
    {
      place: indoors,
      titles: ['Không phải chuyện riêng', 'Khoản 1 Điều 3 Luật 13/2022/QH15'],
      says: 'Đánh đập, chửi mắng, đe dọa, kiểm soát tiền bạc của người thân đều là bạo lực gia đình. Đó không phải chuyện riêng.',
      tags: [
        { citation: 'khoản 1 Điều 3 Luật Phòng, chống bạo lực gia đình số 13/2022/QH15', role: 'violates' },
      ],
      cast: [
        { figure: warning(), x: '260+4*sin(15*t)', y: bobbing(480, 4) },
        { figure: person({ shirt: '#e84393', longHair: true, mood: 'worried' }), x: 250, y: bobbing(760, 2) },
      ],
    },
    {
      place: office,
      titles: ['Báo tin ngay khi biết', 'Điều 19 Luật 13/2022/QH15'],
      says: 'Bà Tư gọi điện báo công an và ủy ban nhân dân xã. Người báo tin được giữ bí mật và bảo vệ.',
      tags: [{ citation: 'Điều 19 Luật Phòng, chống bạo lực gia đình số 13/2022/QH15', role: 'procedure' }],
      cast: [
        { figure: telephone(), x: '480+5*sin(30*t)', y: bobbing(600, 3) },
        {
          figure: person({ shirt: '#8e44ad', hair: '#95a5a6', longHair: true, armUp: true }),
          x: 190,
          y: bobbing(760, 2),
        },
      ],
    },
    {
      place: day,
      titles: ['Đừng im lặng', 'Một cuộc gọi có thể cứu một người'],
      says: 'Người gây bạo lực có thể bị cấm tiếp xúc với nạn nhân. Đừng im lặng: một cuộc gọi có thể cứu một người.',
      tags: [{ citation: 'Điều 25 Luật Phòng, chống bạo lực gia đình số 13/2022/QH15', role: 'teaches' }],
      cast: [
        {
          figure: person({ shirt: '#8e44ad', hair: '#95a5a6', longHair: true, mood: 'glad' }),
          x: 'min(130\\,90*t)',
          y: bobbing(790, 4),
        },
        {
          figure: person({ shirt: '#e84393', longHair: true, mood: 'glad', armUp: true }),
          x: 'max(370\\,720-110*t)',
          y: bobbing(790, 5),
        },
      ],
    },
  ],
}

export const SKITS = [oneGlass, whoseLand, nextDoor]
