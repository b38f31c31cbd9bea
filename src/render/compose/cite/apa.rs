//! A reference as APA (7th edition) writes it: the issuer as author, a part "in" its document, the number in parentheses.

use super::Reference;
use crate::render::compose::Here;

/// "Ủy ban nhân dân tỉnh Sơn La. (2022). Nhiệm vụ 3.7: … Trong Kế hoạch … (Kế hoạch số 150/KH-UBND). https://…".
/// Without an issuer, the title comes first.
pub(super) fn apa(here: &Here<'_>, reference: &Reference<'_>) -> String {
    let year = reference.issued().map(|issued| format!("({}).", issued.year()));
    let numbered = reference.numbered.as_ref().map(|numbered| format!(" ({numbered})"));
    let numbered = numbered.unwrap_or_default();
    let (title, container) = match &reference.within {
        None => (closed(&format!("{}{numbered}", reference.title)), None),
        Some(within) => {
            let within = closed(&format!("{within}{numbered}"));
            (closed(&reference.title), Some(here.say("citation_in", &[("title", &within)])))
        }
    };
    let issuer = reference.issuer().map(closed);
    let begin = match issuer {
        Some(issuer) => [Some(issuer), year, Some(title)],
        None => [Some(title), year, None],
    };
    let parts = begin.into_iter().chain([container, reference.url.clone()]);
    parts.flatten().collect::<Vec<_>>().join(" ")
}

/// The words with a full stop, unless they close with a sign of their own.
fn closed(words: &str) -> String {
    if words.ends_with(['.', '…', '?', '!']) { words.to_owned() } else { format!("{words}.") }
}
