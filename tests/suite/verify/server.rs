//! A copy on a server, over a real socket of this machine; and servers that mean no good.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;

use percent_encoding::percent_decode_str;
use planpress::verify::Difference;

use super::{Copied, finding, findings, text, verified};

/// What a server answers to a path: status line, further lines of the head, body.
type Answer = (&'static str, String, Vec<u8>);

/// Serves on this machine as long as the tests run; gives the address.
fn serve(answer: impl Fn(&str) -> Option<Answer> + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let answer = std::sync::Arc::new(answer);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = std::sync::Arc::clone(&answer);
            // A client that goes away early is none of the server's business.
            std::thread::spawn(move || drop(reply(&stream, &*answer)));
        }
    });
    format!("http://{address}/")
}

fn reply(mut stream: &TcpStream, answer: &dyn Fn(&str) -> Option<Answer>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = first.split(' ').nth(1).unwrap_or_default().trim_start_matches('/');
    let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
    let nothing = ("404 Not Found", String::new(), b"?".to_vec());
    let (status, head, body) = answer(&path).unwrap_or(nothing);
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\n{head}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)
}

/// The files of a folder, below `mirror/`.
fn files(folder: PathBuf) -> impl Fn(&str) -> Option<Answer> {
    move |path| {
        let bytes = fs::read(folder.join(path.strip_prefix("mirror/")?)).ok()?;
        Some(("200 OK", String::new(), bytes))
    }
}

#[test]
fn a_true_mirror_differs_in_nothing_however_its_address_is_typed() {
    let copied = Copied::new();
    let address = serve(files(copied.copy()));
    for typed in ["mirror/", "mirror", "mirror/index.html", "mirror/manifest.json?v=1#x"] {
        let own = verified(&format!("{address}{typed}"), None);
        assert_eq!(own.findings, [], "{typed}");
        assert!(own.files > 60);
        let office = verified(&format!("{address}{typed}"), Some(text(&copied.published())));
        assert_eq!(office, own);
    }
    // The other way round: a folder against the manifest of a server.
    let folder = verified(text(&copied.published()), Some(&format!("{address}mirror/")));
    assert_eq!(folder.findings, []);
}

#[test]
fn a_changed_byte_a_missing_and_a_listed_surplus_file_are_found() {
    let copied = Copied::new();
    copied.tamper();
    // A server cannot be asked what else it has; what its own list names is seen.
    let sums = copied.copy().join("SHA256SUMS");
    let listed = fs::read_to_string(&sums).unwrap() + &"0".repeat(64) + "  van-ban/them.html\n";
    fs::write(&sums, listed).unwrap();
    let address = serve(files(copied.copy())) + "mirror/";
    let expected = [
        finding("SHA256SUMS", Difference::Changed),
        finding("du-lieu/1-kh-2025.csv", Difference::Missing),
        finding("nhiem-vu/1-kh-2025/a-1-2.html", Difference::Changed),
        finding("van-ban/them.html", Difference::Surplus),
    ];
    assert_eq!(findings(&address, Some(text(&copied.published()))), expected);
}

#[test]
fn what_a_server_hides_is_not_asked_for() {
    let copied = Copied::new();
    let path = copied.copy().join("manifest.json");
    let manifest = fs::read_to_string(&path).unwrap();
    let entry = "\"index.html\": {\n";
    assert!(manifest.contains(entry));
    fs::write(&path, manifest.replacen(entry, &format!("{entry}      \"served\": false,\n"), 1))
        .unwrap();
    fs::remove_file(copied.copy().join("index.html")).unwrap();
    let address = serve(files(copied.copy())) + "mirror/";
    assert_eq!(findings(&address, None), []);
    let missing = finding("index.html", Difference::Missing);
    assert_eq!(findings(text(&copied.copy()), None), [missing]);
}

#[test]
fn a_redirect_is_followed_on_the_same_host_only() {
    let copied = Copied::new();
    let elsewhere = serve(files(copied.copy()));
    let inner = files(copied.copy());
    let address = serve(move |path| match path {
        "mirror/index.html" => {
            Some(("301 Moved", "Location: /mirror/nha\r\n".to_owned(), Vec::new()))
        }
        "mirror/nha" => inner("mirror/index.html"),
        "mirror/co-quan.html" => {
            Some(("302 Found", "Location: co-quan.html\r\n".to_owned(), Vec::new()))
        }
        "mirror/tim-kiem.html" => {
            let to = elsewhere.replace("127.0.0.1", "localhost");
            Some(("302 Found", format!("Location: {to}mirror/tim-kiem.html\r\n"), Vec::new()))
        }
        "mirror/du-lieu.html" => Some(("500 Oh", String::new(), Vec::new())),
        other => inner(other),
    });
    let found = findings(&format!("{address}mirror/"), None);
    let paths: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(paths, ["co-quan.html", "du-lieu.html", "tim-kiem.html"]);
    let reason = |at: usize| match &found[at].difference {
        Difference::Unreadable(reason) => reason.clone(),
        other => panic!("{other:?}"),
    };
    assert!(reason(0).contains("co-quan.html"), "{}", reason(0));
    assert_eq!(reason(1), "HTTP 500");
    assert!(reason(2).contains("localhost"), "{}", reason(2));
}

#[test]
fn an_answer_that_does_not_end_is_not_awaited() {
    let copied = Copied::new();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let manifest = fs::read(copied.copy().join("manifest.json")).unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let manifest = manifest.clone();
            std::thread::spawn(move || endless(&stream, &manifest));
        }
    });
    let found = findings(&format!("http://{address}/"), None);
    assert!(found.len() > 60);
    assert!(found.iter().all(|finding| finding.difference == Difference::Changed), "{found:?}");
}

/// The manifest, and for everything else bytes without an end, until the client goes away.
fn endless(mut stream: &TcpStream, manifest: &[u8]) {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().and_then(Result::ok).unwrap_or_default();
    while lines.next().and_then(Result::ok).is_some_and(|line| !line.is_empty()) {}
    if first.contains("/manifest.json") {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", manifest.len());
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(manifest));
        return;
    }
    let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
    while stream.write_all(&[b'x'; 8 * 1024]).is_ok() {}
}
