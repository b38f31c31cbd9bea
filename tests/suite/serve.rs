//! Serving over a real socket of this machine: pages with news, refusals, changes on the disk.
//!
//! Nothing here sleeps: the request for news waits by itself until there is something new.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use planpress::diagnostic::Code;
use planpress::pipeline;
use planpress::serve::{self, Event};
use serde_json::Value;
use tempfile::TempDir;

/// How long an answer may take: news wait 25 seconds, and a machine may be busy.
const PATIENCE: Duration = Duration::from_mins(1);

/// A site that is being served; the server lives as long as the tests' process.
struct Server {
    folder: TempDir,
    address: String,
    events: Receiver<&'static str>,
}

/// An answer: status, head and body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Server {
    /// Serves the sample site, once something was done to its folder.
    fn of(prepare: impl Fn(&Path)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("trang");
        assert!(pipeline::new(&root).value.is_some());
        prepare(&root);
        let (sender, events) = channel();
        let (tell_address, address) = channel();
        std::thread::spawn(move || {
            let tell = |event: Event<'_>| {
                // When the test has ended, nobody listens any more.
                let _ = match event {
                    Event::Listening(address) => {
                        tell_address.send(address.to_owned()).map_err(drop)
                    }
                    Event::Built { .. } => sender.send("built").map_err(drop),
                    Event::Broken(_) => sender.send("broken").map_err(drop),
                };
            };
            serve::run(&root, 0, &tell).expect("a server");
        });
        let address = address.recv_timeout(PATIENCE).expect("an address");
        let address = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { folder, address, events }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("trang")
    }

    /// Writes a file of the site in one step, as careful editors do: a change more would be news of its own.
    fn write(&self, path: &Path, text: &str) {
        let beside = self.folder.path().join("beside");
        fs::write(&beside, text).expect("a file to write");
        fs::rename(&beside, path).expect("a file to replace");
    }

    /// The next thing that the server tells.
    fn told(&self) -> &'static str {
        self.events.recv_timeout(PATIENCE).expect("an event")
    }

    fn get(&self, path: &str) -> Answer {
        self.get_as(path, &self.address)
    }

    /// Asks for a path by another name of the host.
    fn get_as(&self, path: &str, host: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("a request");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        Answer {
            status: status.expect("a status"),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    /// What is new for a page that has seen a version; waits until something is.
    fn news(&self, seen: u64) -> (u64, String) {
        let answer = self.get(&format!("/__planpress/news?seen={seen}"));
        assert_eq!(answer.status, 200);
        let news: Value = serde_json::from_str(&answer.body).expect("JSON");
        let version = news["version"].as_u64().expect("a version");
        (version, news["faults"].as_str().expect("faults").to_owned())
    }
}

fn task(root: &Path) -> PathBuf {
    root.join("content/ke-hoach/mau-2025/a-1/a-1-1.md")
}

#[test]
fn a_page_is_served_with_the_script_for_news() {
    let server = Server::of(|_| {});
    assert_eq!(server.told(), "built");
    for path in ["/", "/index.html", "/nhiem-vu/mau-2025/a-1-1.html?x=1"] {
        let page = server.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.head.contains("content-type: text/html; charset=utf-8"), "{path}");
        assert!(page.head.contains("cache-control: no-store"), "{path}");
        assert!(page.head.contains("cross-origin-resource-policy: same-origin"), "{path}");
        assert!(page.head.contains("x-content-type-options: nosniff"), "{path}");
        let script =
            "<script src=\"/__planpress/news.js\" data-version=\"1\" defer></script></body>";
        assert!(page.body.contains(script), "{path}");
    }
    let script = server.get("/__planpress/news.js");
    assert!(script.head.contains("content-type: text/javascript"));
    let style = server.get("/giao-dien/cong-bo.css");
    assert!(style.head.contains("content-type: text/css"));
    assert!(!style.body.contains("__planpress"));
    let data = server.get("/du-lieu/mau-2025.json");
    assert!(data.head.contains("content-type: application/json"));
    assert!(serde_json::from_str::<Value>(&data.body).is_ok());
}

#[test]
fn what_is_not_there_is_answered_with_the_page_for_it() {
    let server = Server::of(|_| {});
    for path in [
        "/khong-co.html",
        "/nhiem-vu/",
        "/../Cargo.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/content/site.toml",
    ] {
        let page = server.get(path);
        assert_eq!(page.status, 404, "{path}");
        assert!(page.body.contains("Không tìm thấy trang"), "{path}");
    }
}

#[test]
fn requests_by_another_name_are_refused() {
    let server = Server::of(|_| {});
    let port = server.address.rsplit_once(':').expect("a port").1;
    for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "127.0.0.2", ""] {
        for path in ["/", "/__planpress/news?seen=0"] {
            assert_eq!(server.get_as(path, host).status, 403, "{host} {path}");
        }
    }
    for host in ["localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(server.get_as("/", &format!("{host}:{port}")).status, 200, "{host}");
    }
}

#[test]
fn the_server_listens_on_this_machine_alone() {
    let server = Server::of(|_| {});
    assert!(server.address.starts_with("127.0.0.1:"), "{}", server.address);
}

#[test]
fn documents_and_pictures_are_served_from_the_disk() {
    let server = Server::of(|root| {
        let plan = root.join("content/ke-hoach/mau-2025");
        fs::create_dir(plan.join("nguon")).unwrap();
        fs::write(plan.join("nguon/Kế hoạch.txt"), "chữ đã ký").unwrap();
        let head = fs::read_to_string(plan.join("plan.md")).unwrap();
        let document = "[[document]]\nfile = \"Kế hoạch.txt\"\nrole = \"signed\"\n+++\n";
        let (head, body) = head.trim_start_matches("+++\n").split_once("+++\n").unwrap();
        fs::write(plan.join("plan.md"), format!("+++\n{head}{document}{body}")).unwrap();
        fs::create_dir(root.join("content/tep")).unwrap();
        fs::write(root.join("content/tep/dau.svg"), "<svg/>").unwrap();
    });
    let document = server.get("/van-ban/mau-2025/K%E1%BA%BF%20ho%E1%BA%A1ch.txt");
    assert_eq!((document.status, document.body.as_str()), (200, "chữ đã ký"));
    assert!(document.head.contains("content-type: text/plain; charset=utf-8"));
    let picture = server.get("/tep/dau.svg");
    assert_eq!((picture.status, picture.body.as_str()), (200, "<svg/>"));
    assert!(picture.head.contains("content-type: image/svg+xml"));
}

#[test]
fn a_change_on_the_disk_makes_the_site_anew() {
    let server = Server::of(|_| {});
    assert_eq!(server.told(), "built");
    assert_eq!(server.news(0), (1, String::new()));
    let text = fs::read_to_string(task(&server.root())).unwrap();
    server.write(&task(&server.root()), &text.replace("Khám sức khỏe", "Đo thị lực"));
    let (version, faults) = server.news(1);
    assert!(version > 1);
    assert_eq!(faults, "");
    assert_eq!(server.told(), "built");
    assert!(server.get("/nhiem-vu/mau-2025/a-1-1.html").body.contains("Đo thị lực"));
}

/// Started as a person would, in the site's folder: changes are told by whole paths, whatever the folder was called.
#[test]
fn a_change_is_seen_in_the_folder_in_which_the_program_was_started() {
    let folder = tempfile::tempdir().unwrap();
    assert!(pipeline::new(folder.path()).value.is_some());
    let mut program = Command::new(env!("CARGO_BIN_EXE_planpress"))
        .args(["serve", "--port", "0"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(program.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let (_, address) = said.split_once("http://").expect("an address");
    let address = address.split('/').next().unwrap().to_owned();
    let server = Server { folder, address, events: channel().1 };
    let task = server.folder.path().join("content/ke-hoach/mau-2025/a-1/a-1-1.md");
    let text = fs::read_to_string(&task).unwrap();
    fs::write(&task, text.replace("Khám sức khỏe", "Đo thị lực")).unwrap();
    let (version, faults) = server.news(1);
    let page = server.get("/nhiem-vu/mau-2025/a-1-1.html");
    program.kill().unwrap();
    program.wait().unwrap();
    assert_eq!((version > 1, faults.as_str()), (true, ""));
    assert!(page.body.contains("Đo thị lực"));
}

#[test]
fn a_broken_edit_keeps_the_last_good_site_and_tells_why_until_it_is_mended() {
    let server = Server::of(|_| {});
    assert_eq!(server.told(), "built");
    let text = fs::read_to_string(task(&server.root())).unwrap();

    server.write(&task(&server.root()), &text.replace("lead = ", "laed = "));
    let (broken, faults) = server.news(1);
    assert_eq!(server.told(), "broken");
    assert!(faults.contains("unknown-key") && faults.contains("`laed`"), "{faults}");
    assert!(faults.contains("content/ke-hoach/mau-2025/a-1/a-1-1.md:3"), "{faults}");
    let page = server.get("/nhiem-vu/mau-2025/a-1-1.html");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Khám sức khỏe"));

    server.write(&task(&server.root()), &text);
    let (mended, faults) = server.news(broken);
    assert!(mended > broken);
    assert_eq!(faults, "");
    assert_eq!(server.told(), "built");
}

#[test]
fn a_site_that_is_broken_from_the_start_is_served_once_it_is_mended() {
    let server =
        Server::of(|root| fs::write(root.join("content/site.toml"), "format = 1\n").unwrap());
    assert_eq!(server.told(), "broken");
    let page = server.get("/");
    assert!(page.body.contains("/__planpress/news.js"), "a page that asks for news");
    let (seen, faults) = server.news(0);
    assert!(faults.contains("missing-key"), "{faults}");
    server.write(&server.root().join("content/site.toml"), "format = 1\ntitle = \"Trang\"\n");
    assert_eq!(server.news(seen).1, "");
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn what_is_not_found_is_said_in_the_language_of_its_folder() {
    let server = Server::of(|root| {
        let settings = "format = 1\ntitle = \"Trang\"\nlanguages = [\"vi\", \"en\"]\n";
        fs::write(root.join("content/site.toml"), settings).unwrap();
    });
    assert_eq!(server.told(), "built");
    for (path, language) in
        [("/khong-co.html", "vi"), ("/en/khong-co.html", "en"), ("/fr/a.html", "vi")]
    {
        let answer = server.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains(&format!("<html lang=\"{language}\">")), "{path}");
    }
    assert!(server.get("/en/").body.contains("<html lang=\"en\">"));
}

#[test]
fn a_theme_that_is_made_while_serving_is_seen() {
    let server = Server::of(|_| {});
    assert_eq!(server.told(), "built");
    let page = |words: &str| format!("<!doctype html><title>Lạc</title><h1>{words}</h1>");
    let beside = server.folder.path().join("themes");
    fs::create_dir_all(beside.join("cong-bo/templates")).unwrap();
    fs::write(beside.join("cong-bo/templates/404.html"), page("Lạc đường")).unwrap();
    fs::rename(&beside, server.root().join("themes")).unwrap();
    let (seen, faults) = server.news(1);
    assert_eq!(faults, "");
    assert!(server.get("/khong-co.html").body.contains("Lạc đường"));

    let template = server.root().join("themes/cong-bo/templates/404.html");
    server.write(&template, &page("Lạc lối"));
    server.news(seen);
    assert!(server.get("/khong-co.html").body.contains("Lạc lối"));
}

#[test]
fn links_below_the_sites_own_path_are_served() {
    let server = Server::of(|root| {
        let text = "format = 1\ntitle = \"Trang\"\nbase_url = \"https://mau.example/ke-hoach/\"\n";
        fs::write(root.join("content/site.toml"), text).unwrap();
    });
    let page = server.get("/khong-co/sau.html");
    assert!(page.body.contains("\"/ke-hoach/giao-dien/cong-bo.css?v="));
    assert_eq!(server.get("/ke-hoach/giao-dien/cong-bo.css").status, 200);
    assert_eq!(server.get("/ke-hoach/mau-2025.html").status, 200);
    assert_eq!(server.get("/ke-hoach/ke-hoach/mau-2025.html").status, 200);
}

#[test]
fn a_port_that_is_taken_is_a_fault() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let folder = tempfile::tempdir().unwrap();
    assert!(pipeline::new(folder.path()).value.is_some());
    let fault = serve::run(folder.path(), port, &|_| {}).unwrap_err();
    assert_eq!(fault.code, Code::CannotServe);
    let address = fault.details.iter().find(|(name, _)| *name == "address").unwrap();
    assert_eq!(address.1, format!("127.0.0.1:{port}"));
}
