"""A commune's plan: flat, without numbers, lead and others in one cell "- Chủ trì: … - Phối hợp: …"; saved by LibreOffice.
Invented, the commune's name with it."""

from forms_of_office import foot, head
from writing import libreoffice, word
from writing.grid import parse

ENDING = "odt"

TABLE = parse("""
Nội dung công việc | Phân công thực hiện | Thời hạn | Kết quả
Rà soát hộ nghèo, hộ cận nghèo | - Chủ trì: Phòng Văn hóa - Xã hội¶- Phối hợp: Trưởng các thôn; Hội Nông dân xã | Tháng 10/2025 | Danh sách hộ
Tuần tra, bảo vệ rừng mùa khô | - Chủ trì: Công an xã¶- Phối hợp: Ban Chỉ huy Quân sự xã | Tháng 3-6/2025 | Biên bản tuần tra
Vệ sinh đường làng, ngõ xóm | - Chủ trì: Hội Liên hiệp Phụ nữ xã - Phối hợp: Đoàn Thanh niên xã, các thôn | Định kỳ hằng tháng |
Tiếp nhận và trả kết quả thủ tục hành chính | - Chủ trì: Trung tâm Phục vụ hành chính công xã | Thường xuyên | Sổ theo dõi
Sửa chữa kênh mương nội đồng | - Chủ trì: Phòng Kinh tế¶- Phối hợp: Hợp tác xã Nông nghiệp; Trưởng các thôn | Trước 15/11/2025 | 1,2 km kênh
Tổ chức ngày hội đại đoàn kết | - Chủ trì: Ủy ban Mặt trận Tổ quốc Việt Nam xã¶- Phối hợp: Văn phòng HĐND và UBND xã | 18/11/2025 | 08 khu dân cư
Khám sức khỏe định kỳ cho người cao tuổi | - Chủ trì: Trạm Y tế xã¶- Phối hợp: Hội Người cao tuổi xã; Phòng Văn hóa - Xã hội | Quý IV/2025 | 350 lượt người
Báo cáo kết quả thực hiện | - Chủ trì: Văn phòng HĐND và UBND xã¶- Phối hợp: Các bộ phận chuyên môn | 20/12/2025 | Báo cáo
""")


def document() -> bytes:
    made = word.document([
        head("ỦY BAN NHÂN DÂN¶XÃ SUỐI MƠ", "09/KH-UBND", "Suối Mơ, ngày 06 tháng 01 năm 2025"), "", "KẾ HOẠCH",
        "Công tác trọng tâm năm 2025", TABLE, foot("CHỦ TỊCH"),
    ])
    return libreoffice.convert(made, "docx", "odt")
