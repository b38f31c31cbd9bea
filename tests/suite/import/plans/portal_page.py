"""A page of a legal portal that resolved the merged cells of a plan by repeating them, within nested layout tables, between the
document's attributes and its related documents. Invented, the portal with it."""

from writing import portal
from writing.grid import parse

ENDING = "html"

ATTRIBUTES = parse("""
Số ký hiệu | 88/QĐ-BXD | Ngày ban hành | 19/02/2024
Loại văn bản | Quyết định | Cơ quan ban hành | Bộ Xây dựng
Lĩnh vực | Nhà ở | Tình trạng | Còn hiệu lực
""")

TABLE = parse("""
STT | Nội dung công việc | Cơ quan chuẩn bị | Cơ quan phối hợp | Thời gian trình | Ghi chú
A. VĂN BẢN QUY PHẠM PHÁP LUẬT | A. VĂN BẢN QUY PHẠM PHÁP LUẬT | A. VĂN BẢN QUY PHẠM PHÁP LUẬT | A. VĂN BẢN QUY PHẠM PHÁP LUẬT | A. VĂN BẢN QUY PHẠM PHÁP LUẬT | A. VĂN BẢN QUY PHẠM PHÁP LUẬT
1 | Nghị định quy định chi tiết về phát triển nhà ở xã hội | Cục Quản lý nhà và thị trường bất động sản | Vụ Pháp chế; các đơn vị có liên quan | Tháng 6/2024 |
2 | Thông tư hướng dẫn phân hạng nhà chung cư | Cục Quản lý nhà và thị trường bất động sản | Vụ Pháp chế | Tháng 6/2024 |
3 | Thông tư ban hành định mức xây dựng | Cục Kinh tế xây dựng | Viện Kinh tế xây dựng¶Vụ Pháp chế | Quý IV/2024 | Chuyển từ năm 2023
B. ĐỀ ÁN, BÁO CÁO | B. ĐỀ ÁN, BÁO CÁO | B. ĐỀ ÁN, BÁO CÁO | B. ĐỀ ÁN, BÁO CÁO | B. ĐỀ ÁN, BÁO CÁO | B. ĐỀ ÁN, BÁO CÁO
1 | Đề án đầu tư 1.000 căn nhà cho thuê & quản lý vận hành | Vụ Quản lý doanh nghiệp | Bộ Tài chính;¶Ngân hàng Nhà nước Việt Nam;¶UBND các tỉnh, thành phố | Trước ngày 30/9/2024 | Ưu tiên < 6 tháng
2 | Báo cáo tình hình cấp nước an toàn | Cục Hạ tầng kỹ thuật | Sở Xây dựng các tỉnh, thành phố | 31/12/2024 |
3 | Báo cáo chuyên đề theo yêu cầu của Quốc hội | Văn phòng Bộ | Các cục, vụ | Sau khi có hướng dẫn |
C. CÔNG TÁC KHÁC | C. CÔNG TÁC KHÁC | C. CÔNG TÁC KHÁC | C. CÔNG TÁC KHÁC | C. CÔNG TÁC KHÁC | C. CÔNG TÁC KHÁC
1 | Đăng tải, công khai chỉ số giá xây dựng | Cục Kinh tế xây dựng | Trung tâm Thông tin | Định kỳ hằng tháng |
2 | Trả lời kiến nghị của cử tri | Văn phòng Bộ | Các cục, vụ | Thường xuyên |
""")

RELATED = parse("""
STT | Tên văn bản | Ngày ban hành
1 | Quyết định giao dự toán | 05/01/2024
2 | Nghị quyết về chương trình công tác | 10/01/2024
3 | Công văn đôn đốc | 02/5/2024
""")


def document() -> bytes:
    text = portal.layout(
        portal.layout(portal.paragraph("QUYẾT ĐỊNH"), portal.paragraph("Ban hành Chương trình công tác năm 2024"),
                      portal.table(TABLE)),
        portal.paragraph("Bản in | Bản đồ | Góp ý"))
    return portal.page("Quyết định 88/QĐ-BXD", portal.table(ATTRIBUTES, "class=thuoc-tinh"), text,
                       portal.table(RELATED, header=1))
