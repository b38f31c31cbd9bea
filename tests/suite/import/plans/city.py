"""A city's plan: a header of two rows with "Cơ quan thực hiện" over two columns, titles merged over all columns, a header that
repeats on each page. Invented."""

from forms_of_office import foot, head
from writing import word
from writing.grid import parse

ENDING = "docx"

TABLE = parse("""
STT | Nội dung nhiệm vụ | Cơ quan thực hiện | ← | Thời gian hoàn thành | Ghi chú
↑ | ↑ | Chủ trì | Phối hợp | ↑ | ↑
I. NHÓM NHIỆM VỤ VỀ GIAO THÔNG ĐÔ THỊ | ← | ← | ← | ← | ←
1 | Lắp đặt đèn tín hiệu thích ứng tại 24 nút giao | Sở Xây dựng | Công an thành phố; UBND các quận, huyện | Quý IV/2025 | Vốn ngân sách
2 | Mở 03 tuyến xe buýt điện | Sở Xây dựng | - Sở Tài chính;¶- Trung tâm Quản lý giao thông công cộng. | 2025-2026 |
3 | Tổ chức lại giao thông quanh các trường học | UBND các quận, huyện | Sở Giáo dục và Đào tạo, Công an thành phố | Trước 05/9/2025 |
II. NHÓM NHIỆM VỤ VỀ MÔI TRƯỜNG | ← | ← | ← | ← | ←
1 | Phân loại chất thải rắn sinh hoạt tại nguồn | Sở Nông nghiệp và Môi trường | UBND các quận, huyện; Ủy ban Mặt trận Tổ quốc Việt Nam thành phố | Từ năm 2025 | Theo lộ trình
2 | Nạo vét hồ điều hòa | Ban Quản lý dự án đầu tư xây dựng công trình hạ tầng đô thị | Công ty TNHH MTV Thoát nước đô thị | 6 tháng đầu năm 2026 |
3 | Trồng 10.000 cây xanh | UBND các quận, huyện | Thành đoàn; Hội Liên hiệp Phụ nữ thành phố | Hằng năm |
III. NHÓM NHIỆM VỤ VỀ CHÍNH QUYỀN SỐ | ← | ← | ← | ← | ←
1 | Vận hành tổng đài tiếp nhận phản ánh của người dân | Văn phòng UBND thành phố | Các sở, ban, ngành; UBND các quận, huyện | Thường xuyên |
2 | Cung cấp 100% dịch vụ công trực tuyến đủ điều kiện | Sở Khoa học và Công nghệ | Văn phòng UBND thành phố | Đến hết quý III/2026 | Toàn trình
""")


def document() -> bytes:
    return word.document([
        head("ỦY BAN NHÂN DÂN¶THÀNH PHỐ HẢI PHÒNG", "1234/KH-UBND", "Hải Phòng, ngày 03 tháng 3 năm 2025"), "",
        "KẾ HOẠCH", "Xây dựng đô thị đáng sống năm 2025-2026", "", TABLE, "", foot("TM. ỦY BAN NHÂN DÂN¶CHỦ TỊCH"),
    ])
