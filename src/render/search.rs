//! The search index, lunr-compatible, and the cards that results show. The only place that knows elasticlunr.
//!
//! elasticlunr's own English pipeline destroys Vietnamese: it cuts letters with marks off the ends of words, stems what is
//! left and takes "an" for a stop word. So the index is made with a language of our own: words are folded (no marks, `đ` as
//! `d`), and nothing is stemmed or stopped. The browser folds a query the same way. A pipeline function named `vi-fold` is
//! registered in the index; folding twice changes nothing, so any lunr-compatible client needs just that function.

use elasticlunr::pipeline::FnWrapper;
use elasticlunr::{IndexBuilder, Language, Pipeline};
use serde::Serialize;

use super::compose::{Here, task_label};
use crate::model::{Mention, Plan, Task};
use crate::site::Route;
use crate::text;

/// The index and the cards, ready to be written.
pub(super) struct Search {
    /// The index as elasticlunr writes it.
    pub(super) index: Vec<u8>,
    /// The same as a classic script, since a page read by `file://` may load scripts but no JSON.
    pub(super) index_script: Vec<u8>,
    /// The cards as a classic script.
    pub(super) cards_script: Vec<u8>,
}

/// What a result shows; field names are short since every task has them.
#[derive(Serialize)]
struct Card {
    /// `<plan>/<task>`
    k: String,
    /// The address of the task's page.
    h: String,
    /// The number read out.
    n: String,
    /// The text.
    t: String,
    /// Lead agencies as printed.
    l: String,
    /// The period as printed.
    p: String,
    /// The domain.
    d: String,
}

#[derive(Serialize)]
struct Cards {
    cards: Vec<Card>,
}

/// Builds the index over all tasks of the site; references are the places of cards, as decimal numbers.
pub(super) fn search(here: &Here<'_>) -> Search {
    // Fields: the task and its headings; its agencies; plan, number, period and place.
    let mut index = IndexBuilder::with_language(Box::new(Vietnamese))
        .save_docs(false)
        .add_fields(["t", "a", "c"])
        .build();
    let mut cards = Vec::new();
    for plan in &here.site.library.plans {
        for task in &plan.tasks {
            index.add_doc(&cards.len().to_string(), fields(here, plan, task));
            cards.push(card(here, plan, task));
        }
    }
    let index = index.to_json();
    let cards = serde_json::to_string(&Cards { cards }).unwrap_or_default();
    Search {
        index_script: script("vks.i", &index),
        cards_script: script("vks.d", &cards),
        index: index.into_bytes(),
    }
}

fn fields(here: &Here<'_>, plan: &Plan, task: &Task) -> [String; 3] {
    let domain = plan.domain(&task.domain);
    let groups = domain.zip(task.group.as_ref()).map(|(domain, group)| domain.group_path(group));
    let mut words = vec![task.text()];
    words.extend(task.title.clone());
    words.extend(groups.into_iter().flatten().map(|group| group.title.clone()));
    words.extend(domain.map(|domain| domain.title.clone()));
    words.extend(task.extra.iter().map(|(_, value)| value.clone()));

    let register = &here.site.library.register;
    let mut agencies = Vec::new();
    for mention in task.lead.iter().chain(&task.coordinating) {
        agencies.push(mention.printed.clone());
        let agency = register.get(&mention.agency);
        agencies.extend(agency.into_iter().flat_map(|agency| agency.names()).map(str::to_owned));
    }

    let mut context = vec![task_label(here, task), here.plan_short(plan)];
    context.push(plan.facts.title.clone());
    context.extend(plan.facts.place.clone());
    context.extend(task.group.clone());
    if let Some(period) = &task.period {
        context.push(period.printed.clone());
        let days = [period.reading.start, period.reading.end];
        if let [Some(first), Some(last)] = days.map(|day| day.map(crate::model::Day::year)) {
            let say = |year: i16| here.say("year_heading", &[("year", &year.to_string())]);
            context.extend((first..=last).map(say));
        }
    }
    [words.join("\n"), agencies.join("\n"), context.join("\n")]
}

fn card(here: &Here<'_>, plan: &Plan, task: &Task) -> Card {
    let leads = |mentions: &[Mention]| {
        mentions.iter().map(|mention| mention.printed.clone()).collect::<Vec<_>>().join("; ")
    };
    let domain = plan.domain(&task.domain).filter(|domain| !domain.is_flat());
    Card {
        k: format!("{}/{}", plan.id, task.id),
        h: Route::Task(plan.id.clone(), task.id.clone()).path(),
        n: task_label(here, task),
        t: task.text(),
        l: leads(&task.lead),
        p: task.period.as_ref().map(|period| period.printed.clone()).unwrap_or_default(),
        d: domain.map(|d| here.heading(&d.number, &d.title)).unwrap_or_default(),
    }
}

/// `function(JSON.parse('…'));` – parsing JSON is faster than reading the same as JavaScript, and runs nothing.
fn script(function: &str, json: &str) -> Vec<u8> {
    let mut literal = String::with_capacity(json.len() + json.len() / 8);
    for c in json.chars() {
        match c {
            '\\' => literal.push_str("\\\\"),
            '\'' => literal.push_str("\\'"),
            // Line breaks of JavaScript that JSON may hold raw, and what would end a script element.
            '\u{2028}' => literal.push_str("\\u2028"),
            '\u{2029}' => literal.push_str("\\u2029"),
            '<' => literal.push_str("\\x3C"),
            other => literal.push(other),
        }
    }
    format!("{function}(JSON.parse('{literal}'));\n").into_bytes()
}

/// Longest word that is indexed, in letters: the index nests an object a letter, and a nesting without end would exhaust the
/// stack of whoever writes or reads it. No syllable, number or code comes near.
const LONGEST_WORD: usize = 64;

/// Vietnamese for elasticlunr: folded words, and a pipeline that folds.
struct Vietnamese;

impl Language for Vietnamese {
    fn name(&self) -> String {
        "Vietnamese".to_owned()
    }

    fn code(&self) -> String {
        "vi".to_owned()
    }

    fn tokenize(&self, words: &str) -> Vec<String> {
        let cut = |word: String| word.chars().take(LONGEST_WORD).collect();
        text::folded_words(words).into_iter().map(cut).collect()
    }

    fn make_pipeline(&self) -> Pipeline {
        let fold = FnWrapper("vi-fold".to_owned(), |token| Some(text::fold(&token)));
        Pipeline { queue: vec![Box::new(fold)] }
    }
}

#[cfg(test)]
mod tests {
    use super::script;

    #[test]
    fn a_script_holds_json_that_cannot_break_out() {
        let script = String::from_utf8(script("f", r#"{"a":"'</script>\n"}"#)).unwrap_or_default();
        assert_eq!(script, "f(JSON.parse('{\"a\":\"\\'\\x3C/script>\\\\n\"}'));\n");
    }
}
