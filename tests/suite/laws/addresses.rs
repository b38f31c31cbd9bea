//! Addresses: what leads somewhere leads there, and nothing leads out.

use std::path::{Component, Path};

use planpress::site::{authored_address, relative, resolve, root_of};
use planpress::tree::RelPath;
use proptest::prelude::*;

use super::{text, trial};

fn path() -> impl Strategy<Value = RelPath> {
    let names = prop::collection::vec(prop_oneof![text(), "[a-z0-9.]{1,6}"], 1..5);
    names.prop_filter_map("a path", |names| RelPath::new(names.join("/")))
}

proptest! {
    #![proptest_config(trial(1000))]

    #[test]
    fn a_path_never_leads_out(text in prop_oneof![text(), "[./\\\\a]{0,10}"]) {
        let Some(path) = RelPath::new(text.clone()) else { return Ok(()) };
        prop_assert_eq!(path.as_str(), text);
        let names: Vec<Component<'_>> = Path::new(path.as_str()).components().collect();
        prop_assert!(names.iter().all(|name| matches!(name, Component::Normal(_))), "{path}");
        prop_assert_eq!(names.len(), path.names().count());
    }

    #[test]
    fn a_path_is_the_sum_of_its_parts(path in path()) {
        prop_assert_eq!(path.names().collect::<Vec<_>>().join("/"), path.as_str());
        prop_assert_eq!(path.names().last(), Some(path.name()));
        let whole = if path.name().contains('.') {
            format!("{}.{}", path.stem(), path.extension())
        } else {
            path.stem().to_owned()
        };
        prop_assert_eq!(whole, path.name());
    }

    #[test]
    fn a_link_leads_where_it_was_made_for(from in path(), to in path()) {
        let link = relative(from.as_str(), to.as_str());
        prop_assert_eq!(resolve(from.as_str(), &link), Some((to.to_string(), None)), "{}", link);
        let safe = |c: char| c.is_ascii_alphanumeric() || "-._~%/".contains(c);
        prop_assert!(link.chars().all(safe), "{link}");
        prop_assert!(!link.starts_with('/'), "{link}");
    }

    #[test]
    fn a_fragment_and_a_query_do_not_change_the_page(from in path(), to in path(), fragment in "[a-z0-9-]{0,8}") {
        let link = format!("{}?q=1#{fragment}", relative(from.as_str(), to.as_str()));
        prop_assert_eq!(resolve(from.as_str(), &link), Some((to.to_string(), Some(fragment))));
    }

    #[test]
    fn the_way_to_the_first_folder_leads_there(from in path(), to in path()) {
        let link = format!("{}{}", root_of(from.as_str()), relative("", to.as_str()));
        prop_assert_eq!(resolve(from.as_str(), &link), Some((to.to_string(), None)));
    }

    #[test]
    fn an_authors_link_never_leads_out_of_the_site(link in prop_oneof![text(), "[./%2e#?a]{0,12}"]) {
        if let Some((address, _)) = authored_address(&link) {
            let inside = address.split('/').all(|name| name != "..");
            prop_assert!(inside || RelPath::new(address.clone()).is_none(), "{link} leads to {address}");
        }
    }
}
