"""A ministry's plan: Roman domains, numbers that run through all of them, products and who they go to. Invented."""

from forms_of_office import foot, head
from writing import word
from writing.grid import parse

ENDING = "docx"

TABLE = parse("""
TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời gian hoàn thành | Cấp trình
(1) | (2) | (3) | (4) | (5) | (6) | (7)
I | HOÀN THIỆN THỂ CHẾ | ← | ← | ← | ← | ←
1 | Xây dựng Nghị định quy định việc chia sẻ dữ liệu quan trắc giữa các cơ quan nhà nước | Vụ Pháp chế | Cục Thông tin và Dữ liệu; Văn phòng Bộ | Nghị định | Quý II/2025 | Chính phủ
2 | Sửa đổi Thông tư về định mức kinh tế - kỹ thuật lập bản đồ chuyên đề | Vụ Kế hoạch - Tài chính | Các đơn vị thuộc Bộ | Thông tư | Tháng 9/2025 | Bộ trưởng
3 | Rà soát, hợp nhất văn bản quy phạm pháp luật trong phạm vi quản lý | Vụ Pháp chế | | Báo cáo rà soát¶Danh mục văn bản | Trước ngày 30/9/2025 | Lãnh đạo Bộ
II | PHÁT TRIỂN DỮ LIỆU | ← | ← | ← | ← | ←
4 | Xây dựng cơ sở dữ liệu nền dùng chung, kết nối với 02 hệ thống của bộ, ngành | Cục Thông tin và Dữ liệu | Bộ Tài chính, Bộ Công an và Bộ Tư pháp | Cơ sở dữ liệu | 2025 - 2027 | Bộ trưởng
5 | Số hóa hồ sơ lưu trữ của 15 đơn vị | Văn phòng Bộ | Cục Thông tin và Dữ liệu | Kho dữ liệu số | Năm 2026 |
6 | Công bố danh mục dữ liệu mở và cập nhật định kỳ | Cục Thông tin và Dữ liệu | Các cục, vụ, viện thuộc Bộ | Danh mục | Hằng quý | Lãnh đạo Bộ
III | ĐÀO TẠO, TUYÊN TRUYỀN | ← | ← | ← | ← | ←
7 | Bồi dưỡng kỹ năng số cho công chức, viên chức:¶- Lớp cơ bản;¶- Lớp nâng cao. | Vụ Tổ chức cán bộ | Trường Đào tạo, bồi dưỡng cán bộ; Học viện Hành chính và Quản trị công | 12 lớp | Hằng năm |
8 | Tuyên truyền trên cổng thông tin điện tử của Bộ | Văn phòng Bộ | Báo Môi trường và Cuộc sống | Tin, bài | Thường xuyên |
9 | Tổ chức hội nghị sơ kết | Văn phòng Bộ | Các đơn vị thuộc Bộ | Hội nghị | 15/12/2025 | Lãnh đạo Bộ
10 | Tổng kết việc thực hiện Kế hoạch | Vụ Kế hoạch - Tài chính | Các đơn vị thuộc Bộ | Báo cáo | Đến năm 2030 | Bộ trưởng
""")


def document() -> bytes:
    return word.document([
        head("BỘ TÀI NGUYÊN SỐ", "47/KH-BTNS", "Hà Nội, ngày 12 tháng 02 năm 2025"), "", "KẾ HOẠCH",
        "Phát triển dữ liệu ngành giai đoạn 2025-2030", "", "1. Mục đích: bảo đảm tiến độ.", TABLE, "",
        foot("KT. BỘ TRƯỞNG¶THỨ TRƯỞNG"),
    ])
