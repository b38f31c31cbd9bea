//! Addresses that were published and that a site has no more.
//!
//! What a manifest promised is compared with what there is now: for a build with what the Site promises, before a page is
//! made; for `check` with the finished pages themselves, so that a theme that leaves a place out is found, too. An alias is an
//! address like any other, and a withdrawn task keeps its page, so that neither is lost.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::manifest::Manifest;
use crate::text;

/// What a site has lost, in the order of addresses.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// Addresses, each with the nearest that the site has.
    addresses: Vec<(String, Option<String>)>,
    /// Fragments of addresses that are there still.
    fragments: Vec<(String, String)>,
}

/// What `before` promised and is not among the addresses of now, each with its fragments.
#[must_use]
pub fn lost(before: &Manifest, now: &BTreeMap<String, Vec<String>>) -> Lost {
    let mut lost = Lost::default();
    for (address, fragments) in &before.addresses {
        let Some(kept) = now.get(address) else {
            let folder = folder(address);
            let names = now.keys().map(String::as_str).filter(|name| self::folder(name) == folder);
            let nearest = text::nearest(address, names).map(str::to_owned);
            lost.addresses.push((address.clone(), nearest));
            continue;
        };
        let kept: BTreeSet<&String> = kept.iter().collect();
        let gone = fragments.iter().filter(|fragment| !kept.contains(fragment));
        lost.fragments.extend(gone.map(|fragment| (address.clone(), fragment.clone())));
    }
    lost
}

fn folder(address: &str) -> &str {
    address.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A fault a loss.
#[must_use]
pub fn faults(lost: &Lost) -> Diagnostics {
    let mut faults = Diagnostics::new();
    for (address, nearest) in &lost.addresses {
        let mut fault = Diagnostic::new(Code::AddressLost).with("address", address);
        // Only pages have aliases of their own; what belongs to them follows.
        if address.rsplit_once('.').is_some_and(|(_, ending)| ending == "html") {
            fault = fault.with("page", address);
            if let Some(nearest) = nearest {
                fault = fault.with("nearest", nearest);
            }
        }
        faults.push(fault);
    }
    for (address, fragment) in &lost.fragments {
        let fault = Diagnostic::new(Code::FragmentLost).with("address", address);
        faults.push(fault.with("fragment", fragment));
    }
    faults
}

/// All losses in one warning, which names so many of them; none where nothing was lost.
#[must_use]
pub fn warning(lost: &Lost, most: usize) -> Diagnostics {
    let addresses = lost.addresses.iter().map(|(address, _)| address.clone());
    let fragments =
        lost.fragments.iter().map(|(address, fragment)| format!("{address}#{fragment}"));
    let all: Vec<String> = addresses.chain(fragments).collect();
    if all.is_empty() {
        return Diagnostics::new();
    }
    let named = all.iter().take(most).map(String::as_str).collect::<Vec<_>>().join(", ");
    let warning = Diagnostic::new(Code::AddressesVanish).with("count", all.len());
    let warning = warning.with("named", named);
    let more = all.len().saturating_sub(most);
    if more == 0 { warning } else { warning.with("more", more) }.into()
}
