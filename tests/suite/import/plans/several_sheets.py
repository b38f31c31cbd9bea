"""A workbook of three sheets: a cover, the plan, a legend. Days are days, years are numbers, a column that helps with sorting is
hidden, and title rows stand above the header. Invented."""

from writing import excel
from writing.grid import parse

ENDING = "xlsx"

COVER = parse("""
TỈNH LÀO CAI
BAN CHỈ ĐẠO AN TOÀN THỰC PHẨM
KẾ HOẠCH NĂM 2025
""")

PLAN = parse("""
KẾ HOẠCH BẢO ĐẢM AN TOÀN THỰC PHẨM | ← | ← | ← | ← | ← | ←
Năm 2025 | ← | ← | ← | ← | ← | ←
 | | | | | |
STT | Mã theo dõi | Nhiệm vụ trọng tâm | Chủ trì | Phối hợp | Thời hạn hoàn thành | Kết quả, sản phẩm
A | | TUYÊN TRUYỀN, TẬP HUẤN | | | |
1 | TT01 | Phát động Tháng hành động vì an toàn thực phẩm | Sở Y tế | Sở Công Thương¶Sở Nông nghiệp và Môi trường | 15/04/2025 | Lễ phát động
2 | TT02 | Tập huấn cho người chế biến tại bếp ăn tập thể | Chi cục An toàn vệ sinh thực phẩm | Trung tâm Y tế các huyện, thành phố | 2025 | 12 lớp
3 | TT03 | Phát thanh bản tin cảnh báo | Báo Lào Cai | Sở Y tế | Thường xuyên | 52 bản tin
B | | KIỂM TRA, GIÁM SÁT | | | |
4 | KT01 | Kiểm tra liên ngành dịp Tết Trung thu | Sở Y tế | Công an tỉnh; Chi cục Quản lý thị trường | 30/09/2025 | Báo cáo kết quả
5 | KT02 | Giám sát nguy cơ ô nhiễm thực phẩm | Trung tâm Kiểm soát bệnh tật tỉnh | | 2025 | 400 mẫu
6 | KT03 | Hậu kiểm cơ sở tự công bố sản phẩm | Sở Công Thương | UBND các huyện, thị xã, thành phố | Quý IV/2025 | 60 cơ sở
7 | KT04 | Cập nhật dữ liệu cơ sở sản xuất | Chi cục An toàn vệ sinh thực phẩm | | 31/12/2025 | Cơ sở dữ liệu
C | | TỔNG KẾT | | | |
8 | TK01 | Tổng kết, khen thưởng | Sở Y tế | Sở Nội vụ | 2026 | Hội nghị
""")

LEGEND = parse("""
Ký hiệu | Ý nghĩa
TT | Tuyên truyền, tập huấn
KT | Kiểm tra, giám sát
TK | Tổng kết
""")


def hide(opened) -> None:
    opened["Kế hoạch 2025"].column_dimensions["B"].hidden = True
    opened.active = 1


def document() -> bytes:
    return excel.book({"Bìa": COVER, "Kế hoạch 2025": PLAN, "Chú giải": LEGEND}, hide)
