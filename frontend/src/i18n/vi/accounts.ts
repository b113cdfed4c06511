export default {
  login: {
    title: 'Đăng nhập',
    text: 'Dành cho người sản xuất, biên tập viên và quản trị. Người xem không cần tài khoản.',
    email: 'Thư điện tử',
    password: 'Mật khẩu',
    submit: 'Đăng nhập',
    forgotten: 'Quên mật khẩu? Hãy nhờ người quản trị của cơ quan bạn đặt lại.',
  },
  password: {
    title: 'Đổi mật khẩu',
    current: 'Mật khẩu hiện tại',
    new: 'Mật khẩu mới',
    hint: 'Ít nhất 8 ký tự. Các phiên đăng nhập khác của bạn sẽ kết thúc.',
    submit: 'Đổi mật khẩu',
    done: 'Đã đổi mật khẩu.',
  },
}
