//! Answering requests: the files of the site, and the news for open pages.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use tokio::sync::watch::Receiver;

use super::Served;
use crate::diagnostic::{Lang, Messages, Paint, draw};
use crate::pipeline::{self, Ready};
use crate::site::{Route, in_language, resolve};
use crate::tree::{File, RelPath};

/// The script that asks for news, and what it asks.
const SCRIPT: &str = "/__planpress/news.js";
const NEWS: &str = "/__planpress/news";

/// How long a request for news may wait before it is answered all the same.
const PATIENCE: Duration = Duration::from_secs(25);

#[derive(Clone)]
struct Shared {
    root: PathBuf,
    served: Receiver<Served>,
}

pub(super) fn router(root: &Path, served: Receiver<Served>) -> Router {
    Router::new()
        .route(SCRIPT, get(script))
        .route(NEWS, get(news))
        .fallback(file)
        .layer(middleware::from_fn(only_here))
        .with_state(Shared { root: root.to_owned(), served })
}

/// Refuses requests for another name than this machine's own, which a foreign page could make through a name server.
async fn only_here(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let name = host.map(|host| host.rsplit_once(':').map_or(host, |(name, _)| name));
    if matches!(name, Some("127.0.0.1" | "localhost" | "[::1]")) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

async fn script() -> Response {
    answer("text/javascript; charset=utf-8", include_bytes!("news.js").to_vec())
}

/// What a page has seen.
#[derive(Deserialize)]
struct Seen {
    seen: u64,
}

/// The version and the faults, as soon as they are others than those that the page has seen.
async fn news(State(mut shared): State<Shared>, Query(seen): Query<Seen>) -> Response {
    let changed = shared.served.wait_for(|served| served.version != seen.seen);
    let _ = tokio::time::timeout(PATIENCE, changed).await;
    let served = shared.served.borrow().clone();
    let messages = Messages::of(Lang::Vi);
    let faults: Vec<String> =
        served.faults.iter().map(|fault| draw(fault, &messages, Paint::Plain)).collect();
    let news = serde_json::json!({ "version": served.version, "faults": faults.join("\n") });
    answer("application/json", news.to_string().into_bytes())
}

async fn file(State(shared): State<Shared>, request: Request) -> Response {
    let served = shared.served.borrow().clone();
    let path = request.uri().path().to_owned();
    let version = served.version;
    // A search index takes a while, in which other requests are answered.
    let found = tokio::task::spawn_blocking(move || found(&served, &path)).await;
    match found.ok().flatten() {
        Some((status, path, file)) => {
            let answer = content(&shared.root, version, &path, &file).await;
            if status == StatusCode::OK { answer } else { (status, answer).into_response() }
        }
        None => page(version, "<!doctype html><meta charset=utf-8><title>planpress</title>"),
    }
}

/// The file that a request's path asks for, or the page for what was not found; nothing where there is no site yet.
fn found(served: &Served, path: &str) -> Option<(StatusCode, RelPath, File)> {
    let site = &served.site.as_ref()?.site;
    // Links from the host's root begin with the path at which the site will be published.
    let below = path.strip_prefix(site.config.base_path().unwrap_or_default());
    let below = below.filter(|rest| rest.starts_with('/'));
    if let Some((path, file)) = at(served, path).or_else(|| at(served, below?)) {
        return Some((StatusCode::OK, path, file));
    }
    let (path, file) = not_found(served, below.unwrap_or(path))?;
    Some((StatusCode::NOT_FOUND, path, file))
}

/// The page for what was not found, in the language of the folder that was asked for.
fn not_found(served: &Served, path: &str) -> Option<(RelPath, File)> {
    let language = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    let main = Route::NotFound.path();
    made(served, &in_language(language, &main)).or_else(|| made(served, &main))
}

/// The file that a request's path asks for.
fn at(served: &Served, path: &str) -> Option<(RelPath, File)> {
    let path = path.trim_start_matches('/');
    let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    let (path, _) = resolve("index.html", &format!("{path}{index}"))?;
    made(served, &path)
}

/// A file of the site; where it cannot be made, that of the last site of which every page could.
pub(super) fn made(served: &Served, path: &str) -> Option<(RelPath, File)> {
    let path = RelPath::new(path)?;
    let made = |site: &Arc<Ready>| pipeline::file(site, path.as_str()).ok();
    let file = served.site.as_ref().and_then(made).or_else(|| made(served.good.as_ref()?));
    Some((path.clone(), file??))
}

async fn content(root: &Path, version: u64, path: &RelPath, file: &File) -> Response {
    let kind = mime_guess::from_ext(path.extension()).first_or_octet_stream();
    let text = kind.type_() == "text" || path.extension() == "json";
    let kind = if text { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    match file {
        File::Bytes(bytes) if path.extension() == "html" => {
            page(version, &String::from_utf8_lossy(bytes))
        }
        File::Bytes(bytes) => answer(&kind, bytes.clone()),
        File::Stored(stored) => match tokio::fs::read(root.join(stored.origin.as_str())).await {
            Ok(bytes) => answer(&kind, bytes),
            Err(error) => (StatusCode::NOT_FOUND, error.to_string()).into_response(),
        },
    }
}

/// A page with the script for news.
fn page(version: u64, html: &str) -> Response {
    let script = format!("<script src=\"{SCRIPT}\" data-version=\"{version}\" defer></script>");
    let page = match html.rfind("</body>") {
        Some(end) => format!("{}{script}{}", &html[..end], &html[end..]),
        None => html.to_owned() + &script,
    };
    answer("text/html; charset=utf-8", page.into_bytes())
}

fn answer(kind: &str, bytes: Vec<u8>) -> Response {
    let mut headers = HeaderMap::new();
    if let Ok(kind) = kind.parse() {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // A plan that is not published yet must not be read by a foreign page that names one of its scripts.
    let own_pages = HeaderValue::from_static("same-origin");
    headers.insert("cross-origin-resource-policy", own_pages);
    (headers, Body::from(bytes)).into_response()
}
