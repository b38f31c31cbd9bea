"""A plan with every form of period that the project knows, and some that cannot be dated; a text whose rows are lines. Invented."""

from writing.grid import parse

ENDING = "txt"

TABLE = parse("""
TT | Nhiệm vụ | Đơn vị thực hiện | Thời hạn
1 | Chuẩn bị | Sở Nội vụ | Năm 2022-2025
2 | Khảo sát | Sở Nội vụ | 2023 - 2024
3 | Lập đề cương | Sở Nội vụ | Từ năm 2023
4 | Họp lần thứ nhất | Sở Nội vụ | Quý III/2022
5 | Lấy ý kiến | Sở Nội vụ | Quý I, II/2024
6 | Tiếp thu | Sở Nội vụ | Quý III - IV/2024
7 | Thẩm định | Sở Tư pháp | Đến hết quý III/2024
8 | Họp lần thứ hai | Sở Nội vụ | Tháng 6/2024
9 | Trình | Sở Nội vụ | Tháng 3-6/2024
10 | Ban hành | Sở Nội vụ | 6/2025
11 | Công bố | Sở Nội vụ | 30/9/2025
12 | Tập huấn | Sở Nội vụ | Trước 30/9/2025
13 | Tuyên truyền | Sở Nội vụ | Trước ngày 15/10/2025
14 | Nhân rộng | Sở Nội vụ | Đến năm 2030
15 | Sơ kết | Sở Nội vụ | 6 tháng đầu năm 2024
16 | Bố trí kinh phí | Sở Tài chính | Giai đoạn 2021-2025
17 | Theo dõi | Sở Nội vụ | Thường xuyên
18 | Báo cáo năm | Sở Nội vụ | Hằng năm
19 | Báo cáo quý | Sở Nội vụ | Hằng quý
20 | Báo cáo tháng | Sở Nội vụ | Định kỳ hằng tháng
21 | Duy trì | Sở Nội vụ | 2025 và những năm tiếp theo
22 | Hướng dẫn | Sở Nội vụ | 100 ngày kể từ ngày ban hành
23 | Sắp xếp | Sở Nội vụ | Sau khi có hướng dẫn
24 | Đào tạo hai đợt | Sở Nội vụ | Quý I/2023; Quý IV/2023
25 | Tổng kết | Sở Nội vụ | 31/12/2025
""")


def document() -> bytes:
    lines = [" | ".join(cell.text for cell in row) for row in TABLE.rows]
    return ("Phụ lục\r\nTIẾN ĐỘ THỰC HIỆN\r\n\r\n" + "\r\n".join(lines) + "\r\n").encode()
