//! Addresses that were published and that a site has no more.
//!
//! What a manifest promised is compared with what the Site promises now, before a page is made. An alias is an address like
//! any other, and a withdrawn task keeps its page, so that neither is lost.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::manifest::Manifest;
use crate::site::Site;
use crate::text;

/// How many lost addresses a warning names; `planpress check --published` names all.
const NAMED: usize = 5;

/// What a site has lost, in the order of addresses.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// Addresses, each with the nearest that the site has.
    addresses: Vec<(String, Option<String>)>,
    /// Fragments of addresses that are there still.
    fragments: Vec<(String, String)>,
}

/// What `before` promised and `site` has not.
#[must_use]
pub fn lost(before: &Manifest, site: &Site) -> Lost {
    let published = site.published();
    let mut lost = Lost::default();
    for (address, fragments) in &before.addresses {
        let Some(kept) = published.get(address) else {
            let folder = folder(address);
            let names =
                published.keys().map(String::as_str).filter(|name| self::folder(name) == folder);
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
        let fault = Diagnostic::new(Code::AddressLost).with("address", address);
        faults.push(match nearest {
            Some(nearest) => fault.with("nearest", nearest),
            None => fault,
        });
    }
    for (address, fragment) in &lost.fragments {
        let fault = Diagnostic::new(Code::FragmentLost).with("address", address);
        faults.push(fault.with("fragment", fragment));
    }
    faults
}

/// All losses in one warning, which names the first ones; none where nothing was lost.
#[must_use]
pub fn warning(lost: &Lost) -> Diagnostics {
    let addresses = lost.addresses.iter().map(|(address, _)| address.clone());
    let fragments =
        lost.fragments.iter().map(|(address, fragment)| format!("{address}#{fragment}"));
    let all: Vec<String> = addresses.chain(fragments).collect();
    if all.is_empty() {
        return Diagnostics::new();
    }
    let named = all.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let warning = Diagnostic::new(Code::AddressesVanish).with("count", all.len());
    let warning = warning.with("named", named);
    let more = all.len().saturating_sub(NAMED);
    if more == 0 { warning } else { warning.with("more", more) }.into()
}
