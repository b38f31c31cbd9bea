//! Reading from a server, for `verify` alone: nothing else of the program asks the network for anything. The only place that
//! knows ureq.
//!
//! A server may be anybody's, so that it is trusted with nothing: an answer is hashed as it comes and dropped when it grows past
//! what was expected, each has its time, and a redirect is followed within the same host only.

use std::io::Read;
use std::time::Duration;

use ureq::http::StatusCode;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, http::Response};
use url::Url;

use crate::hash::sha256_of;

/// How long an answer may take as a whole.
const PATIENCE: Duration = Duration::from_mins(2);

/// How many redirects are followed for a file.
const MOST_REDIRECTS: usize = 5;

/// The most bytes of a list that is read whole. That of a hundred thousand tasks has about 60 MB.
const LARGEST_LIST: u64 = 512 * 1024 * 1024;

/// A site on a server.
#[derive(Debug)]
pub struct Remote {
    agent: Agent,
    /// The site's first folder, with a slash at its end.
    base: Url,
}

/// An answer to a request.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer<T> {
    /// What was asked for.
    Found(T),
    /// The server says that there is nothing.
    Nothing,
    /// Neither, and why.
    Failed(String),
}

/// Whether a place is on a server, and not a path.
#[must_use]
pub fn is_remote(place: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| place.starts_with(scheme))
}

impl Remote {
    /// The site at an address: of its first folder, or of a page or list in it.
    ///
    /// # Errors
    /// When it is no address of the web.
    pub fn new(address: &str) -> Result<Self, String> {
        let mut base = Url::parse(address).map_err(|error| error.to_string())?;
        base.set_query(None);
        base.set_fragment(None);
        let last = base.path().rsplit('/').next().unwrap_or_default();
        // A name with an ending is a file in the folder; one without is the folder, however it was typed.
        let folder = if last.contains('.') {
            base.join(".").map_err(|error| error.to_string())?
        } else if last.is_empty() {
            base
        } else {
            let path = format!("{}/", base.path());
            base.set_path(&path);
            base
        };
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("planpress/", env!("CARGO_PKG_VERSION")))
            .build();
        Ok(Self { agent: config.new_agent(), base: folder })
    }

    /// The SHA-256 of a file, by its link from the first folder. Of one that is larger than `bytes`, that of its beginning.
    #[must_use]
    pub fn hash(&self, link: &str, bytes: u64) -> Answer<String> {
        self.get(link, |body| {
            let (sha256, _) = sha256_of(body.take(bytes.saturating_add(1)))?;
            Ok(sha256)
        })
    }

    /// The bytes of a list.
    #[must_use]
    pub fn list(&self, link: &str) -> Answer<Vec<u8>> {
        self.get(link, |body| {
            let mut bytes = Vec::new();
            body.take(LARGEST_LIST).read_to_end(&mut bytes)?;
            Ok(bytes)
        })
    }

    fn get<T>(&self, link: &str, read: impl Fn(&mut dyn Read) -> std::io::Result<T>) -> Answer<T> {
        let mut response = match self.follow(link) {
            Ok(response) => response,
            Err(reason) => return Answer::Failed(reason),
        };
        match response.status() {
            StatusCode::OK => {
                let mut body = response.body_mut().as_reader();
                match read(&mut body) {
                    Ok(value) => Answer::Found(value),
                    Err(error) => Answer::Failed(error.to_string()),
                }
            }
            StatusCode::NOT_FOUND | StatusCode::GONE => Answer::Nothing,
            status => Answer::Failed(format!("HTTP {}", status.as_u16())),
        }
    }

    /// The first answer that is no redirect.
    fn follow(&self, link: &str) -> Result<Response<Body>, String> {
        let mut address = self.base.join(link).map_err(|error| error.to_string())?;
        for _ in 0..=MOST_REDIRECTS {
            let request = self.agent.get(address.as_str());
            // Compressed bytes are not those that were published.
            let request = request.header("accept-encoding", "identity");
            let response = request.call().map_err(|error| error.to_string())?;
            if !response.status().is_redirection() {
                return Ok(response);
            }
            let location = response.headers().get("location").and_then(|to| to.to_str().ok());
            let location =
                location.ok_or_else(|| format!("HTTP {}", response.status().as_u16()))?;
            let next = address.join(location).map_err(|error| error.to_string())?;
            if next.host_str() != self.base.host_str() {
                return Err(format!("→ {next}"));
            }
            address = next;
        }
        Err(format!("→ {address}"))
    }
}
