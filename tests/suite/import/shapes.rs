//! Plans of other shapes than the shipped one.

use planpress::model::Draft;

use super::{import_whole, outline, sentences};

const HEADER: &str = "TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn\n";

fn draft(rows: &str) -> Draft {
    import_whole(&format!("{HEADER}{rows}")).draft
}

fn domains(draft: &Draft) -> String {
    let line = |domain: &planpress::model::DraftDomain| {
        let groups: Vec<String> = domain
            .groups
            .iter()
            .map(|(number, _, under)| match under {
                Some(under) => format!("{under}>{number}"),
                None => number.clone(),
            })
            .collect();
        let part = domain.part.as_deref().unwrap_or(".");
        format!(
            "{} [{}] {} part {part} {}",
            domain.id,
            domain.number,
            domain.title,
            groups.join(" ")
        )
    };
    draft.domains.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_flat_plan() {
    let draft = draft("1 | Một | Sở Y tế | | 2023\n2 | Hai | Sở Y tế | | 2024\n3 | Ba | Sở Y tế\n");
    assert_eq!(domains(&draft), "nhiem-vu []  part . ");
    assert_eq!(
        outline(&draft),
        "nhiem-vu/1 [1] . | Sở Y tế | 2023\nnhiem-vu/2 [2] . | Sở Y tế | 2024\nnhiem-vu/3 [3] . | Sở Y tế | ."
    );
}

#[test]
fn domains_by_roman_numbers_whose_tasks_go_on_counting() {
    let draft =
        draft("I | Y tế\n1 | Một | Sở Y tế\n2 | Hai | Sở Y tế\nII | Giáo dục\n3 | Ba | Sở Y tế\n");
    assert_eq!(domains(&draft), "i [I] Y tế part . \nii [II] Giáo dục part . ");
    assert_eq!(
        outline(&draft),
        "i/i-1 [1] . | Sở Y tế | .\ni/i-2 [2] . | Sở Y tế | .\nii/ii-3 [3] . | Sở Y tế | ."
    );
}

#[test]
fn parts_domains_groups_and_deeper_groups() {
    let draft = draft(
        "A | CHUNG\nI | Y tế\n1 | Khám bệnh\n1.1 | Tuyến xã\n1.1.1 | Một | Sở Y tế\na) | Hai | Sở Y tế\nII | Giáo dục\n1 | Ba | Sở Y tế\n\
         B | RIÊNG\n1 | Bốn | Sở Y tế\n",
    );
    assert_eq!(
        domains(&draft),
        "a-i [I] Y tế part A 1 1>1.1\na-ii [II] Giáo dục part A \nb [B] RIÊNG part B "
    );
    assert_eq!(
        outline(&draft),
        "a-i/a-i-1-1-1 [1.1.1] 1.1 | Sở Y tế | .\na-i/a-i-1-1-1-a [a)] 1.1 | Sở Y tế | .\n\
         a-ii/a-ii-1 [1] . | Sở Y tế | .\nb/b-1 [1] . | Sở Y tế | ."
    );
}

#[test]
fn letters_and_roman_numbers_are_told_by_their_neighbours() {
    let draft = draft(
        "A | a\n1 | x\n1.1 | Một | Sở Y tế\nB | b\n1 | x\n1.1 | Hai | Sở Y tế\nC | c\n1 | x\n1.1 | Ba | Sở Y tế\n\
         D | d\n1 | x\n1.1 | Bốn | Sở Y tế\n",
    );
    let parts: Vec<&str> = draft.parts.iter().map(|(number, _)| number.as_str()).collect();
    assert_eq!(parts, ["A", "B", "C", "D"]);
}

#[test]
fn the_same_number_twice_gives_two_ids() {
    let imported =
        import_whole(&format!("{HEADER}1 | x\n1.1 | Một | Sở Y tế\n1.1 | Hai | Sở Y tế\n"));
    assert_eq!(
        outline(&imported.draft),
        "1/1-1 [1.1] . | Sở Y tế | .\n1/1-1-2 [1.1] . | Sở Y tế | ."
    );
    let doubt =
        "number-order ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 4, cột TT: số `1.1` đứng sau số `1.1`";
    assert_eq!(sentences(&imported.diagnostics), doubt);
}

#[test]
fn rows_without_a_column_of_numbers() {
    let text =
        "Nội dung | Cơ quan thực hiện | Tiến độ\nMột | Sở Y tế | 2023\nHai | Công an tỉnh | 2024\n";
    assert_eq!(
        outline(&import_whole(text).draft),
        "nhiem-vu/1 [] . | Sở Y tế | 2023\nnhiem-vu/2 [] . | Công an tỉnh | 2024"
    );
}

#[test]
fn a_row_without_cells_among_tasks_is_a_task() {
    let imported =
        import_whole(&format!("{HEADER}I | x\n1 | Một | Sở Y tế\n2 | Hai\n3 | Ba | Sở Y tế\n"));
    assert_eq!(
        outline(&imported.draft),
        "i/i-1 [1] . | Sở Y tế | .\ni/i-2 [2] . |  | .\ni/i-3 [3] . | Sở Y tế | ."
    );
    assert!(sentences(&imported.diagnostics).starts_with("task-bare"));
}

#[test]
fn a_title_with_agencies_is_a_task_and_so_are_those_below_it() {
    let draft = draft("A | x\n1 | Cả mục | Sở Y tế\n1.1 | Một | Sở Y tế\n- | Hai | Sở Y tế\n");
    assert_eq!(
        outline(&draft),
        "a/a-1 [1] . | Sở Y tế | .\na/a-1-1 [1.1] . | Sở Y tế | .\na/a-1-1-1 [-] . | Sở Y tế | ."
    );
}

#[test]
fn other_columns_are_kept_under_their_own_names() {
    let text = "STT | Nhiệm vụ | Chủ trì | Sản phẩm | Thời gian | Ghi chú | \n(1) | (2) | (3) | (4) | (5) | (6) | (7)\n\
                1 | Một | Sở Y tế | Báo cáo | 2023 | | x\n2 | Hai | Sở Y tế | | 2023 | Xong\n";
    let imported = import_whole(text);
    let extra: Vec<Vec<(&str, &str)>> = imported
        .draft
        .tasks
        .iter()
        .map(|task| task.extra.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect())
        .collect();
    assert_eq!(extra, [vec![("Sản phẩm", "Báo cáo"), ("Cột 7", "x")], vec![("Ghi chú", "Xong")]]);
}

#[test]
fn a_header_that_is_repeated_is_left_out_by_name() {
    let text = format!("{HEADER}1 | Một | Sở Y tế | | 2023\n{HEADER}2 | Hai | Sở Y tế | | 2024\n");
    let imported = import_whole(&text);
    assert_eq!(imported.draft.tasks.len(), 2);
    let account = imported.account(&planpress::content::print(&imported.draft)).expect("closes");
    let reasons: Vec<&str> = account.left_out.iter().map(|(_, reason)| *reason).collect();
    assert_eq!(reasons, ["left-header", "left-header"]);
}

#[test]
fn a_second_table_is_named() {
    let text = format!(
        "Tên | Họ\nA | B\n\nBảng hai:\n\n{HEADER}1 | Một | Sở Y tế | | 2023\n2 | Hai | Sở Y tế\n"
    );
    let imported = import_whole(&text);
    assert_eq!(imported.draft.tasks[0].row, "bảng 2, dòng 2");
    let found = sentences(&imported.diagnostics);
    assert_eq!(
        found,
        "table-left-out ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 1: bảng 1 (2 dòng) không được nhập; kế hoạch \
         lấy từ bảng 2"
    );
}

#[test]
fn words_of_editors_notes_are_kept_as_words() {
    let draft = draft("1 | ## Một | Sở Y tế\n2 | \\## Hai | Sở Y tế\n3 | +++ | Sở Y tế\n");
    let texts: Vec<&str> = draft.tasks.iter().map(|task| task.paragraphs[0].as_str()).collect();
    assert_eq!(texts, ["## Một", "\\## Hai", "+++"]);
}

#[test]
fn agencies_of_a_place_that_the_register_does_not_know_are_never_the_plans_own() {
    let imported = import_whole(&format!(
        "{HEADER}1 | Một | - Các sở, ban, ngành; UBND các huyện thuộc tỉnh Thái Bình\n"
    ));
    let lead = &imported.draft.tasks[0].lead[0];
    assert_eq!(lead.printed, "Các sở, ban, ngành");
    assert_eq!(lead.agency.as_deref(), Some("cac-so-ban-nganh-tinh-thai-binh"));
    let found = sentences(&imported.diagnostics);
    assert!(found.contains("sổ cơ quan không có `Các sở, ban, ngành tỉnh Thái Bình`"), "{found}");
}

#[test]
fn a_period_of_several_lines_keeps_them_where_only_they_make_sense() {
    let text = "STT\n|\nNội dung\n|\nCơ quan chủ trì\n|\nThời gian\n|\n1\n|\nMột\n|\nSở Y tế\n|\nQuý I/2023\nQuý III/2024\n|\n\
                2\n|\nHai\n|\nSở\nY tế\n|\nkhi có\nkinh phí\n|";
    let imported = import_whole(text);
    let periods: Vec<Option<&str>> =
        imported.draft.tasks.iter().map(|task| task.period.as_deref()).collect();
    assert_eq!(periods, [Some("Quý I/2023\nQuý III/2024"), Some("khi có kinh phí")]);
    assert_eq!(
        sentences(&imported.diagnostics),
        "period-not-read ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 3, cột Thời gian: không hiểu thời gian `khi có kinh \
         phí`; giữ nguyên chữ, không tính ngày"
    );
}
