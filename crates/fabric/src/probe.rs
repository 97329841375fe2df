//! Asks the kernel who can reach whom, by opening connections.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::net::{Ipv4Addr, SocketAddrV4};
use std::os::fd::AsFd;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::epoll::{Epoll, EpollCreateFlags, EpollEvent, EpollFlags, EpollTimeout};
use serde::{Deserialize, Serialize};
use socket2::{Domain, Socket, Type};

use crate::network::{End, Network, OUTSIDE};
use crate::{Error, Fabric, Result};

/// How many connections are tried at a time; each is an open file.
const AT_A_TIME: usize = 8192;
/// How many connections wait to be accepted.
const BACKLOG: i32 = 1024;

/// A TCP connection that is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Probe {
    /// The source.
    pub from: End,
    /// The destination.
    pub to: End,
    /// The destination port.
    pub port: u16,
    /// The source port.
    pub source_port: u16,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// It was opened: packets pass both ways.
    Open,
    /// It was refused, and the sender was told.
    Refused,
    /// Nothing was heard.
    Silence,
}

/// The hosts that listen: each connection is accepted and closed, since a host that lets them wait
/// looks as if it dropped them.
#[derive(Debug)]
pub struct Listeners {
    epoll: Arc<Epoll>,
    sockets: Arc<Mutex<BTreeMap<u64, (u16, Socket)>>>,
    listening: HashSet<(Ipv4Addr, u16, bool)>,
    /// The number of the next socket.
    next: u64,
}

impl Listeners {
    pub fn new() -> Result<Self> {
        let epoll =
            Arc::new(Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC).map_err(Error::system("epoll"))?);
        let sockets: Arc<Mutex<BTreeMap<u64, (u16, Socket)>>> = Arc::default();
        let (waits, accepts) = (Arc::clone(&epoll), Arc::clone(&sockets));
        thread::spawn(move || {
            let mut events = [EpollEvent::empty(); 64];
            while let Ok(count) = waits.wait(&mut events, EpollTimeout::NONE).or_else(interrupted) {
                let sockets = accepts.lock().unwrap_or_else(PoisonError::into_inner);
                for (_, socket) in
                    events[..count].iter().filter_map(|event| sockets.get(&event.data()))
                {
                    while socket.accept().is_ok() {}
                }
            }
        });
        Ok(Self { epoll, sockets, listening: HashSet::new(), next: 0 })
    }

    /// Ends what listens on other ports than these: it would be in the way of connections that are
    /// opened from there.
    fn keep(&mut self, ports: &HashSet<u16>) {
        self.listening.retain(|(_, port, _)| ports.contains(port));
        self.sockets
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|_, (port, _)| ports.contains(port));
    }

    /// Lets an end listen on a port.
    fn listen(&mut self, fabric: &Fabric, end: End, port: u16) -> Result<()> {
        let ip = match end {
            End::Interface(place) => fabric.network().interfaces[place].ip,
            End::Internet => OUTSIDE,
            End::Service(place) => fabric.network().services[place].ip,
        };
        if !self.listening.insert((ip, port, matches!(end, End::Service(_)))) {
            return Ok(());
        }
        self.open(fabric.namespace(end)?, ip, port)?;
        // The services are on the internet, too.
        if matches!(end, End::Service(_)) { self.open(fabric.internet(), ip, port) } else { Ok(()) }
    }

    fn open(&mut self, namespace: &crate::Namespace, ip: Ipv4Addr, port: u16) -> Result<()> {
        let opened = namespace.within(|| -> io::Result<Socket> {
            let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
            socket.set_reuse_address(true)?;
            socket.set_nonblocking(true)?;
            socket.bind(&SocketAddrV4::new(ip, port).into())?;
            socket.listen(BACKLOG)?;
            Ok(socket)
        })?;
        let socket = opened.map_err(Error::system(format!("listening on {ip}:{port}")))?;
        let mut sockets = self.sockets.lock().unwrap_or_else(PoisonError::into_inner);
        self.epoll
            .add(&socket, EpollEvent::new(EpollFlags::EPOLLIN, self.next))
            .map_err(Error::system("epoll"))?;
        sockets.insert(self.next, (port, socket));
        self.next += 1;
        Ok(())
    }
}

/// Asks the kernel. Where for so long nothing has been heard of any connection, nothing will be
/// heard of those that are left.
///
/// # Errors
/// When a socket cannot be opened.
pub fn ask(
    fabric: &Fabric,
    listeners: &mut Listeners,
    probes: &[Probe],
    patience: Duration,
) -> Result<Vec<Answer>> {
    listeners.keep(&probes.iter().map(|probe| probe.port).collect());
    for probe in probes {
        listeners.listen(fabric, probe.to, probe.port)?;
    }
    // One thread goes from namespace to namespace; it ends there, and the others stay where they
    // are.
    let all = || {
        probes
            .chunks(AT_A_TIME)
            .map(|probes| ask_some(fabric, probes, patience))
            .collect::<Result<Vec<_>>>()
    };
    let answers = thread::scope(|scope| scope.spawn(all).join())
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
    Ok(answers.concat())
}

fn ask_some(fabric: &Fabric, probes: &[Probe], patience: Duration) -> Result<Vec<Answer>> {
    let epoll = Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC).map_err(Error::system("epoll"))?;
    let mut answers = vec![Answer::Silence; probes.len()];
    let mut waiting: BTreeMap<usize, Socket> = BTreeMap::new();
    let mut here = None;
    for (place, probe) in probes.iter().enumerate() {
        if here != Some(probe.from) {
            fabric.namespace(probe.from)?.enter()?;
            here = Some(probe.from);
        }
        let to = SocketAddrV4::new(address(fabric.network(), probe), probe.port);
        let tried = connect(probe.source_port, to);
        let (socket, error) = tried
            .map_err(Error::system(format!("a connection from port {}", probe.source_port)))?;
        match error {
            Some(error) if error.raw_os_error() != Some(nix::libc::EINPROGRESS) => {
                answers[place] = Answer::Refused
            }
            _ => {
                let event = EpollEvent::new(EpollFlags::EPOLLOUT, place as u64);
                epoll.add(socket.as_fd(), event).map_err(Error::system("epoll"))?;
                waiting.insert(place, socket);
            }
        }
    }
    let mut heard = Instant::now();
    let mut events = [EpollEvent::empty(); 256];
    while !waiting.is_empty() && heard.elapsed() < patience {
        let rest = patience.saturating_sub(heard.elapsed()).as_millis().min(1000) as u16;
        let count = epoll
            .wait(&mut events, rest.max(1))
            .or_else(interrupted)
            .map_err(Error::system("epoll"))?;
        for event in &events[..count] {
            let Some(socket) = waiting.remove(&(event.data() as usize)) else { continue };
            heard = Instant::now();
            let error = socket.take_error().map_err(Error::system("a connection"))?;
            answers[event.data() as usize] =
                if error.is_none() { Answer::Open } else { Answer::Refused };
        }
    }
    Ok(answers)
}

/// Where a connection is opened to: from outside, to the public address, if there is one.
fn address(network: &Network, probe: &Probe) -> Ipv4Addr {
    match probe.to {
        End::Internet => OUTSIDE,
        End::Service(place) => network.services[place].ip,
        End::Interface(place) => {
            let interface = &network.interfaces[place];
            let public = interface.public.filter(|_| probe.from == End::Internet);
            public.unwrap_or(interface.ip)
        }
    }
}

fn connect(source_port: u16, to: SocketAddrV4) -> io::Result<(Socket, Option<io::Error>)> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    socket.set_nonblocking(true)?;
    // The same source port for every connection that is opened at a time.
    socket.set_reuse_address(true)?;
    // What is closed is forgotten at once.
    socket.set_linger(Some(Duration::ZERO))?;
    socket.bind(&SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, source_port).into())?;
    let error = socket.connect(&to.into()).err();
    Ok((socket, error))
}

/// A signal is no event.
fn interrupted(error: nix::errno::Errno) -> nix::Result<usize> {
    if error == nix::errno::Errno::EINTR { Ok(0) } else { Err(error) }
}
