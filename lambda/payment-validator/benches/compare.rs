//! Measures the deployed binary beside the same rules in Python, each on the same loopback Runtime
//! API.
//!
//! `cargo bench -p payment-validator` prints the table of PERFORMANCE.md. Needs Linux on x86-64 and
//! Python 3.11 or newer (`PYTHON`, or else `python3`). Before anything is measured both must give
//! the same codes to the whole corpus. With `AWSLAMBDARIC=1` that Python runs the handler on AWS's
//! own runtime client, as Lambda does (`pip install awslambdaric`): the codes are not compared
//! then, because that client loses duplicate keys and number forms.

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/support/corpus.rs"]
mod corpus;
#[path = "../tests/support/deployed.rs"]
mod deployed;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/support/runtime_api.rs"]
mod runtime_api;

use std::{
    env, fs,
    io::{Write, stdout},
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

use runtime_api::{Function, RuntimeApi};
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

const STARTS: usize = 30;
const WARM_UP: usize = 500;
const REQUESTS: usize = 5_000;

/// A function to be measured.
struct Subject {
    name: &'static str,
    program: PathBuf,
    arguments: Vec<PathBuf>,
}

struct Figures {
    first_answer: Duration,
    one: Latency,
    batch: Latency,
    /// The function's own `Duration` of one request, without the Runtime API's HTTP.
    inside: Latency,
    per_second: f64,
    peak_kib: u64,
}

struct Latency {
    p50: Duration,
    p99: Duration,
}

impl Subject {
    fn start(&self, api: &RuntimeApi) -> Function {
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/python"));
        let variables =
            [("ENVIRONMENT_SUFFIX", "benchmark"), ("LAMBDA_TASK_ROOT", "."), ("PYTHONPATH", ".")];
        Function::start(command, api.address(), &variables)
    }

    fn measure(&self) -> Figures {
        let mut starts: Vec<_> = (0..STARTS).map(|_| self.first_answer()).collect();
        let api = RuntimeApi::start();
        let function = self.start(&api);
        latencies(&api, &request(), WARM_UP);
        let cpu_before = cpu_time(function.id());
        let one = latencies(&api, &request(), REQUESTS);
        let cpu = cpu_time(function.id()) - cpu_before;
        let batch = latencies(&api, &batch_of_ten(), REQUESTS / 5);
        let peak_kib = peak_kib(function.id());
        function.terminate();
        Figures {
            first_answer: quantile(&mut starts, 50),
            one: latency(one),
            batch: latency(batch),
            inside: latency(durations(&function.finish().1)),
            per_second: REQUESTS as f64 / cpu.as_secs_f64(),
            peak_kib,
        }
    }

    fn first_answer(&self) -> Duration {
        let api = RuntimeApi::start();
        api.send(request());
        let started = Instant::now();
        let _function = self.start(&api);
        api.wait_for(1);
        started.elapsed()
    }

    /// The codes that the function gives each request of the corpus, as messages of one batch each.
    fn codes(&self) -> Vec<(String, Value)> {
        let api = RuntimeApi::start();
        let _function = self.start(&api);
        let requests = ["accepted", "rejected"].into_iter().flat_map(corpus::requests);
        let direct = requests.filter(|(name, _)| name != "json.syntax").map(|(name, body)| {
            let body =
                String::from_utf8(body).expect("UTF-8").replace("2026-11-22T12:00:00Z", &now());
            let answer: Value = serde_json::from_str(&api.invoke(body).body).expect("JSON");
            let codes = answer["failures"]
                .as_array()
                .expect("failures")
                .iter()
                .map(|f| json!([f["code"], f["field"]]));
            (name, codes.collect())
        });
        direct.collect()
    }
}

fn now() -> String {
    OffsetDateTime::now_utc().format(&Rfc3339).expect("formattable")
}

fn request() -> String {
    include_str!("../tests/corpus/accepted/card.json").replace("2026-11-22T12:00:00Z", &now())
}

fn batch_of_ten() -> String {
    let sent = (OffsetDateTime::now_utc().unix_timestamp() * 1_000).to_string();
    let record = json!({
        "messageId": "message", "body": request(), "attributes": { "SentTimestamp": sent },
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:sqs-payments",
    });
    json!({ "Records": vec![record; 10] }).to_string()
}

/// All events wait at the Runtime API, so that the function is never waited for by this thread.
fn latencies(api: &RuntimeApi, event: &str, count: usize) -> Vec<Duration> {
    let before = api.wait_for(0).len();
    (0..count).for_each(|_| api.send(event));
    api.wait_for(before + count)
        .split_off(before)
        .into_iter()
        .map(|posted| posted.latency)
        .collect()
}

/// The `Duration` metric of the measured single requests.
fn durations(output: &str) -> Vec<Duration> {
    let lines = output.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let milliseconds = lines.filter_map(|line| line["Duration"].as_f64());
    milliseconds
        .skip(WARM_UP)
        .take(REQUESTS)
        .map(|ms| Duration::from_secs_f64(ms / 1_000.0))
        .collect()
}

fn latency(mut latencies: Vec<Duration>) -> Latency {
    Latency { p50: quantile(&mut latencies, 50), p99: quantile(&mut latencies, 99) }
}

fn quantile(durations: &mut [Duration], percent: usize) -> Duration {
    durations.sort_unstable();
    durations[(durations.len() * percent / 100).min(durations.len() - 1)]
}

/// Processor time of the process, user and system: fields 14 and 15 of `/proc/<id>/stat`, in
/// hundredths of a second.
fn cpu_time(id: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).expect("the function runs");
    let (_, fields) = stat.rsplit_once(") ").expect("the name is in parentheses");
    let ticks: u64 = fields
        .split(' ')
        .skip(11)
        .take(2)
        .map(|field| field.parse::<u64>().expect("a number"))
        .sum();
    Duration::from_millis(ticks * 10)
}

fn peak_kib(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).expect("the function runs");
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .expect("Linux counts peak memory");
    line.split_whitespace().next().expect("a number").parse().expect("a number")
}

fn subjects() -> [Subject; 2] {
    let bootstrap = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/python/bootstrap.py");
    let python = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let print_path =
        Command::new(python).args(["-c", "import sys; print(sys.executable)"]).output();
    let python =
        String::from_utf8(print_path.expect("Python 3.11 is installed").stdout).expect("a path");
    let python = PathBuf::from(python.trim());
    let client = ["-m", "awslambdaric", "lambda_function.lambda_handler"].map(PathBuf::from);
    let arguments = if on_aws_client() { client.to_vec() } else { vec![bootstrap] };
    [
        Subject { name: "Rust", program: deployed::deployed(), arguments: vec![] },
        Subject { name: "Python", program: python, arguments },
    ]
}

fn on_aws_client() -> bool {
    env::var_os("AWSLAMBDARIC").is_some()
}

fn main() {
    let [rust, python] = subjects();
    if !on_aws_client() {
        assert_eq!(rust.codes(), python.codes(), "both decide the same");
    }
    let (ours, theirs) = (rust.measure(), python.measure());
    let ms = |duration: Duration| duration.as_secs_f64() * 1_000.0;
    let size = fs::metadata(&rust.program).expect("built").len() as f64 / 1e6;
    let mut table = format!("| | {} | {} | ratio |\n|---|---|---|---|\n", rust.name, python.name);
    let mut row = |what: &str, ours: f64, theirs: f64, unit: &str, ratio: f64| {
        table += &format!("| {what} | {ours:.3} {unit} | {theirs:.3} {unit} | {ratio:.1} |\n");
    };
    let mut less = |what: &str, ours: f64, theirs: f64, unit: &str| {
        row(what, ours, theirs, unit, theirs / ours)
    };
    less(
        "process start to first answer, median",
        ms(ours.first_answer),
        ms(theirs.first_answer),
        "ms",
    );
    less("warm, one request, p50", ms(ours.one.p50), ms(theirs.one.p50), "ms");
    less("warm, one request, p99", ms(ours.one.p99), ms(theirs.one.p99), "ms");
    less("warm, batch of ten, p50", ms(ours.batch.p50), ms(theirs.batch.p50), "ms");
    less("warm, batch of ten, p99", ms(ours.batch.p99), ms(theirs.batch.p99), "ms");
    less("inside the function, one request, p50", ms(ours.inside.p50), ms(theirs.inside.p50), "ms");
    less("inside the function, one request, p99", ms(ours.inside.p99), ms(theirs.inside.p99), "ms");
    less("peak memory", ours.peak_kib as f64 / 1_024.0, theirs.peak_kib as f64 / 1_024.0, "MiB");
    row(
        "requests per second of one core",
        ours.per_second,
        theirs.per_second,
        "",
        ours.per_second / theirs.per_second,
    );
    _ = writeln!(stdout(), "{table}| binary | {size:.2} MB | | |");
}
