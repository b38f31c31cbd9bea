//! The shipped plan, imported anew: every number that the issue promises, and the slips that must stay.

use std::collections::BTreeMap;
use std::fs;

use planpress::content;
use planpress::diagnostic::{Lang, Messages};
use planpress::model::{Column, DraftMention, DraftTask, NameContext, PartialDate, Period};
use planpress::tree::{File, RelPath, Tree};

use super::{content_folder, dump, import_whole, outline, register, sentences};

fn import_shipped() -> planpress::import::Import {
    import_whole(&String::from_utf8(dump()).expect("UTF-8"))
}

fn task<'d>(tasks: &'d [DraftTask], number: &str) -> &'d DraftTask {
    tasks.iter().find(|task| task.number == number).expect(number)
}

fn names(mentions: &[DraftMention]) -> Vec<(&str, Option<&str>)> {
    mentions.iter().map(|m| (m.printed.as_str(), m.agency.as_deref())).collect()
}

#[test]
fn importing_again_gives_the_shipped_files() {
    let imported = import_shipped();
    let mut files = content::print(&imported.draft);
    let account = imported.account(&files).expect("closes");
    let report = imported.report.markdown(&account, &imported.diagnostics);
    let path = RelPath::new("ke-hoach/150-kh-ubnd-2022/nhap-khau.md").expect("a path");
    files.insert(path, File::Bytes(report.into_bytes()));
    for (path, file) in files.iter() {
        let File::Bytes(bytes) = file else { panic!("{path}") };
        let shipped = fs::read_to_string(content_folder().join(path.as_str())).expect("shipped");
        assert_eq!(shipped, String::from_utf8_lossy(bytes), "{path}");
    }
    assert_eq!(files.len(), 1 + 1 + 8 + 42);
}

#[test]
fn the_plan_has_its_forty_two_tasks_in_order() {
    let draft = import_shipped().draft;
    assert_eq!(outline(&draft), include_str!("real_plan.txt").trim_end());
    let orders: Vec<u32> = draft.tasks.iter().map(|task| task.order).collect();
    assert_eq!(orders, (1..=42).collect::<Vec<u32>>());
    let places: Vec<&str> = [0, 1, 41].map(|at| draft.tasks[at].row.as_str()).into();
    assert_eq!(places, ["bảng 1, dòng 3", "bảng 1, dòng 7", "bảng 1, dòng 56"]);
}

#[test]
fn parts_domains_and_groups_are_told_apart() {
    let draft = import_shipped().draft;
    assert_eq!(draft.id, "150-kh-ubnd-2022");
    let parts: Vec<(&str, &str)> =
        draft.parts.iter().map(|(number, title)| (number.as_str(), title.as_str())).collect();
    assert_eq!(parts, [("A", "NHIỆM VỤ CHUNG"), ("B", "NHIỆM VỤ CỤ THỂ")]);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for task in &draft.tasks {
        *counts.entry(task.domain.as_str()).or_default() += 1;
    }
    let domains: Vec<(&str, u32, usize)> = draft
        .domains
        .iter()
        .map(|domain| (domain.id.as_str(), domain.order, counts[domain.id.as_str()]))
        .collect();
    assert_eq!(
        domains,
        [
            ("a", 1, 1),
            ("b-1", 2, 10),
            ("b-2", 3, 4),
            ("b-3", 4, 8),
            ("b-4", 5, 7),
            ("b-5", 6, 2),
            ("b-6", 7, 8),
            ("b-7", 8, 2)
        ]
    );
    let groups: Vec<(&str, &str)> = draft
        .domains
        .iter()
        .flat_map(|d| d.groups.iter().map(|g| (d.id.as_str(), g.0.as_str())))
        .collect();
    assert_eq!(groups, [("b-1", "1.1"), ("b-1", "1.2"), ("b-1", "1.3"), ("b-1", "1.4")]);
    let first = &draft.domains[0];
    assert_eq!((first.number.as_str(), first.title.as_str()), ("A", "NHIỆM VỤ CHUNG"));
    assert_eq!(draft.domains[6].title, "Hợp tác về lĩnh vực y tế, giáo dục, khoa học và công nghệ");
}

#[test]
fn periods_are_kept_as_printed() {
    let draft = import_shipped().draft;
    let periods: Vec<&str> = draft.tasks.iter().filter_map(|t| t.period.as_deref()).collect();
    assert_eq!(periods.len(), 42);
    assert_eq!(periods.iter().filter(|period| **period == "Thường xuyên").count(), 11);
    assert!(periods.iter().all(|period| Period::read(period).understood()));
    assert!(periods.contains(&"2023 - 2024"));
}

#[test]
fn every_name_is_somebodys() {
    let draft = import_shipped().draft;
    let register = register();
    let context =
        NameContext { place: Some("Sơn La".to_owned()), issued: PartialDate::parse("2022") };
    let mut leads: BTreeMap<String, usize> = BTreeMap::new();
    let resolve = |mention: &DraftMention| match &mention.agency {
        Some(id) => id.clone(),
        None => register.resolve(&mention.printed, &context).expect(&mention.printed).to_string(),
    };
    for task in &draft.tasks {
        for mention in &task.coordinating {
            resolve(mention);
        }
        for mention in &task.lead {
            *leads.entry(resolve(mention)).or_default() += 1;
        }
    }
    assert_eq!(leads["so-van-hoa-the-thao-va-du-lich-son-la"], 12);
    assert_eq!(leads["so-lao-dong-thuong-binh-va-xa-hoi-son-la"], 4);
    assert_eq!(leads["ubnd-huyen-song-ma"], 1);
}

#[test]
fn names_are_cut_by_grammar() {
    let tasks = import_shipped().draft.tasks;
    let districts = [("Huyện Thuận Châu", None), ("Sông Mã", Some("ubnd-huyen-song-ma"))];
    assert_eq!(names(&task(&tasks, "3.8").lead), districts);
    let both = [
        ("Các sở, ban, ngành", None),
        ("UBND các huyện thành phố thuộc tỉnh Sơn La", None),
        ("Các sở, ban, ngành", Some("cac-so-ban-nganh-hung-yen")),
        ("UBND các huyện thành phố thuộc tỉnh Hưng Yên", None),
        ("Sở Kế hoạch và Đầu tư Hưng Yên", None),
    ];
    assert_eq!(names(&task(&tasks, "4.6").coordinating), both);
    assert_eq!(names(&task(&tasks, "4.7").coordinating), both);
    let at_kim_dong = [
        ("Các Sở, ban, ngành", None),
        ("Sở Nông nghiệp và PTNT tỉnh Hưng Yên", None),
        ("huyện Kim Động, tỉnh Hưng Yên", None),
    ];
    assert_eq!(names(&task(&tasks, "3.8").coordinating), at_kim_dong);
    let never_split = [("Sở Lao động - Thương binh và Xã hội", None)];
    assert_eq!(names(&task(&tasks, "2.1").lead), never_split);
}

#[test]
fn cells_are_kept_as_printed_where_the_list_does_not_say_them() {
    let tasks = import_shipped().draft.tasks;
    assert_eq!(
        task(&tasks, "3.8").cells,
        [
            (Column::Lead, "Huyện Thuận Châu, Sông Mã".to_owned()),
            (
                Column::Coordinating,
                "- Các Sở, ban, ngành.\n- Sở Nông nghiệp và PTNT tỉnh Hưng Yên; huyện Kim Động, \
                 tỉnh Hưng Yên."
                    .to_owned()
            ),
        ]
    );
    let first = &tasks[0];
    let lead = "Các sở, ban, ngành; UBND các huyện thành phố thuộc tỉnh Sơn La";
    assert_eq!(first.cells, [(Column::Lead, lead.to_owned())]);
}

#[test]
fn slips_stay_as_printed() {
    let tasks = import_shipped().draft.tasks;
    assert!(task(&tasks, "6.3").paragraphs[0].contains("đạo tạo"));
    assert!(task(&tasks, "6.3").paragraphs[0].contains("sinh sản ờ một số"));
    assert!(task(&tasks, "3.7").paragraphs[0].contains("nhận rộng..."));
    let misspelt = &task(&tasks, "3.6").coordinating[0].printed;
    assert_eq!(misspelt, "UBND các huyện, thành phố thuộc Tình Sơn La");
    // A line of the dump ends in "-", the next one goes on.
    assert!(task(&tasks, "7.1").paragraphs[0].contains("kinh tế - xã hội với quốc phòng"));
}

#[test]
fn doubts_are_named_with_their_rows() {
    let expected = "\
name-completed ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 33, cột Cơ quan chủ trì: `Sông Mã` được hiểu là `Huyện Sông Mã` (`ubnd-huyen-song-ma`), theo tên đứng trước
place-assumed ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 40, cột Cơ quan phối hợp: `Các sở, ban, ngành` được hiểu là `Các sở, ban, ngành tỉnh Hưng Yên` (`cac-so-ban-nganh-hung-yen`), vì tên tỉnh ở cuối dòng được coi là của cả các tên đứng trước
place-assumed ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 41, cột Cơ quan phối hợp: `Các sở, ban, ngành` được hiểu là `Các sở, ban, ngành tỉnh Hưng Yên` (`cac-so-ban-nganh-hung-yen`), vì tên tỉnh ở cuối dòng được coi là của cả các tên đứng trước
number-order ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 44, cột STT: số `5.2` đứng sau số `5.5`";
    let diagnostics = import_shipped().diagnostics;
    assert_eq!(sentences(&diagnostics), expected);
    // Row 40 names "Các sở, ban, ngành" twice; the second one is meant.
    let span = diagnostics.iter().filter_map(|doubt| doubt.span.as_ref()).nth(1).expect("a place");
    let behind = span.source.text.get(span.range.start..).expect("a border");
    let line = "Các sở, ban, ngành; UBND các huyện thành phố thuộc tỉnh Hưng Yên\n";
    assert!(behind.starts_with(line), "{behind}");
}

#[test]
fn the_report_says_what_was_read() {
    let imported = import_shipped();
    let account = imported.account(&content::print(&imported.draft)).expect("closes");
    let lines = imported.report.lines(&account, &Messages::of(Lang::Vi));
    assert_eq!(
        lines,
        [
            "Bảng đã đọc: bảng 1, 5 cột, 56 dòng kể cả dòng tiêu đề",
            "Kế hoạch: 2 phần, 8 lĩnh vực, 4 nhóm, 42 nhiệm vụ (11 nhiệm vụ không có hạn cuối), \
             33 cơ quan",
            "Đối chiếu: bảng có 11.553 ký tự, không mất ký tự nào: 11.494 ký tự đã vào các tệp, \
             59 ký tự không chép, có nêu lý do",
        ]
    );
}

/// The shipped files with one replacement in one of them.
fn tampered(files: &Tree, file: &str, from: &str, to: &str) -> Tree {
    let mut files = files.clone();
    let path = RelPath::new(format!("ke-hoach/150-kh-ubnd-2022/{file}")).expect("a path");
    let text = String::from_utf8(files.bytes(path.as_str()).expect(file).to_vec()).expect("UTF-8");
    assert!(text.contains(from), "{file} has no {from}");
    files.insert(path, File::Bytes(text.replacen(from, to, 1).into_bytes()));
    files
}

#[test]
fn the_account_notices_every_loss() {
    let imported = import_shipped();
    let files = content::print(&imported.draft);
    let cases = [
        // A word of a text, of a title, of a kept cell, of a name that has no kept cell, a number, a period.
        ("b-3/b-3-6.md", "thực phẩm, ", "", "dòng 31, cột Nội dung thực hiện"),
        ("b-4/domain.md", "phát triển đô thị ", "", "dòng 34, cột Nội dung thực hiện"),
        ("b-1/domain.md", "mô hình ", "", "dòng 6, cột Nội dung thực hiện"),
        ("plan.md", "CỤ THỂ", "CỤ", "dòng 4, cột Nội dung thực hiện"),
        ("b-4/b-4-6.md", "\n- Sở Kế hoạch và Đầu tư Hưng Yên\"", "\"", "dòng 40, cột Cơ quan phối"),
        ("b-6/b-6-1.md", "lead = [\"Sở Y tế\"]", "lead = [\"Sở Y\"]", "dòng 46, cột Cơ quan chủ"),
        ("b-5/b-5-5.md", "number = \"5.5\"", "number = \"5.1\"", "dòng 43, cột STT"),
        ("b-1/b-1-2-3.md", "2023 - 2024", "2023 2024", "dòng 13, cột Thời gian"),
        // Words in another order, and words that the document does not have.
        ("b-1/b-1-3-2.md", "đoàn khảo sát", "khảo sát đoàn", "dòng 16, cột Nội dung thực hiện"),
        ("b-6/b-6-3.md", "đạo tạo", "đào tạo", "dòng 48, cột Nội dung thực hiện"),
        // A task that says it stands elsewhere.
        ("b-2/b-2-1.md", "dòng 21", "dòng 22", "dòng 21, cột STT"),
    ];
    for (file, from, to, place) in cases {
        let faults = imported.account(&tampered(&files, file, from, to)).expect_err(file);
        let found = sentences(&faults);
        assert!(found.starts_with("import-lost") && found.contains(place), "{file}: {found}");
    }
    let without: Tree = files
        .iter()
        .filter(|(path, _)| path.name() != "b-6-8.md")
        .map(|(path, file)| (path.clone(), file.clone()))
        .collect();
    let found = sentences(&imported.account(&without).expect_err("a lost task"));
    assert!(found.contains("dòng 53") && found.contains("các tệp đã ghi có 47"), "{found}");
}

#[test]
fn what_was_lost_is_said_to_the_letter() {
    let imported = import_shipped();
    let files = content::print(&imported.draft);
    let files = tampered(&files, "b-3/b-3-6.md", "thực phẩm, ", "");
    assert_eq!(
        sentences(&imported.account(&files).expect_err("a lost word")),
        "import-lost ke-hoach-150-kh-ubnd.txt, bảng 1, dòng 31, cột Nội dung thực hiện: mất chữ khi \
         nhập bảng 1, dòng 31, cột Nội dung thực hiện: văn bản có \
         `…iệpchếbiếnthựcphẩm,đồuống,thủysản(mận,xo…`, tệp đã ghi có \
         `…iệpchếbiếnđồuống,thủysản(mận,xoài,chanhl…`"
    );
}
