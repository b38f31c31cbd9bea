//! Cells, and the names that they are cut into.

use super::{Name, names};

fn check(line: &str, expected: &[&str]) {
    let shown = |name: Name| match name.completed {
        Some(completed) => format!("{} = {completed}", name.printed),
        None => name.printed,
    };
    let found: Vec<String> = names(line).into_iter().map(shown).collect();
    assert_eq!(found, expected, "{line}");
}

#[test]
fn names_that_contain_separators_stay_whole() {
    check("Sở Lao động - Thương binh và Xã hội", &["Sở Lao động - Thương binh và Xã hội"]);
    check("Sở Văn hóa, Thể thao và Du lịch", &["Sở Văn hóa, Thể thao và Du lịch"]);
    check(
        "- Sở Văn hóa, Thể thao và Sở Du lịch tỉnh Hưng Yên",
        &["Sở Văn hóa, Thể thao và Sở Du lịch tỉnh Hưng Yên"],
    );
    check("- Các Sở, ban, ngành.", &["Các Sở, ban, ngành"]);
    check("Các Sở, Ban, Ngành, Đoàn thể tỉnh", &["Các Sở, Ban, Ngành, Đoàn thể tỉnh"]);
    check("UBND các huyện, thị xã và thành phố", &["UBND các huyện, thị xã và thành phố"]);
    check("huyện Kim Động, tỉnh Hưng Yên.", &["huyện Kim Động, tỉnh Hưng Yên"]);
    check("Văn phòng HĐND và UBND tỉnh", &["Văn phòng HĐND và UBND tỉnh"]);
    check("Sở Y tế (cùng Sở Nội vụ, Công an tỉnh)", &["Sở Y tế (cùng Sở Nội vụ, Công an tỉnh)"]);
    check(
        "Trung tâm giống cây ăn quả tại huyện Khoái Châu, tỉnh Hưng Yên.",
        &["Trung tâm giống cây ăn quả tại huyện Khoái Châu, tỉnh Hưng Yên"],
    );
}

#[test]
fn lists_are_cut_where_a_name_begins() {
    check("Sở Y tế, Công an tỉnh và Sở Nội vụ", &["Sở Y tế", "Công an tỉnh", "Sở Nội vụ"]);
    check(
        "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế",
        &["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"],
    );
    check(
        "Sở Văn hóa, Thể thao và Du lịch và Sở Y tế",
        &["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"],
    );
    check(
        "- Các sở, ban, ngành; UBND các huyện thành phố thuộc tỉnh Hưng Yên",
        &["Các sở, ban, ngành", "UBND các huyện thành phố thuộc tỉnh Hưng Yên"],
    );
    check(
        "Các sở, ban, ngành, UBND các huyện, thành phố",
        &["Các sở, ban, ngành", "UBND các huyện, thành phố"],
    );
    check("Các sở, ban, ngành và UBND các huyện", &["Các sở, ban, ngành", "UBND các huyện"]);
    check(
        "UBND các huyện, thị xã, thành phố và các sở, ban, ngành",
        &["UBND các huyện, thị xã, thành phố", "các sở, ban, ngành"],
    );
    check("Sở Y tế. Sở Nội vụ.", &["Sở Y tế", "Sở Nội vụ"]);
    check("Sở Y tế, huyện Mai Sơn", &["Sở Y tế", "huyện Mai Sơn"]);
    check("Công an, Thanh tra tỉnh", &["Công an", "Thanh tra tỉnh"]);
}

#[test]
fn what_departments_are_about_is_known() {
    check(
        "Sở Y tế, Tài chính, Nội vụ",
        &["Sở Y tế", "Tài chính = Sở Tài chính", "Nội vụ = Sở Nội vụ"],
    );
    check("Sở Y tế và Tư pháp", &["Sở Y tế", "Tư pháp = Sở Tư pháp"]);
    check(
        "Sở Văn hóa, Thể thao và Du lịch, Y tế; Lao động - Thương binh và Xã hội",
        &[
            "Sở Văn hóa, Thể thao và Du lịch",
            "Y tế = Sở Y tế",
            "Lao động - Thương binh và Xã hội = Sở Lao động - Thương binh và Xã hội",
        ],
    );
    check(
        "Các Sở Y tế, Kế hoạch và Đầu tư và Du lịch tỉnh Hưng Yên",
        &[
            "Các Sở Y tế = Sở Y tế",
            "Kế hoạch và Đầu tư = Sở Kế hoạch và Đầu tư",
            "Du lịch tỉnh Hưng Yên = Sở Du lịch tỉnh Hưng Yên",
        ],
    );
    check("Sở Kế hoạch và Đầu tư", &["Sở Kế hoạch và Đầu tư"]);
    check("Sở Nông nghiệp & PTNT", &["Sở Nông nghiệp & PTNT"]);
    check("Bộ Văn hóa, Thể thao và Du lịch", &["Bộ Văn hóa, Thể thao và Du lịch"]);
    check(
        "Bộ Lao động - Thương binh và Xã hội, Bộ Y tế",
        &["Bộ Lao động - Thương binh và Xã hội", "Bộ Y tế"],
    );
    check("sở y tế, công an tỉnh, sở tài chính", &["sở y tế", "công an tỉnh", "sở tài chính"]);
    check("Sở Y tế, Công an tỉnh", &["Sở Y tế", "Công an tỉnh"]);
    check(
        "Các phòng: Tài chính - Kế hoạch, Y tế; Phòng Văn hóa và Thông tin, Nội vụ",
        &[
            "Tài chính - Kế hoạch = Phòng Tài chính - Kế hoạch",
            "Y tế = Phòng Y tế",
            "Phòng Văn hóa và Thông tin",
            "Nội vụ = Phòng Nội vụ",
        ],
    );
}

#[test]
fn a_heading_completes_the_names_behind_it() {
    check(
        "Các sở: Y tế, Tài chính, Văn hóa, Thể thao và Du lịch; Công an tỉnh",
        &[
            "Y tế = Sở Y tế",
            "Tài chính = Sở Tài chính",
            "Văn hóa, Thể thao và Du lịch = Sở Văn hóa, Thể thao và Du lịch",
            "Công an tỉnh",
        ],
    );
    check(
        "- Các Bộ: Công an, Kế hoạch và Đầu tư và Quốc phòng.",
        &[
            "Công an = Bộ Công an",
            "Kế hoạch và Đầu tư = Bộ Kế hoạch và Đầu tư",
            "Quốc phòng = Bộ Quốc phòng",
        ],
    );
    check(
        "Công an tỉnh, các sở, ngành: Y tế, Nội vụ",
        &["Công an tỉnh", "Y tế = Sở Y tế", "Nội vụ = Sở Nội vụ"],
    );
    check(
        "Các sở: Y tế, Nội vụ; UBND các huyện, thành phố và các đơn vị liên quan",
        &[
            "Y tế = Sở Y tế",
            "Nội vụ = Sở Nội vụ",
            "UBND các huyện, thành phố",
            "các đơn vị liên quan",
        ],
    );
    check(
        "UBND các huyện: Mai Sơn, Sông Mã",
        &["Mai Sơn = UBND huyện Mai Sơn", "Sông Mã = UBND huyện Sông Mã"],
    );
}

#[test]
fn other_signs_cut_before_names_of_the_state() {
    check("Sở Y tế - Sở Nội vụ + Công an tỉnh", &["Sở Y tế", "Sở Nội vụ", "Công an tỉnh"]);
    check("Sở Y tế/Sở Nội vụ & Công an tỉnh", &["Sở Y tế", "Sở Nội vụ", "Công an tỉnh"]);
    check("• Sở Y tế • Thanh niên xung phong", &["Sở Y tế", "Thanh niên xung phong"]);
    check("Trung tâm Văn hóa - Thư viện huyện", &["Trung tâm Văn hóa - Thư viện huyện"]);
    check("UBND huyện/thành phố", &["UBND huyện/thành phố"]);
    check("Sở NN&PTNT", &["Sở NN&PTNT"]);
    check("Sở Y tế (chủ trì), Công an tỉnh", &["Sở Y tế (chủ trì) = Sở Y tế", "Công an tỉnh"]);
}

#[test]
fn whoever_is_concerned_is_one_name() {
    check("Sở Y tế và các đơn vị liên quan", &["Sở Y tế", "các đơn vị liên quan"]);
    check(
        "Sở Y tế, các cơ quan, đơn vị có liên quan",
        &["Sở Y tế", "các cơ quan, đơn vị có liên quan"],
    );
    check("Sở Y tế và đơn vị liên quan", &["Sở Y tế", "đơn vị liên quan"]);
    check("UBND các xã, phường, thị trấn", &["UBND các xã, phường, thị trấn"]);
    check(
        "UBND xã Chiềng Mai, Chiềng Ban",
        &["UBND xã Chiềng Mai", "Chiềng Ban = UBND xã Chiềng Ban"],
    );
}

#[test]
fn a_unit_lends_its_head_to_the_names_behind_it() {
    check("Huyện Thuận Châu, Sông Mã", &["Huyện Thuận Châu", "Sông Mã = Huyện Sông Mã"]);
    check(
        "UBND các huyện Thuận Châu, Sông Mã và Mai Sơn",
        &[
            "UBND các huyện Thuận Châu = UBND huyện Thuận Châu",
            "Sông Mã = UBND huyện Sông Mã",
            "Mai Sơn = UBND huyện Mai Sơn",
        ],
    );
    check(
        "Huyện Thuận Châu; Sông Mã, tỉnh Sơn La",
        &["Huyện Thuận Châu", "Sông Mã, tỉnh Sơn La = Huyện Sông Mã, tỉnh Sơn La"],
    );
}
