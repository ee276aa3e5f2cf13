//! A plain static file server on loopback for the suites and the measurements: what any host of
//! static files does, no special headers. `cargo xtask serve` uses Trunk's, which rebuilds.

use crate::shell::Result;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;

/// Serves `folder` until the process ends; gives back the address.
pub fn serve(folder: &Path) -> Result<SocketAddr> {
    let listener =
        TcpListener::bind(("127.0.0.1", 0)).map_err(|error| format!("cannot listen on loopback: {error}"))?;
    let address = listener.local_addr().map_err(|error| format!("no local address: {error}"))?;
    let folder = folder.to_owned();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            // A browser that goes away in the middle of an answer is no fault of the site.
            thread::spawn(move || drop(answer(&stream, &folder)));
        }
    });
    Ok(address)
}

fn answer(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 {
        let mut words = line.split_whitespace();
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or("/"));
        let head_only = method == "HEAD";
        let file = (method == "GET" || head_only).then(|| file_of(folder, target)).flatten();
        loop {
            let mut header = String::new();
            if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
                break;
            }
        }
        respond(stream, file, head_only)?;
        line.clear();
    }
    Ok(())
}

fn respond(mut stream: &TcpStream, file: Option<PathBuf>, head_only: bool) -> std::io::Result<()> {
    let opened = file.and_then(|path| File::open(&path).ok().map(|file| (path, file)));
    let Some((path, mut file)) = opened else {
        let body = "not here";
        return write!(stream, "HTTP/1.1 404 Not Found\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    };
    // Any page may load the scripts and modules: that is what embedding is.
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Length: {}\r\nAccess-Control-Allow-Origin: *\r\n\r\n",
        content_type(&path),
        file.metadata()?.len()
    )?;
    if !head_only {
        std::io::copy(&mut file, &mut stream)?;
    }
    stream.flush()
}

/// The file that a request means; none for a path that leaves the folder.
fn file_of(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.trim_start_matches('/');
    if path.split('/').any(|part| part == ".." || part.contains(['%', '\\', ':'])) {
        return None;
    }
    let path = folder.join(path);
    let path = if path.is_dir() { path.join("index.html") } else { path };
    path.is_file().then_some(path)
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::file_of;
    use std::path::Path;

    #[test]
    fn a_request_stays_in_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(file_of(folder, "/src/server.rs?x=1"), Some(folder.join("src/server.rs")));
        assert_eq!(file_of(folder, "/../Cargo.toml"), None);
        assert_eq!(file_of(folder, "/src/%2e%2e/Cargo.toml"), None);
        assert_eq!(file_of(folder, "/no-such-file"), None);
    }
}
