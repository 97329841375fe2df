//! The Lambda Runtime API on loopback, as far as a custom runtime sees it.
//!
//! Source: <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>

use std::{
    collections::VecDeque,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    sync::{Arc, Condvar, Mutex, MutexGuard},
    thread,
    time::{Duration, Instant},
};

/// Nothing here waits longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the function posted.
#[derive(Debug, Clone)]
pub struct Posted {
    pub path: String,
    pub body: String,
    /// From handing out the event to having the answer.
    pub latency: Duration,
}

#[derive(Default)]
struct State {
    /// The answers to the next calls of `/invocation/next`.
    events: VecDeque<Event>,
    /// Statuses of the answers to the next posts; 202 when empty.
    post_statuses: VecDeque<u16>,
    posted: Vec<Posted>,
    handed_out: usize,
    closes: bool,
    event_sent: Option<Instant>,
}

/// An answer to a call of `/invocation/next`.
#[derive(Debug, Clone)]
pub struct Event {
    pub status: u16,
    /// Header lines, each with its end; `None` for those that Lambda sends, with the ids
    /// `invocation-1` and so on.
    pub headers: Option<Vec<u8>>,
    /// Sent in chunks of this size; with a content length if `None`.
    pub chunk: Option<usize>,
    pub body: Vec<u8>,
}

/// A Runtime API that hands out the events it was given, and keeps what is posted.
pub struct RuntimeApi {
    address: String,
    shared: Arc<(Mutex<State>, Condvar)>,
}

impl RuntimeApi {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
        let address = listener.local_addr().expect("a bound listener has an address").to_string();
        let shared = Arc::<(Mutex<State>, Condvar)>::default();
        let accepting = Arc::clone(&shared);
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let shared = Arc::clone(&accepting);
                thread::spawn(move || serve(connection, &shared));
            }
        });
        Self { address, shared }
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// Hands out `event` on a later call of `/invocation/next`.
    pub fn send(&self, event: impl AsRef<[u8]>) {
        self.send_with_status(200, event);
    }

    pub fn send_with_status(&self, status: u16, event: impl AsRef<[u8]>) {
        self.send_event(Event {
            status,
            headers: None,
            chunk: None,
            body: event.as_ref().to_vec(),
        });
    }

    /// Answers a later call of `/invocation/next` with `event`.
    pub fn send_event(&self, event: Event) {
        self.state().events.push_back(event);
        self.shared.1.notify_all();
    }

    /// How many calls of `/invocation/next` were answered.
    pub fn handed_out(&self) -> usize {
        self.state().handed_out
    }

    /// Closes the connection after the next answer.
    pub fn close_next(&self) {
        self.state().closes = true;
    }

    /// Waits until `count` posts are there and takes them away.
    pub fn take(&self, count: usize) -> Vec<Posted> {
        let waiting = self
            .shared
            .1
            .wait_timeout_while(self.state(), PATIENCE, |state| state.posted.len() < count);
        let (mut state, timeout) = waiting.expect("no thread panicked with the state");
        assert!(
            !timeout.timed_out(),
            "{} of {count} answers after {PATIENCE:?}",
            state.posted.len()
        );
        std::mem::take(&mut state.posted)
    }

    /// Answers a later post with `status`.
    pub fn answer_post_with(&self, status: u16) {
        self.state().post_statuses.push_back(status);
    }

    /// Everything posted, once that is `count` posts.
    pub fn wait_for(&self, count: usize) -> Vec<Posted> {
        let (state, timeout) = self
            .shared
            .1
            .wait_timeout_while(self.state(), PATIENCE, |state| state.posted.len() < count)
            .expect("no thread panicked with the state");
        assert!(
            !timeout.timed_out(),
            "{} of {count} answers after {PATIENCE:?}",
            state.posted.len()
        );
        state.posted.clone()
    }

    /// The answer to `event`.
    pub fn invoke(&self, event: impl AsRef<[u8]>) -> Posted {
        let before = self.state().posted.len();
        self.send(event);
        self.wait_for(before + 1).swap_remove(before)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.0.lock().expect("no thread panicked with the state")
    }
}

fn serve(connection: TcpStream, shared: &(Mutex<State>, Condvar)) -> Option<()> {
    connection.set_nodelay(true).ok()?;
    let mut writer = connection.try_clone().ok()?;
    let mut reader = BufReader::with_capacity(1 << 16, connection);
    loop {
        let (path, body) = read_request(&mut reader)?;
        let answer = if path.ends_with("/invocation/next") {
            next(shared)
        } else {
            post(shared, path, body)
        };
        writer.write_all(&answer).ok()?;
        if std::mem::take(&mut shared.0.lock().expect("not poisoned").closes) {
            return None;
        }
    }
}

fn next((state, changed): &(Mutex<State>, Condvar)) -> Vec<u8> {
    let mut state = changed
        .wait_while(state.lock().expect("not poisoned"), |s| s.events.is_empty())
        .expect("not poisoned");
    let Event { status, headers, chunk, body } =
        state.events.pop_front().expect("waited for an event");
    state.handed_out += 1;
    let mut answer =
        format!("HTTP/1.1 {status} -\r\ncontent-type: application/json\r\n").into_bytes();
    match headers {
        Some(headers) => answer.extend(headers),
        None if status == 200 => answer.extend(invocation_headers(state.handed_out).into_bytes()),
        None => {}
    }
    match chunk {
        None => answer.extend(format!("content-length: {}\r\n\r\n", body.len()).into_bytes()),
        Some(size) => {
            answer.extend(b"transfer-encoding: chunked\r\n\r\n");
            for chunk in body.chunks(size) {
                answer.extend(format!("{:x};part=1\r\n", chunk.len()).into_bytes());
                answer.extend([chunk, b"\r\n"].concat());
            }
            answer.extend(b"0\r\n\r\n");
        }
    }
    if chunk.is_none() {
        answer.extend_from_slice(&body);
    }
    state.event_sent = Some(Instant::now());
    changed.notify_all();
    answer
}

pub fn invocation_headers(number: usize) -> String {
    format!(
        "lambda-runtime-aws-request-id: invocation-{number}\r\nlambda-runtime-deadline-ms: \
         4102444800000\r\nlambda-runtime-invoked-function-arn: \
         arn:aws:lambda:us-east-1:123456789012:function:payment-validator\r\n"
    )
}

fn post((state, changed): &(Mutex<State>, Condvar), path: String, body: String) -> Vec<u8> {
    let mut state = state.lock().expect("not poisoned");
    let latency = state.event_sent.take().map_or(Duration::ZERO, |sent| sent.elapsed());
    state.posted.push(Posted { path, body, latency });
    changed.notify_all();
    let status = state.post_statuses.pop_front().unwrap_or(202);
    format!("HTTP/1.1 {status} -\r\ncontent-length: 0\r\n\r\n").into_bytes()
}

fn read_request(reader: &mut BufReader<TcpStream>) -> Option<(String, String)> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if reader.read_until(b'\n', &mut head).ok()? == 0 {
            return None;
        }
    }
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut request = httparse::Request::new(&mut headers);
    request.parse(&head).ok()?;
    let path = request.path?.to_owned();
    let length =
        request.headers.iter().find(|header| header.name.eq_ignore_ascii_case("content-length"));
    let length =
        length.map_or(Some(0), |header| std::str::from_utf8(header.value).ok()?.parse().ok())?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((path, String::from_utf8(body).ok()?))
}

/// A running function; killed when dropped.
pub struct Function {
    process: Child,
    /// Standard output and standard error, read all along: a full pipe would stop the function.
    shown: [Option<thread::JoinHandle<String>>; 2],
}

impl Function {
    /// Starts `command` with the environment that Lambda gives a runtime, and `variables` on top.
    pub fn start(mut command: Command, api: &str, variables: &[(&str, &str)]) -> Self {
        command
            .env_clear()
            .envs([
                ("AWS_LAMBDA_RUNTIME_API", api),
                ("AWS_LAMBDA_FUNCTION_NAME", "payment-validator"),
                ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"),
                ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
            ])
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut process = command.spawn().expect("the function starts");
        let shown = [Some(drain(process.stdout.take())), Some(drain(process.stderr.take()))];
        Self { process, shown }
    }

    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Sends SIGTERM, as Lambda does when it ends an execution environment.
    pub fn terminate(&self) {
        let sent = Command::new("kill").args(["-TERM", &self.id().to_string()]).status();
        assert!(sent.expect("kill starts").success(), "the function is there to take SIGTERM");
    }

    /// Waits for the end; exit code, standard output, standard error.
    pub fn finish(mut self) -> (Option<i32>, String, String) {
        let deadline = Instant::now() + PATIENCE;
        let status = loop {
            match self.process.try_wait().expect("a child can be waited for") {
                Some(status) => break status,
                None if Instant::now() > deadline => {
                    panic!("the function runs on after {PATIENCE:?}")
                }
                None => thread::sleep(Duration::from_millis(5)),
            }
        };
        let [output, errors] =
            self.shown.each_mut().map(Option::take).map(|pipe| pipe.map(thread::JoinHandle::join));
        let text = |read: Option<thread::Result<String>>| {
            read.expect("read once").expect("read to the end")
        };
        (status.code(), text(output), text(errors))
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

fn drain(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    let mut pipe = pipe.expect("the function's output is piped");
    thread::spawn(move || {
        let mut text = Vec::new();
        _ = pipe.read_to_end(&mut text);
        String::from_utf8_lossy(&text).into_owned()
    })
}
