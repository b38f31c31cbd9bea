"""A sheet with codes of tasks, sums of money in a further column, and rows of sums. Invented, every sum, too."""

from writing import excel
from writing.grid import parse

ENDING = "xlsx"

TABLE = parse("""
DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2025 | ← | ← | ← | ← | ← | ←
(Kèm theo Kế hoạch số 58/KH-UBND ngày 14 tháng 02 năm 2025) | ← | ← | ← | ← | ← | ←
TT | Mã | Tên nhiệm vụ | Đơn vị thực hiện | Đơn vị phối hợp | Thời gian | Kinh phí (triệu đồng)
I | | Hạ tầng số | | | |
1 | NV-01 | Nâng cấp mạng truyền số liệu đến cấp xã | Sở Khoa học và Công nghệ | Viễn thông tỉnh | Quý II/2025 | 1500
2 | NV-02 | Thuê dịch vụ trung tâm dữ liệu | Sở Khoa học và Công nghệ | Sở Tài chính | Trong năm 2025 | 2400
3 | NV-03 | Trang bị thiết bị đầu cuối cho bộ phận một cửa | Văn phòng UBND tỉnh | UBND các xã, phường | Quý III/2025 | 980
 | | Cộng mục I | | | | 4880
II | | Dữ liệu số | | | |
4 | NV-04 | Tạo lập dữ liệu hộ tịch | Sở Tư pháp | Công an tỉnh | 2025 | 650
5 | NV-05 | Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực | Văn phòng UBND tỉnh | Các sở, ban, ngành¶UBND các xã, phường | Quý I/2025¶Quý IV/2025 | 1200
6 | NV-06a | Làm sạch dữ liệu đất đai | Sở Nông nghiệp và Môi trường | Sở Tài chính | 2025 | 3100
7 | NV-06b | Kết nối dữ liệu đất đai với cơ quan thuế | Sở Nông nghiệp và Môi trường | Thuế tỉnh | 31/12/2025 | 0
 | | Cộng mục II | | | | 4950
III | | Nhân lực số | | | |
8 | NV-07 | Tập huấn tổ công nghệ số cộng đồng | Sở Khoa học và Công nghệ | Tỉnh đoàn | Quý III/2025 | 300
 | | Cộng mục III | | | | 300
 | | Tổng cộng | | | | 10130
""")


def document() -> bytes:
    return excel.book({"Phụ lục": TABLE})
