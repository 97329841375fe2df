//! The kernel is asked of a network, in a process of its own.

use std::env;
use std::io::{self, Write};
use std::mem::MaybeUninit;
use std::net::{SocketAddr, SocketAddrV6, UdpSocket};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use fabric::{Namespace, isolated};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use serde::{Deserialize, Serialize};
use socket2::{Domain, Socket, Type};

use super::INSIDE;
use super::filters::{host_rules, router_rules};
use super::network::{EPHEMERAL, Flow, HOSTS, SUBNETS, Small, address, flows};

/// A network as the kernel is told of it, and what is asked.
#[derive(Debug, Serialize, Deserialize)]
struct Question {
    router: String,
    hosts: Vec<String>,
    flows: Vec<Flow>,
    patience: Duration,
}

/// What the kernel says of every flow: whether it is open from the lowest and from the highest port
/// that its sender may have.
pub fn ask(small: &Small, patience: Duration) -> Result<Vec<bool>> {
    let hosts = (0..HOSTS.len()).map(|host| host_rules(small, host)).collect();
    let question = Question { router: router_rules(small), hosts, flows: flows(small), patience };
    let mut command = isolated(&env::current_exe()?)?;
    let mut child = command.arg(INSIDE).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    serde_json::to_writer(child.stdin.take().context("input")?, &question)?;
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "the kernel was not asked: {}", output.status);
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Brings the network up, asks, and writes the answers.
pub fn serve() -> Result<()> {
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE)?;
    setrlimit(Resource::RLIMIT_NOFILE, most, most)?;
    let question: Question = serde_json::from_reader(io::stdin())?;
    let (_router, hosts) = bring_up(&question)?;
    // Links need a moment before they carry anything.
    thread::sleep(Duration::from_millis(300));
    let _listening = listen(&hosts, &question.flows)?;
    let open = try_all(&hosts, &question)?;
    println!("{}", serde_json::to_string(&open)?);
    Ok(())
}

/// The router, and the hosts at it.
fn bring_up(question: &Question) -> Result<(Namespace, Vec<Namespace>)> {
    let router = with_ipv6()?;
    router.set("ipv6.conf.all.forwarding", "1")?;
    let mut lines = Vec::new();
    for (place, subnet) in SUBNETS.iter().enumerate() {
        let gateway = subnet.replace("::/64", "::1/64");
        lines.extend([
            format!("link add s{place} type bridge mcast_snooping 0"),
            format!("addr add {gateway} dev s{place} nodad"),
            format!("link set s{place} up"),
        ]);
    }
    router.ip(&lines)?;
    let mut hosts = Vec::new();
    for (host, (_, subnet, ..)) in HOSTS.into_iter().enumerate() {
        let namespace = with_ipv6()?;
        router.ip(&[
            format!("link add h{host} type veth peer name router netns {}", namespace.path()?),
            format!("link set h{host} master s{subnet} up"),
        ])?;
        namespace.ip(&[
            format!("addr add {}/64 dev router nodad", address(host)),
            "link set router up".to_owned(),
            format!("route add ::/0 via {}", SUBNETS[subnet].replace("::/64", "::1")),
        ])?;
        nft(&namespace, &question.hosts[host])?;
        hosts.push(namespace);
    }
    nft(&router, &question.router)?;
    Ok((router, hosts))
}

fn with_ipv6() -> Result<Namespace> {
    let namespace = Namespace::new()?;
    for key in [
        "ipv6.conf.all.disable_ipv6",
        "ipv6.conf.default.disable_ipv6",
        "ipv6.conf.lo.disable_ipv6",
    ] {
        namespace.set(key, "0")?;
    }
    Ok(namespace)
}

fn nft(namespace: &Namespace, rules: &str) -> Result<()> {
    namespace.within(|| -> Result<()> {
        // Programs for root are not on the PATH of everyone.
        let path = format!("{}:/usr/sbin:/sbin", env::var("PATH").unwrap_or_default());
        let mut child = Command::new("nft")
            .args(["-f", "-"])
            .env("PATH", path)
            .stdin(Stdio::piped())
            .spawn()?;
        child.stdin.take().context("input")?.write_all(rules.as_bytes())?;
        ensure!(child.wait()?.success(), "nft refuses\n{rules}");
        Ok(())
    })?
}

/// Every host listens on every port that is asked of: the kernel accepts what comes by TCP, a
/// thread answers what comes by UDP.
fn listen(hosts: &[Namespace], flows: &[Flow]) -> Result<Vec<Socket>> {
    let mut wanted: Vec<_> = flows.iter().map(|flow| (flow.to, flow.is_udp, flow.port)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut listening = Vec::new();
    let bind = |(host, is_udp, port): &(usize, bool, u16)| {
        let at = SocketAddrV6::new(address(*host), *port, 0, 0);
        Ok((*is_udp, bound(*is_udp, at.into()).with_context(|| format!("listening on {at}"))?))
    };
    let mut sockets = Vec::new();
    for (host, namespace) in hosts.iter().enumerate() {
        let own = wanted.iter().filter(|(of, ..)| *of == host);
        sockets.extend(namespace.within(|| own.map(bind).collect::<Result<Vec<_>>>())??);
    }
    for (is_udp, socket) in sockets {
        if is_udp {
            socket.set_nonblocking(false)?;
            let answering = UdpSocket::from(socket);
            thread::spawn(move || {
                let mut bytes = [0; 8];
                while let Ok((_, from)) = answering.recv_from(&mut bytes) {
                    let _ = answering.send_to(b"answer", from);
                }
            });
        } else {
            socket.listen(1024)?;
            listening.push(socket);
        }
    }
    Ok(listening)
}

fn bound(is_udp: bool, at: SocketAddr) -> io::Result<Socket> {
    let socket = Socket::new(Domain::IPV6, if is_udp { Type::DGRAM } else { Type::STREAM }, None)?;
    // The same port for everything that is tried at a time.
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&at.into())?;
    Ok(socket)
}

/// Tries all flows at once, each from the lowest port and from the highest.
fn try_all(hosts: &[Namespace], question: &Question) -> Result<Vec<bool>> {
    let mut tried = Vec::new();
    for (host, namespace) in hosts.iter().enumerate() {
        let own = question.flows.iter().enumerate().filter(|(_, flow)| flow.from == host);
        let begin = || {
            own.flat_map(|(place, flow)| EPHEMERAL.map(|port| (place, begun(flow, port))))
                .collect::<Vec<_>>()
        };
        tried.extend(namespace.within(begin)?);
    }
    thread::sleep(question.patience);
    let mut open = vec![true; question.flows.len()];
    for (place, socket) in tried {
        open[place] &=
            socket.is_some_and(|socket| is_answered(&socket, question.flows[place].is_udp));
    }
    Ok(open)
}

/// A connection that is begun; none where the sender's own rules refuse it.
fn begun(flow: &Flow, port: u16) -> Option<Socket> {
    let own = SocketAddrV6::new(address(flow.from), port, 0, 0);
    let to = SocketAddrV6::new(address(flow.to), flow.port, 0, 0);
    let socket = bound(flow.is_udp, own.into()).expect("a port of your own is free");
    match socket.connect(&SocketAddr::from(to).into()) {
        Err(error) if error.raw_os_error() != Some(nix::libc::EINPROGRESS) => return None,
        _ if flow.is_udp => socket.send(b"asked").ok()?,
        _ => 0,
    };
    Some(socket)
}

fn is_answered(socket: &Socket, is_udp: bool) -> bool {
    if is_udp {
        return socket.recv(&mut [MaybeUninit::uninit(); 8]).is_ok_and(|count| count > 0);
    }
    socket.take_error().is_ok_and(|error| error.is_none()) && socket.peer_addr().is_ok()
}
