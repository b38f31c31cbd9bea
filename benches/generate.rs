//! A site of as many tasks as wanted, for benchmarks.
//!
//! `cargo run --release --example generate -- 10000 FOLDER [THEME]` writes `FOLDER/content`, which `planpress build
//! --root FOLDER` then builds. The site is in the manner of Kế hoạch 150/KH-UBND: its words recombined (about 240
//! characters a task; there, 194), 20 domains a plan, "-" rows in groups, cells with bullets, a quarter of the tasks
//! without an end, and a register of 110 agencies of two provinces with their collectives. A plan has at most 2,000 tasks.
//!
//! `generate -- --documents 10000 FOLDER` writes one plan of so many tasks as `FOLDER/ke-hoach.docx` and
//! `FOLDER/ke-hoach.xlsx`, and the register beside them as `FOLDER/agencies.toml`.
//!
//! Equal arguments give equal bytes. Nothing that it writes is a real plan, and each title says so.

mod documents;

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use planpress::content;
use planpress::files;
use planpress::model::Column;
use planpress::model::{Draft, DraftDomain, DraftFacts, DraftMention, DraftTask};
use planpress::tree::Tree;

/// The most tasks that a plan has.
const PLAN: usize = 2_000;

/// How many domains a plan has; the first is a part with its tasks directly under it, as in the real plan.
const DOMAINS: usize = 20;

/// Every so many domains, one has its tasks in groups, as "-" rows.
const GROUPED: usize = 5;

/// How many groups such a domain has.
const GROUPS: usize = 4;

/// One task in so many names all districts of the province at once, and so reaches each of them. In the real plan three
/// in four do; lists through a collective would then outgrow all others together.
const COLLECTIVE: usize = 4;

/// The name of a province in the names of its agencies, its districts and towns.
struct Province {
    name: &'static str,
    id: &'static str,
    districts: &'static [(&'static str, &'static str)],
}

/// The plans' own province, and the one that they are agreed with.
const OWN: Province = Province {
    name: "Sơn La",
    id: "son-la",
    districts: &[
        ("huyện Quỳnh Nhai", "quynh-nhai"),
        ("huyện Thuận Châu", "thuan-chau"),
        ("huyện Mường La", "muong-la"),
        ("huyện Bắc Yên", "bac-yen"),
        ("huyện Phù Yên", "phu-yen"),
        ("huyện Mộc Châu", "moc-chau"),
        ("huyện Yên Châu", "yen-chau"),
        ("huyện Mai Sơn", "mai-son"),
        ("huyện Sông Mã", "song-ma"),
        ("huyện Sốp Cộp", "sop-cop"),
        ("huyện Vân Hồ", "van-ho"),
        ("thành phố Sơn La", "thanh-pho-son-la"),
    ],
};
const OTHER: Province = Province {
    name: "Hưng Yên",
    id: "hung-yen",
    districts: &[
        ("huyện Văn Lâm", "van-lam"),
        ("huyện Văn Giang", "van-giang"),
        ("huyện Yên Mỹ", "yen-my"),
        ("huyện Ân Thi", "an-thi"),
        ("huyện Khoái Châu", "khoai-chau"),
        ("huyện Kim Động", "kim-dong"),
        ("huyện Tiên Lữ", "tien-lu"),
        ("huyện Phù Cừ", "phu-cu"),
        ("thị xã Mỹ Hào", "my-hao"),
        ("thành phố Hưng Yên", "thanh-pho-hung-yen"),
    ],
};

/// Agencies that both provinces have: kind, name without the province, id without it.
const AGENCIES: [(&str, &str, &str); 41] = [
    ("so", "Sở Văn hóa, Thể thao và Du lịch", "so-van-hoa"),
    ("so", "Sở Kế hoạch và Đầu tư", "so-ke-hoach"),
    ("so", "Sở Lao động - Thương binh và Xã hội", "so-lao-dong"),
    ("so", "Sở Nông nghiệp và Phát triển nông thôn", "so-nong-nghiep"),
    ("so", "Sở Công Thương", "so-cong-thuong"),
    ("so", "Sở Y tế", "so-y-te"),
    ("so", "Sở Giáo dục và Đào tạo", "so-giao-duc"),
    ("so", "Sở Khoa học và Công nghệ", "so-khoa-hoc"),
    ("so", "Sở Thông tin và Truyền thông", "so-thong-tin"),
    ("so", "Sở Tài nguyên và Môi trường", "so-tai-nguyen"),
    ("so", "Sở Giao thông vận tải", "so-giao-thong"),
    ("so", "Sở Xây dựng", "so-xay-dung"),
    ("so", "Sở Tài chính", "so-tai-chinh"),
    ("so", "Sở Tư pháp", "so-tu-phap"),
    ("so", "Sở Nội vụ", "so-noi-vu"),
    ("so", "Thanh tra", "thanh-tra"),
    ("so", "Văn phòng Ủy ban nhân dân", "van-phong"),
    ("ban", "Ban Quản lý các khu công nghiệp", "ban-khu-cong-nghiep"),
    ("ban", "Ban Quản lý dự án đầu tư xây dựng", "ban-du-an"),
    ("ban", "Ban An toàn giao thông", "ban-an-toan-giao-thong"),
    ("cong-an", "Công an", "cong-an"),
    ("quan-su", "Bộ Chỉ huy Quân sự", "quan-su"),
    ("nganh-doc", "Cục Thuế", "cuc-thue"),
    ("nganh-doc", "Cục Thống kê", "cuc-thong-ke"),
    ("nganh-doc", "Kho bạc Nhà nước", "kho-bac"),
    ("nganh-doc", "Bảo hiểm xã hội", "bao-hiem"),
    ("nganh-doc", "Cục Quản lý thị trường", "quan-ly-thi-truong"),
    ("don-vi-su-nghiep", "Trung tâm Xúc tiến đầu tư", "xuc-tien-dau-tu"),
    ("don-vi-su-nghiep", "Trung tâm Xúc tiến thương mại", "xuc-tien-thuong-mai"),
    ("don-vi-su-nghiep", "Trung tâm Giống cây trồng, vật nuôi", "giong-cay-trong"),
    ("don-vi-su-nghiep", "Trung tâm Khuyến nông", "khuyen-nong"),
    ("don-vi-su-nghiep", "Trung tâm Kiểm soát bệnh tật", "kiem-soat-benh-tat"),
    ("don-vi-su-nghiep", "Trung tâm Dịch vụ việc làm", "dich-vu-viec-lam"),
    ("don-vi-su-nghiep", "Đài Phát thanh và Truyền hình", "dai-phat-thanh"),
    ("don-vi-su-nghiep", "Bệnh viện Đa khoa", "benh-vien"),
    ("don-vi-su-nghiep", "Trường Cao đẳng", "truong-cao-dang"),
    ("doan-the", "Hội Nông dân", "hoi-nong-dan"),
    ("doan-the", "Hội Liên hiệp Phụ nữ", "hoi-phu-nu"),
    ("doan-the", "Liên đoàn Lao động", "lien-doan-lao-dong"),
    ("doan-the", "Đoàn Thanh niên", "doan-thanh-nien"),
    ("doan-the", "Liên minh Hợp tác xã", "lien-minh-hop-tac-xa"),
];

/// How many of the agencies above lead tasks: the departments, boards, police and army.
const LEADING: usize = 22;

/// What is to be done.
const ACTS: [&str; 24] = [
    "Trao đổi kinh nghiệm về",
    "Trao đổi, học tập kinh nghiệm trong công tác",
    "Chia sẻ thông tin, kinh nghiệm cơ chế chính sách về",
    "Hợp tác, trao đổi các thông tin về",
    "Phối hợp tổ chức các hội nghị xúc tiến",
    "Phối hợp triển khai công tác truyền thông về",
    "Phối hợp theo dõi, giám sát việc thực hiện quy định của pháp luật về",
    "Phối hợp cùng tỉnh Hưng Yên tổ chức tổng kết",
    "Hỗ trợ doanh nghiệp của hai tỉnh nghiên cứu, tìm hiểu",
    "Hỗ trợ đón đoàn học tập kinh nghiệm phát triển",
    "Hỗ trợ kết nối các doanh nghiệp, hợp tác xã trong",
    "Tổ chức đoàn khảo sát về",
    "Tổ chức hội nghị gặp mặt, giới thiệu, kết nối và quảng bá",
    "Tổ chức các hoạt động tuyên truyền, giáo dục về",
    "Tăng cường cung cấp thông tin về",
    "Thăm quan, học tập và nghiên cứu hợp tác về",
    "Nghiên cứu mô hình",
    "Kết nối cung cấp nguyên liệu đầu vào cho",
    "Xây dựng tài liệu và triển khai nội dung về",
    "Chỉ đạo triển khai nâng cao chất lượng",
    "Học tập kinh nghiệm về các giải pháp",
    "Triển khai trồng thử nghiệm, đánh giá hiệu quả, mức độ phù hợp của",
    "Hàng năm tổ chức giao ban, tổng kết các hoạt động phối hợp về",
    "Đánh giá kết quả thực hiện Biên bản ghi nhớ về",
];

/// What it is about.
const SUBJECTS: [&str; 40] = [
    "quảng bá, xúc tiến du lịch",
    "các loại hình, mô hình du lịch đặc trưng",
    "các điểm du lịch sinh thái, du lịch văn hóa tâm linh",
    "các tour, tuyến kết nối du lịch Sơn La - Hưng Yên",
    "thị trường khách du lịch",
    "đào tạo, bồi dưỡng, phát triển nguồn nhân lực",
    "thị trường lao động, tư vấn, giới thiệu việc làm",
    "lao động, người có công và xã hội",
    "bảo hiểm xã hội, an toàn vệ sinh lao động, phúc lợi xã hội",
    "thực hiện chính sách an sinh xã hội, giảm nghèo",
    "phát triển, sản xuất, chế biến tiêu thụ nông sản",
    "sản phẩm OCOP, sản phẩm chủ lực, đặc trưng",
    "sơ chế, chế biến, bảo quản sản phẩm nhãn và các nông sản khác",
    "giống cây trồng, vật nuôi, thủy sản",
    "chăn nuôi gà VietGap",
    "các loại cây ăn quả (mận, xoài, chanh leo, nhãn)",
    "công nghiệp chế biến thực phẩm, đồ uống",
    "xây dựng thương hiệu, liên kết, tiêu thụ",
    "hạ tầng thương mại, chợ truyền thống, hệ thống bán lẻ hiện đại",
    "hạ tầng logistics",
    "xúc tiến đầu tư, hỗ trợ doanh nghiệp trên địa bàn tỉnh",
    "quản lý và vận hành khu công nghiệp",
    "xây dựng và kinh doanh kết cấu hạ tầng khu công nghiệp",
    "lập quy hoạch tỉnh thời kỳ 2021-2030, tầm nhìn đến năm 2050",
    "phát triển khu đô thị, các khu, cụm công nghiệp",
    "xây dựng nông thôn mới",
    "xây dựng nếp sống văn hóa",
    "bảo tồn, phát huy giá trị của các di tích lịch sử",
    "hoạt động văn hóa văn nghệ quần chúng, các câu lạc bộ dân ca, dân vũ",
    "phòng, chống dịch bệnh truyền nhiễm",
    "chăm sóc sức khỏe sinh sản",
    "chẩn đoán, điều trị một số bệnh tật trước sinh và sơ sinh",
    "giáo dục STEM/STEAM",
    "chuyển đổi số trong giáo dục",
    "Chương trình giáo dục phổ thông 2018",
    "các nhiệm vụ khoa học và công nghệ",
    "ứng dụng tiến bộ khoa học kỹ thuật, công nghệ cao vào sản xuất nông lâm nghiệp",
    "xây dựng chính quyền số",
    "đảm bảo an ninh, trật tự an toàn xã hội, đấu tranh phòng, chống tội phạm",
    "xây dựng khu vực phòng thủ tỉnh, thế trận quốc phòng toàn dân vững chắc",
];

/// What it is for.
const AIMS: [&str; 10] = [
    "để kết nối tiêu thụ",
    "giữa hai tỉnh",
    "giữa hai địa phương",
    "trên địa bàn tỉnh Hưng Yên",
    "trên địa bàn huyện",
    "tại tỉnh Sơn La",
    "theo Biên bản ghi nhớ hợp tác toàn diện hai tỉnh",
    "gắn với xây dựng nông thôn mới",
    "để tích hợp các nội dung vào quy hoạch tỉnh",
    "của một số vùng đồng bào dân tộc thiểu số",
];

/// Periods as the real plan prints them, about as often as there.
const PERIODS: [&str; 16] = [
    "Năm 2022-2025",
    "Năm 2022-2025",
    "Năm 2022-2025",
    "2022-2025",
    "2022-2025",
    "2022-2025",
    "Thường xuyên",
    "Thường xuyên",
    "Thường xuyên",
    "Thường xuyên",
    "Năm 2022",
    "2023",
    "2023 - 2024",
    "2024-2025",
    "Quý III/2022",
    "Quý III/2025",
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (count, folder, theme) = match arguments.as_slice() {
        [option, count, folder] if option == "--documents" => {
            return write_documents(count.parse()?, Path::new(folder));
        }
        [count, folder] => (count, folder, "cong-bo"),
        [count, folder, theme] => (count, folder, theme.as_str()),
        _ => return Err("usage: generate [--documents] TASKS FOLDER [THEME]".into()),
    };
    let mut tree = site(count.parse()?, theme);
    tree.extend(plans(count.parse()?));
    match files::write_new(&Path::new(folder).join("content"), &tree, &()) {
        Ok(_) => Ok(()),
        Err(faults) => Err(format!("{faults:#?}").into()),
    }
}

/// One plan as office documents, and the register.
fn write_documents(count: usize, folder: &Path) -> Result<(), Box<dyn Error>> {
    let rows = documents::rows(&draft(1, count));
    fs::write(folder.join("ke-hoach.docx"), documents::word(&rows)?)?;
    fs::write(folder.join("ke-hoach.xlsx"), documents::excel(&rows)?)?;
    fs::write(folder.join("agencies.toml"), [register(&OWN), register(&OTHER)].concat())?;
    Ok(())
}

/// The settings and the register.
fn site(count: usize, theme: &str) -> Tree {
    let settings = format!(
        "format = 1\ntitle = \"Trang thử với {count} nhiệm vụ\"\nlanguage = \"vi\"\ntheme = \"{theme}\"\n"
    );
    let register = [register(&OWN), register(&OTHER)].concat();
    Tree::of([("site.toml", settings.as_str()), ("agencies.toml", register.as_str())])
}

/// The agencies of a province, its districts, and the collectives of both.
fn register(province: &Province) -> String {
    let Province { name: place, id: suffix, districts } = province;
    let agency = |(kind, name, id): &(&str, &str, &str)| {
        entry(&format!("{id}-{suffix}"), &format!("{name} tỉnh {place}"), place, kind, "")
    };
    let district = |(name, id): &(&str, &str)| {
        let aliases = format!("aliases = [\"UBND {name}\", \"{name}\"]\n");
        entry(&format!("ubnd-{id}"), &format!("Ủy ban nhân dân {name}"), place, "uy-ban", &aliases)
    };
    let collective = |id: &str, name: &str, alias: &str, members: Vec<String>| {
        let members: Vec<String> = members.iter().map(|id| format!("\"{id}\"")).collect();
        let further = format!(
            "aliases = [\"{alias}\"]\nmembers = [{}]\nmembers_basis = \"dữ liệu thử\"\n",
            members.join(", ")
        );
        entry(
            &format!("{id}-{suffix}"),
            &format!("{name} thuộc tỉnh {place}"),
            place,
            "nhom",
            &further,
        )
    };
    let mut entries: Vec<String> = AGENCIES.iter().map(agency).collect();
    entries.extend(districts.iter().map(district));
    entries.push(collective(
        "ubnd-cac-huyen-thanh-pho",
        "Ủy ban nhân dân các huyện, thành phố",
        "UBND các huyện, thành phố",
        districts.iter().map(|(_, id)| format!("ubnd-{id}")).collect(),
    ));
    let departments = AGENCIES.iter().filter(|(kind, ..)| *kind == "so");
    entries.push(collective(
        "cac-so-ban-nganh",
        "Các sở, ban, ngành",
        "Các sở ban ngành",
        departments.map(|(_, _, id)| format!("{id}-{suffix}")).collect(),
    ));
    entries.push(collective(
        "cac-co-quan-don-vi-tuong-ung",
        "Các cơ quan, đơn vị tương ứng",
        "Các cơ quan đơn vị tương ứng",
        Vec::new(),
    ));
    entries.concat()
}

fn entry(id: &str, name: &str, place: &str, kind: &str, further: &str) -> String {
    format!(
        "[[agency]]\nid = \"{id}\"\nname = \"{name}\"\nplace = \"{place}\"\nkind = \"{kind}\"\n{further}\n"
    )
}

/// As many plans as the tasks need, with about equally many tasks.
fn plans(count: usize) -> Tree {
    let plans = count.div_ceil(PLAN).max(1);
    let mut tree = Tree::default();
    for plan in 0..plans {
        let tasks = count * (plan + 1) / plans - count * plan / plans;
        tree.extend(content::print(&draft(plan + 1, tasks)));
    }
    tree
}

fn draft(number: usize, count: usize) -> Draft {
    let mut random = Random(number as u64);
    let domains: Vec<DraftDomain> = (0..DOMAINS).map(domain).collect();
    let mut tasks = Vec::new();
    for (index, domain) in domains.iter().enumerate() {
        let size = count * (index + 1) / DOMAINS - count * index / DOMAINS;
        for place in 0..size {
            let order = u32::try_from(tasks.len() + 1).unwrap_or(u32::MAX);
            tasks.push(task(domain, place, order, &mut random));
        }
    }
    Draft {
        id: format!("{number}-kh-thu-2022"),
        facts: DraftFacts {
            number: Some(format!("{number}/KH-THU")),
            document_type: Some("Kế hoạch".to_owned()),
            title: format!(
                "Kế hoạch thử số {number}: hợp tác giữa hai tỉnh, {count} nhiệm vụ (dữ liệu thử)"
            ),
            title_by_editor: true,
            issuer: Some("Ủy ban nhân dân tỉnh Sơn La".to_owned()),
            place: Some(OWN.name.to_owned()),
            issued: Some("2022".to_owned()),
            period: Some("2022-2025".to_owned()),
            ..DraftFacts::default()
        },
        documents: Vec::new(),
        parts: vec![
            ("A".to_owned(), "NHIỆM VỤ CHUNG".to_owned()),
            ("B".to_owned(), "NHIỆM VỤ CỤ THỂ".to_owned()),
        ],
        domains,
        tasks,
    }
}

fn domain(index: usize) -> DraftDomain {
    let order = u32::try_from(index + 1).unwrap_or(u32::MAX);
    if index == 0 {
        return DraftDomain {
            id: "a".to_owned(),
            number: "A".to_owned(),
            title: "NHIỆM VỤ CHUNG".to_owned(),
            part: Some("A".to_owned()),
            order,
            groups: Vec::new(),
        };
    }
    let group = |group: usize| {
        (format!("{index}.{group}"), format!("Hỗ trợ {}", SUBJECTS[index + group]), None)
    };
    DraftDomain {
        id: format!("b-{index}"),
        number: index.to_string(),
        title: format!("Hợp tác về {}", SUBJECTS[index * 2]),
        part: Some("B".to_owned()),
        order,
        groups: if index.is_multiple_of(GROUPED) {
            (1..=GROUPS).map(group).collect()
        } else {
            Vec::new()
        },
    }
}

/// The task at a place of its domain, counted from 0.
fn task(domain: &DraftDomain, place: usize, order: u32, random: &mut Random) -> DraftTask {
    let group = place % GROUPS;
    let (id, number, group) = match domain.groups.get(group) {
        Some((number, ..)) => {
            let id = format!("{}-{}-{}", domain.id, group + 1, place / GROUPS + 1);
            (id, "-".to_owned(), Some(number.clone()))
        }
        None if domain.id == "a" => (format!("a-{}", place + 1), (place + 1).to_string(), None),
        None => {
            let number = format!("{}.{}", domain.number, place + 1);
            (format!("{}-{}", domain.id, place + 1), number, None)
        }
    };
    let (own, other) = coordinating(random);
    DraftTask {
        id,
        domain: domain.id.clone(),
        number,
        group,
        paragraphs: vec![words(random)],
        lead: lead(random).into_iter().map(mention).collect(),
        cells: vec![(
            Column::Coordinating,
            format!("- {}\n- {}", own.join("; "), other.join("; ")),
        )],
        coordinating: own.into_iter().chain(other).map(mention).collect(),
        period: Some(random.pick(&PERIODS).to_owned()),
        order,
        row: format!("bảng 1, dòng {}", order + 1),
        extra: Vec::new(),
    }
}

fn mention(printed: String) -> DraftMention {
    DraftMention { printed, agency: None }
}

/// A department or board of the plans' own province; seldom a district, or two.
fn lead(random: &mut Random) -> Vec<String> {
    let district = |random: &mut Random| capitalised(random.pick_of(OWN.districts).0);
    match random.below(20) {
        0 => vec![district(random)],
        1 => vec!["Huyện Thuận Châu".to_owned(), "Huyện Sông Mã".to_owned()],
        _ => vec![AGENCIES[random.below(LEADING)].1.to_owned()],
    }
}

/// Who takes part: of the plans' own province, and of the other.
fn coordinating(random: &mut Random) -> (Vec<String>, Vec<String>) {
    let mut own = Vec::new();
    if random.below(COLLECTIVE) == 0 {
        own.push("UBND các huyện, thành phố".to_owned());
    }
    // Names beyond those that lead, so that nobody leads and takes part in one task.
    own.push(AGENCIES[LEADING + random.below(AGENCIES.len() - LEADING)].1.to_owned());
    let mut other = vec![format!("{} tỉnh {}", random.pick_of(&AGENCIES).1, OTHER.name)];
    if random.below(10) == 0 {
        other.push(format!("UBND {}, tỉnh {}", random.pick_of(OTHER.districts).0, OTHER.name));
    }
    (own, other)
}

/// A task's text: what is to be done about what, and what for, once or twice.
fn words(random: &mut Random) -> String {
    let mut sentences = Vec::new();
    for _ in 0..=random.below(2) {
        let mut sentence = format!("{} {}", random.pick(&ACTS), random.pick(&SUBJECTS));
        for _ in 0..random.below(3) {
            sentence = format!("{sentence}; {}", random.pick(&SUBJECTS));
        }
        sentences.push(format!("{sentence} {}", random.pick(&AIMS)));
    }
    format!("{}.", sentences.join(". "))
}

fn capitalised(name: &str) -> String {
    planpress::text::capitalised(name)
}

/// `SplitMix64` (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014): the same numbers everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`; that the lower ones come up a hair more often makes no difference here.
    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap_or_default()
    }

    fn pick_of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }

    fn pick<'l>(&mut self, list: &[&'l str]) -> &'l str {
        list[self.below(list.len())]
    }
}
