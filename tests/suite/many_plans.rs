//! A folder of two thousand plans: all are read, and the faults of one are no other's.

use planpress::content;
use planpress::diagnostic::Code;

use crate::site_text::SiteText;

const PLANS: usize = 2_000;
const TASKS: usize = 10;

fn site() -> SiteText {
    let register = "[[agency]]\nid = \"so-y-te\"\nname = \"Sở Y tế\"\nkind = \"so\"\n";
    let mut site = SiteText::default().with_file("content/agencies.toml", register);
    for plan in 0..PLANS {
        let folder = format!("content/ke-hoach/k-{plan}-2025");
        let head =
            format!("+++\nformat = 1\ntitle = \"Kế hoạch {plan}\"\nissued = \"2025\"\n+++\n");
        site = site.with_file(&format!("{folder}/plan.md"), &head);
        let domain = "+++\nnumber = \"1\"\ntitle = \"Y tế\"\norder = 1\n+++\n";
        site = site.with_file(&format!("{folder}/m-1/domain.md"), domain);
        for task in 1..=TASKS {
            let lead = if (plan, task) == (700, 3) { "Sở Ytế" } else { "Sở Y tế" };
            let text = format!(
                "+++\nnumber = \"{task}\"\nlead = [\"{lead}\"]\norder = {task}\n+++\nViệc {task}.\n"
            );
            site = site.with_file(&format!("{folder}/m-1/m-1-{task}.md"), &text);
        }
    }
    site
}

#[test]
fn two_thousand_plans_are_read_and_one_that_is_broken_is_told() {
    let (library, faults) = content::parse(&site().workspace().content);
    assert_eq!(library.plans.len(), PLANS);
    let tasks: usize = library.plans.iter().map(|plan| plan.tasks.len()).sum();
    assert!(tasks >= PLANS * TASKS - 1, "{tasks}");
    let [fault] = faults.iter().collect::<Vec<_>>()[..] else { panic!("{faults:?}") };
    assert_eq!(fault.code, Code::UnknownAgency);
    let place = fault.span.as_ref().expect("a place");
    assert_eq!(place.source.name, "content/ke-hoach/k-700-2025/m-1/m-1-3.md");
}
