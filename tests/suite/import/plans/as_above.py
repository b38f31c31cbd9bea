"""A plan that says "nt" and "như trên", repeats its header on the next page, and has a row that the page break cut in two.
Invented."""

from forms_of_office import foot, head
from writing import word
from writing.grid import parse

ENDING = "docx"

TABLE = parse("""
TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn
1 | Ban hành quy chế tiếp công dân | Thanh tra tỉnh | Văn phòng UBND tỉnh | Quý I/2025
2 | Công khai lịch tiếp công dân | nt | nt | nt
3 | Bố trí nơi tiếp công dân | Văn phòng UBND tỉnh | Sở Tài chính | Quý II/2025
4 | Cập nhật cơ sở dữ liệu khiếu nại, tố cáo | Như trên | Thanh tra tỉnh | Thường xuyên
5 | Kiểm tra trách nhiệm người đứng đầu | Thanh tra tỉnh | - Sở Nội vụ;¶- Ban Tiếp công dân tỉnh. | Hằng quý
6 | Bồi dưỡng kỹ năng đối thoại cho cán bộ, công chức được giao nhiệm vụ tiếp | nt | Trường Chính trị tỉnh; | Quý III/2025
TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn
 | công dân thường xuyên tại các cơ quan hành chính | | UBND các xã, phường |
7 | Tuyên truyền Luật Tiếp công dân | Sở Tư pháp | như trên | -nt-
8 | Giải quyết dứt điểm các vụ việc tồn đọng | UBND các xã, phường | Thanh tra tỉnh | 30/6/2025
9 | Sơ kết 6 tháng | Thanh tra tỉnh | UBND các xã, phường | nt
""")


def document() -> bytes:
    return word.document([
        head("ỦY BAN NHÂN DÂN¶TỈNH ĐIỆN BIÊN", "77/KH-UBND", "Điện Biên, ngày 08 tháng 01 năm 2025"), "", "KẾ HOẠCH",
        "Công tác tiếp công dân năm 2025", TABLE, foot("TM. ỦY BAN NHÂN DÂN"),
    ])
