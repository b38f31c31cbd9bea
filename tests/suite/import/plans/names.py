"""A plan whose cells part agencies' names in every way, and hold names that contain such signs; separated values as Excel saves
them. Invented."""

import csv
import io

from writing.grid import parse

ENDING = "csv"

TABLE = parse("""
STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian
1 | Phòng, chống dịch bệnh mùa hè | Sở Y tế | Sở Văn hóa, Thể thao và Du lịch; Sở Nội vụ | 2024
2 | Giám sát lao động trẻ em | Sở Lao động - Thương binh và Xã hội | - Công an tỉnh¶- Sở Tư pháp | 2024
3 | Hội nghị liên kết vùng | Sở Công Thương/Sở Ngoại vụ | • Sở Tài chính¶• Hiệp hội Doanh nghiệp tỉnh | 2024
4 | Tiếp nhận viện trợ | Sở Ngoại vụ | Các Bộ: Y tế, Tài chính, Quốc phòng | 2024
5 | Khảo sát vùng trồng cà phê | Sở Nông nghiệp và PTNT | huyện Mai Sơn, Thuận Châu | 2024
6 | Trao đổi giống cây ăn quả | Sở Nông nghiệp và PTNT | Sở Công Thương, huyện Kim Động, tỉnh Hưng Yên | 2024
7 | Vận động hiến máu | Hội Chữ thập đỏ tỉnh | Tỉnh đoàn, Liên đoàn Lao động tỉnh và Hội Liên hiệp Phụ nữ tỉnh | 2024
8 | Diễn tập ứng phó thiên tai | Bộ Chỉ huy Quân sự tỉnh | Các sở, ban, ngành; UBND các huyện, thành phố | 2024
9 | Quản lý lễ hội | UBND các xã/phường/thị trấn | Phòng Văn hóa và Thông tin các huyện, thành phố | 2024
10 | Phổ biến kiến thức nuôi con | Sở Y tế | Các sở: Giáo dục và Đào tạo, Nội vụ, Văn hóa, Thể thao và Du lịch | 2024
11 | Khảo sát hợp tác xã | UBND huyện Mai Sơn, Sông Mã và Yên Châu | Liên minh Hợp tác xã tỉnh | 2024
12 | Trợ giúp pháp lý | Sở Tư pháp. | Sở Y tế và các đơn vị liên quan | 2024
13 | Kiểm tra an toàn hồ, đập | Sở Nông nghiệp và PTNT & Sở Công Thương | Văn phòng HĐND và UBND huyện Sốp Cộp | 2024
14 | Họp báo định kỳ | Sở Thông tin và Truyền thông | - | 2024
""")


def document() -> bytes:
    target = io.StringIO()
    rows = [[cell.text for cell in row] for row in TABLE.rows]
    csv.writer(target, delimiter=";", lineterminator="\r\n").writerows(rows)
    return b"\xef\xbb\xbf" + target.getvalue().encode()
