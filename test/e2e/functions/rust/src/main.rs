//! Answers every request with 200, as soon as it listens. As process 1 it must ask for SIGTERM itself, or never end.
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::{env, process, thread};

extern "C" {
    fn signal(number: i32, handler: extern "C" fn(i32)) -> usize;
}
const SIGTERM: i32 = 15;

extern "C" fn stop(_: i32) {
    process::exit(0);
}

fn answer(mut stream: TcpStream, body: &str) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    while let Some(line) = lines.next() {
        if line?.is_empty() {
            write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{}", body.len(), body)?;
        }
    }
    Ok(())
}

fn main() -> std::io::Result<()> {
    unsafe { signal(SIGTERM, stop) };
    let name = env::var("FUNCTION_NAME").unwrap_or_default();
    let port: u16 = env::var("PORT").ok().and_then(|p| p.parse().ok()).unwrap_or(8080);
    for stream in TcpListener::bind(("0.0.0.0", port))?.incoming() {
        let (stream, body) = (stream?, format!("{name}\n"));
        thread::spawn(move || answer(stream, &body));
    }
    Ok(())
}
