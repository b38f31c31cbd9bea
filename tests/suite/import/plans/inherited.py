"""A plan whose groups say who and when for the tasks below them, and whose lead is printed once for several tasks. Invented."""

from forms_of_office import foot, head
from writing import word
from writing.grid import parse

ENDING = "docx"

TABLE = parse("""
TT | Nhiệm vụ, giải pháp | Đơn vị chủ trì | Đơn vị phối hợp | Tiến độ
1 | PHÁT TRIỂN DU LỊCH CỘNG ĐỒNG | ← | ← | ←
1.1 | Xây dựng bản du lịch mẫu | Sở Văn hóa, Thể thao và Du lịch | UBND các huyện, thành phố | 2023-2025
a) | Lựa chọn 05 bản | | |
b) | Hỗ trợ cải tạo nhà ở, công trình vệ sinh | | | 2024
c) | Đào tạo hướng dẫn viên là người dân | Trường Cao đẳng Sơn La | Hội Liên hiệp Phụ nữ tỉnh |
1.2 | Quảng bá | | |
a) | Xây dựng phim tư liệu | Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch | Đài Phát thanh và Truyền hình tỉnh | Quý II/2024
b) | In ấn tờ gấp, bản đồ du lịch | ↑ | Sở Thông tin và Truyền thông | ↑
c) | Tham gia hội chợ trong nước | ↑ | | Hằng năm
2 | BẢO TỒN VĂN HÓA | ← | ← | ←
2.1 | Phục dựng lễ hội | Sở Văn hóa, Thể thao và Du lịch | - Hội Văn học nghệ thuật tỉnh;¶- UBND các huyện, thành phố. | Từ năm 2024
- | Lễ hội mừng cơm mới | | |
- | Lễ hội gội đầu | | |
2.2 | Truyền dạy nghề thủ công | Sở Văn hóa, Thể thao và Du lịch | UBND các huyện, thành phố | Thường xuyên
2.3 | Kiểm kê di sản văn hóa phi vật thể | Bảo tàng tỉnh | ↑ | 30/11/2024
""")


def document() -> bytes:
    return word.document([
        head("ỦY BAN NHÂN DÂN¶TỈNH SƠN LA", "302/KH-UBND", "Sơn La, ngày 20 tháng 12 năm 2022"), "", "KẾ HOẠCH",
        "Phát triển du lịch cộng đồng giai đoạn 2023-2025", TABLE, foot("KT. CHỦ TỊCH¶PHÓ CHỦ TỊCH"),
    ])
