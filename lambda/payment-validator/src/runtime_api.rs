//! A client of the Lambda Runtime API: HTTP/1.1 over one connection that is kept.
//!
//! Source: <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>. Of an invocation's
//! headers only the request id is read: what a caller can put into the others (client context,
//! Cognito identity) cannot stop the function.

use std::{
    io::{self, BufRead, BufReader, Error, ErrorKind, Read, Write},
    net::TcpStream,
};

const INVOCATION: &str = "/2018-06-01/runtime/invocation";

/// The longest head of an answer that is read; Lambda's own have at most a few kilobytes.
const MAX_HEAD_BYTES: u64 = 1 << 20;

/// The Runtime API of one execution environment.
pub struct RuntimeApi {
    address: String,
    connection: Option<BufReader<TcpStream>>,
}

/// An invocation to be answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Invocation {
    /// The id to answer under.
    pub id: String,
    /// The event, as it was sent.
    pub event: Vec<u8>,
}

/// What an HTTP server answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The invocation's id, if it can be in a path.
    pub request_id: Option<String>,
    /// The body.
    pub body: Vec<u8>,
    keep_alive: bool,
}

impl RuntimeApi {
    /// The Runtime API at `address`, the value of `AWS_LAMBDA_RUNTIME_API`. It is not called yet.
    pub fn new(address: String) -> Self {
        Self { address, connection: None }
    }

    /// Waits for the next invocation.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidData`] for an answer that is no invocation, after which the next may be
    /// waited for; [`ErrorKind::Other`] if the Runtime API says that the environment cannot go
    /// on; any other if it does not answer.
    pub fn next_invocation(&mut self) -> io::Result<Invocation> {
        let request = format!("GET {INVOCATION}/next HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        let answer = self.exchange(request.as_bytes())?;
        match (answer.status, answer.request_id) {
            (200, Some(id)) => Ok(Invocation { id, event: answer.body }),
            (200, None) => {
                Err(Error::new(ErrorKind::InvalidData, "an invocation without a request id"))
            }
            // "Container error. Non-recoverable state. Runtime should exit promptly."
            (500, _) => Err(Error::other("the Runtime API has failed")),
            (status, _) => Err(Error::new(
                ErrorKind::InvalidData,
                format!("the Runtime API answered {status}"),
            )),
        }
    }

    /// Posts the response to the invocation `id`; returns the status.
    ///
    /// # Errors
    /// If the Runtime API does not answer.
    pub fn respond(&mut self, id: &str, response: &[u8]) -> io::Result<u16> {
        self.post(id, "response", "", response)
    }

    /// Posts that the invocation `id` has failed; returns the status.
    ///
    /// # Errors
    /// If the Runtime API does not answer.
    pub fn fail(&mut self, id: &str, error_type: &str, message: &str) -> io::Result<u16> {
        let header = format!("Lambda-Runtime-Function-Error-Type: Function.{error_type}\r\n");
        let error = serde_json::json!({
            "errorType": error_type, "errorMessage": message, "stackTrace": []
        });
        self.post(id, "error", &header, error.to_string().as_bytes())
    }

    fn post(&mut self, id: &str, what: &str, header: &str, body: &[u8]) -> io::Result<u16> {
        let (host, length) = (&self.address, body.len());
        let mut request = format!(
            "POST {INVOCATION}/{id}/{what} HTTP/1.1\r\nHost: {host}\r\nContent-Type: \
             application/json\r\nContent-Length: {length}\r\n{header}\r\n"
        )
        .into_bytes();
        request.extend_from_slice(body);
        self.exchange(&request).map(|answer| answer.status)
    }

    /// A kept connection may have been closed while the environment was frozen: then the request
    /// goes over a new one.
    fn exchange(&mut self, request: &[u8]) -> io::Result<Answer> {
        let kept = self.connection.is_some();
        match self.try_exchange(request) {
            Err(error) if kept && error.kind() != ErrorKind::InvalidData => {
                self.try_exchange(request)
            }
            outcome => outcome,
        }
    }

    fn try_exchange(&mut self, request: &[u8]) -> io::Result<Answer> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => BufReader::with_capacity(1 << 16, connect(&self.address)?),
        };
        connection.get_mut().write_all(request)?;
        let answer = read_answer(&mut connection)?;
        self.connection = answer.keep_alive.then_some(connection);
        Ok(answer)
    }
}

fn connect(address: &str) -> io::Result<TcpStream> {
    let connection = TcpStream::connect(address)?;
    connection.set_nodelay(true)?;
    Ok(connection)
}

/// Reads one answer. Header lines it need not understand may hold any bytes.
///
/// # Errors
/// [`ErrorKind::InvalidData`] for what is not HTTP, [`ErrorKind::UnexpectedEof`] for an answer cut
/// short.
pub fn read_answer(reader: &mut impl BufRead) -> io::Result<Answer> {
    let mut head = reader.take(MAX_HEAD_BYTES);
    let status_line = line(&mut head)?;
    let status = status(&status_line).ok_or_else(|| invalid("no status line of HTTP/1"))?;
    let mut answer = Answer {
        status,
        request_id: None,
        body: Vec::new(),
        keep_alive: status_line.starts_with(b"HTTP/1.1"),
    };
    let (mut length, mut chunked) = (None, false);
    loop {
        let line = line(&mut head)?;
        if line.is_empty() {
            break;
        }
        // A line without a colon is no header; whatever it is, it is not needed.
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { continue };
        let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
        if name.eq_ignore_ascii_case(b"content-length") {
            length =
                Some(decimal(value).ok_or_else(|| invalid("a content length that is no number"))?);
        } else if name.eq_ignore_ascii_case(b"transfer-encoding") {
            chunked = value.to_ascii_lowercase().ends_with(b"chunked");
        } else if name.eq_ignore_ascii_case(b"connection") {
            answer.keep_alive &= !value.eq_ignore_ascii_case(b"close");
        } else if name.eq_ignore_ascii_case(b"lambda-runtime-aws-request-id") {
            answer.request_id = request_id(value);
        }
    }
    match (chunked, length) {
        (true, _) => read_chunks(reader, &mut answer.body)?,
        (false, Some(length)) => read_exactly(reader, length, &mut answer.body)?,
        (false, None) => {
            answer.keep_alive = false;
            reader.read_to_end(&mut answer.body)?;
        }
    }
    Ok(answer)
}

fn invalid(message: &'static str) -> Error {
    Error::new(ErrorKind::InvalidData, message)
}

/// One line without its end.
fn line(reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    reader.read_until(b'\n', &mut line)?;
    if line.pop() != Some(b'\n') {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    line.pop_if(|last| *last == b'\r');
    Ok(line)
}

fn status(line: &[u8]) -> Option<u16> {
    let status = line.strip_prefix(b"HTTP/1.")?.get(2..5)?;
    decimal(status)?.try_into().ok()
}

fn decimal(text: &[u8]) -> Option<u64> {
    let digits = !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    digits.then(|| std::str::from_utf8(text).ok()?.parse().ok()).flatten()
}

/// An id that can be in a path as it is: visible ASCII. Lambda's are UUIDs.
fn request_id(value: &[u8]) -> Option<String> {
    let holds = (1..=256).contains(&value.len()) && value.iter().all(u8::is_ascii_graphic);
    holds.then(|| String::from_utf8_lossy(value).into_owned())
}

/// Grows `body` by what comes, never by what is announced.
fn read_exactly(reader: &mut impl BufRead, length: u64, body: &mut Vec<u8>) -> io::Result<()> {
    let read = reader.take(length).read_to_end(body)?;
    if read as u64 == length { Ok(()) } else { Err(ErrorKind::UnexpectedEof.into()) }
}

/// RFC 9112 section 7.1.
fn read_chunks(reader: &mut impl BufRead, body: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let size = line(&mut reader.take(MAX_HEAD_BYTES))?;
        let size = size.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
        let size =
            std::str::from_utf8(size).ok().and_then(|size| u64::from_str_radix(size, 16).ok());
        match size.ok_or_else(|| invalid("a chunk without a size"))? {
            0 => break,
            size => read_exactly(reader, size, body)?,
        }
        line(&mut reader.take(MAX_HEAD_BYTES))?;
    }
    while !line(&mut reader.take(MAX_HEAD_BYTES))?.is_empty() {}
    Ok(())
}
