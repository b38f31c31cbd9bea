"""A plan in two appendices with the same columns, each with titles and numbers of its own. Invented."""

from forms_of_office import foot, head
from writing import word
from writing.grid import parse

ENDING = "docx"

FIRST = parse("""
STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm
I | Giảm nghèo về thu nhập | ← | ← | ← | ←
1 | Vay vốn tín dụng ưu đãi | Chi nhánh Ngân hàng Chính sách xã hội tỉnh | Hội Nông dân tỉnh | Hằng năm | 1.200 hộ
2 | Nhân rộng mô hình chăn nuôi bò | Sở Nông nghiệp và PTNT | UBND các huyện | 2023-2025 | 30 mô hình
II | Giảm nghèo về nhà ở | ← | ← | ← | ←
1 | Hỗ trợ xóa nhà tạm | Sở Xây dựng | Ủy ban MTTQ Việt Nam tỉnh | Đến hết quý III/2024 | 450 căn
2 | Kiểm tra chất lượng nhà ở | Sở Xây dựng | UBND các huyện | 6 tháng đầu năm 2025 | Báo cáo
""")

SECOND = parse("""
STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm
I | Hạ tầng thiết yếu | ← | ← | ← | ←
1 | Nâng cấp đường liên thôn | Ban Quản lý dự án huyện Sông Mã | UBND các xã | 2024 | 12 km
2 | Xây dựng trạm y tế | Sở Y tế | UBND các huyện | Quý I, II/2024 | 04 trạm
II | Nước sạch | ← | ← | ← | ←
1 | Sửa chữa công trình cấp nước | Trung tâm Nước sạch và Vệ sinh môi trường nông thôn | UBND các xã | Trước 30/9/2025 | 18 công trình
2 | Tuyên truyền sử dụng nước sạch | Hội Liên hiệp Phụ nữ tỉnh | | Thường xuyên |
""")


def document() -> bytes:
    return word.document([
        head("ỦY BAN NHÂN DÂN¶TỈNH SƠN LA", "66/KH-UBND", "Sơn La, ngày 28 tháng 02 năm 2023"), "", "KẾ HOẠCH",
        "Giảm nghèo bền vững giai đoạn 2023-2025", "Nội dung tại Phụ lục I và Phụ lục II kèm theo.",
        foot("TM. ỦY BAN NHÂN DÂN¶CHỦ TỊCH"), "\f", "PHỤ LỤC I", "NHIỆM VỤ ĐỐI VỚI HỘ NGHÈO", FIRST, "\f", "PHỤ LỤC II",
        "NHIỆM VỤ ĐỐI VỚI XÃ ĐẶC BIỆT KHÓ KHĂN", SECOND,
    ])
