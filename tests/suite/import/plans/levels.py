"""A province's plan of many levels: 1, 1.1, 1.1.1, a), đ), "-" and "+"; a spreadsheet as LibreOffice saves it. Invented."""

from writing import excel, libreoffice
from writing.grid import parse

ENDING = "ods"

TABLE = parse("""
Số TT | Nội dung, nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện
1 | Cải cách thể chế | | |
1.1 | Rà soát văn bản quy phạm pháp luật | | |
1.1.1 | Lập danh mục văn bản còn hiệu lực | Sở Tư pháp | Các sở, ban, ngành | Quý I/2024
1.1.2 | Xử lý văn bản không còn phù hợp | | |
a) | Bãi bỏ toàn bộ | Sở Tư pháp | Văn phòng UBND tỉnh | Quý II/2024
b) | Bãi bỏ một phần | Sở Tư pháp | Văn phòng UBND tỉnh | Quý II/2024
c) | Sửa đổi, bổ sung | Sở Nội vụ | Sở Tư pháp | Quý III/2024
d) | Thay thế | Sở Tài chính | Sở Tư pháp | Quý III - IV/2024
đ) | Đính chính | Văn phòng UBND tỉnh | | Thường xuyên
1.2 | Kiểm soát thủ tục hành chính | | |
- | Công bố thủ tục hành chính | Văn phòng UBND tỉnh | Các sở, ban, ngành | Hàng năm
- | Đơn giản hóa thủ tục: | Văn phòng UBND tỉnh | Sở Tư pháp | 2024
+ | Lĩnh vực đất đai | Sở Tài nguyên và Môi trường | Văn phòng UBND tỉnh | 2024
+ | Lĩnh vực đầu tư | Sở Kế hoạch và Đầu tư | Văn phòng UBND tỉnh | 6/2025
2 | Cải cách tổ chức bộ máy | | |
2.1 | Sắp xếp đơn vị sự nghiệp công lập | Sở Nội vụ | Sở Tài chính | 2024-2025
2.2 | Xây dựng vị trí việc làm | Sở Nội vụ | UBND các huyện, thị xã, thành phố | Đến năm 2030
3 | Cải cách tài chính công | | |
3.1 | Đổi mới cơ chế phân bổ ngân sách | Sở Tài chính | Kho bạc Nhà nước tỉnh | Giai đoạn 2021-2025
""")


def document() -> bytes:
    return libreoffice.convert(excel.book({"Nhiệm vụ": TABLE}), "xlsx", "ods")
