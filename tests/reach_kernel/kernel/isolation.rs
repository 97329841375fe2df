//! Where the kernel is asked: apart from the machine's own network, as whoever one is, and without
//! leaving anything.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fabric::{
    Acl, AclEntry, Answer, End, Group, GroupRule, Interface, Network, Peer, PortRange, Probe,
    Protocol, Sandbox, Subnet, Way,
};

use super::INSIDE;

/// The argument by which this program brings up a small network, says what the kernel answers, and
/// waits to be ended.
pub const HOLD: &str = "hold";

/// Of whom nothing else is on the machine. Source: Debian Policy, 9.2.2.
const NOBODY: u32 = 65_534;

/// Two subnets: the first may open connections to the second, at one port.
fn small() -> Network {
    let subnet = |address: &str, range: &str| Subnet {
        address: address.to_owned(),
        zone: "us-east-1a".to_owned(),
        range: range.parse().unwrap(),
        acl: 0,
        routes: Vec::new(),
    };
    let interface = |place: usize, ip: &str| Interface {
        owners: Vec::new(),
        subnet: place,
        ip: ip.parse().unwrap(),
        public: None,
        ports: PortRange { from: 32_768, to: 60_999 },
        way: Way::Guarded(vec![place]),
    };
    let allow = |egress| AclEntry {
        number: 100,
        egress,
        allows: true,
        protocol: Protocol::All,
        range: Default::default(),
    };
    let rule = |egress, protocol, peer| GroupRule { egress, protocol, peer };
    let https = Protocol::Tcp(PortRange { from: 443, to: 443 });
    Network {
        ranges: vec!["10.9.0.0/16".parse().unwrap()],
        subnets: vec![subnet("a", "10.9.0.0/24"), subnet("b", "10.9.1.0/24")],
        interfaces: vec![interface(0, "10.9.0.4"), interface(1, "10.9.1.4")],
        acls: vec![Acl { address: "default".to_owned(), entries: vec![allow(false), allow(true)] }],
        groups: vec![
            Group {
                address: "a".to_owned(),
                rules: vec![rule(true, Protocol::All, Peer::Range(Default::default()))],
            },
            Group { address: "b".to_owned(), rules: vec![rule(false, https, Peer::Group(0))] },
        ],
        services: Vec::new(),
    }
}

/// What the kernel says of it.
fn answers(sandbox: &mut Sandbox) -> Result<Vec<Answer>> {
    let probe = |from, to, port| Probe {
        from: End::Interface(from),
        to: End::Interface(to),
        port,
        source_port: 40_000,
    };
    let probes = [probe(0, 1, 443), probe(0, 1, 444), probe(1, 0, 443)];
    Ok(sandbox.ask(Some(&small()), &probes, Duration::from_secs(1))?)
}

const EXPECTED: [Answer; 3] = [Answer::Open, Answer::Refused, Answer::Refused];

/// Brings up the network, writes the answers and the number of the process that holds it, and
/// waits.
pub fn hold() -> Result<()> {
    let mut sandbox = Sandbox::start(&[INSIDE])?;
    let answers = answers(&mut sandbox)?;
    println!("{} {answers:?}", sandbox.process());
    thread::sleep(Duration::from_secs(600));
    Ok(())
}

/// Another process that holds the network, and the first line that it writes.
fn holding(command: &mut Command) -> Result<(Child, String)> {
    let mut child = command
        .arg(HOLD)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .stdin(Stdio::null())
        .spawn()?;
    let mut line = String::new();
    BufReader::new(child.stdout.take().context("output")?).read_line(&mut line)?;
    Ok((child, line.trim().to_owned()))
}

pub fn nothing_is_left_when_the_program_is_killed() -> Result<()> {
    let (mut child, line) = holding(&mut Command::new(std::env::current_exe()?))?;
    let (process, message) = line.split_once(' ').with_context(|| format!("{line:?}"))?;
    ensure!(message == format!("{EXPECTED:?}"), "{message}");
    let all = family(process.parse()?);
    ensure!(all.len() > 1, "the first process in the namespaces is not found: {all:?}");
    let namespaces = all.iter().filter_map(|process| namespace(*process)).collect::<BTreeSet<_>>();
    ensure!(
        namespaces.iter().any(|one| Some(one) != namespace(std::process::id()).as_ref()),
        "it is in no namespace"
    );
    child.kill()?;
    child.wait()?;
    let since = Instant::now();
    while all.iter().any(|process| is_alive(*process)) {
        ensure!(since.elapsed() < Duration::from_secs(10), "{all:?} are left");
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

pub fn the_network_of_the_machine_stays_as_it_is() -> Result<()> {
    let own = || {
        ["dev", "route", "if_inet6", "tcp"].map(|file| names(&Path::new("/proc/net").join(file)))
    };
    let before = own();
    let mut sandbox = Sandbox::start(&[INSIDE])?;
    ensure!(answers(&mut sandbox)? == EXPECTED);
    let during = own();
    drop(sandbox);
    // Sockets come and go with other programs; interfaces and routes do not.
    ensure!(before[..3] == during[..3] && before[..3] == own()[..3], "{before:?} {during:?}");
    Ok(())
}

pub fn an_ordinary_user_gets_the_same_answers_or_is_told_what_to_allow() -> Result<()> {
    let folder = tempfile::Builder::new().prefix("reach-kernel-").tempdir()?;
    let program = folder.path().join("program");
    let mut command = if nix::unistd::geteuid().is_root() {
        // Where this program is, not everyone may be.
        fs::copy(std::env::current_exe()?, &program)?;
        fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
        let mut command = Command::new(&program);
        command.uid(NOBODY).gid(NOBODY).current_dir("/");
        command
    } else {
        Command::new(std::env::current_exe()?)
    };
    let (mut child, line) = holding(&mut command)?;
    child.kill()?;
    let message = String::from_utf8(child.wait_with_output()?.stderr)?;
    let is_told = line.is_empty() && message.contains("allow user namespaces");
    ensure!(is_told || line.ends_with(&format!("{EXPECTED:?}")), "{line} {message}");
    Ok(())
}

/// The names that the lines of a file begin with.
fn names(file: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(|name| name.to_owned())
        .collect()
}

/// A process and all that it has started.
fn family(process: u32) -> Vec<u32> {
    let mut all = vec![process];
    let mut place = 0;
    while let Some(process) = all.get(place) {
        let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children"))
            .unwrap_or_default();
        all.extend(children.split_whitespace().filter_map(|child| child.parse::<u32>().ok()));
        place += 1;
    }
    all
}

fn namespace(process: u32) -> Option<String> {
    Some(fs::read_link(format!("/proc/{process}/ns/net")).ok()?.display().to_string())
}

fn is_alive(process: u32) -> bool {
    Path::new(&format!("/proc/{process}")).exists()
}
