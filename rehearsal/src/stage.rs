//! [`Stage`]: the network of the plan, with everything that runs in it.

use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::net::{Ipv4Addr, SocketAddrV4};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use fabric::{End, Fabric, Namespace, OUTSIDE, Refusal};
use nix::mount::{MsFlags, mount};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use paytf::config::Architecture;
use paytf::validator;

use crate::arguments::Loss;
use crate::instance::{Instance, folder_of, ready, stored};
use crate::parts::{END_STARTED, Fault, Neighbours, Part, SLOW};
use crate::plan::Planned;
use crate::postgres;
use crate::refusals::Refusals;

/// Everything is kept in memory, mounted where only this rehearsal sees it, so that nothing of it
/// is left.
const FOLDER: &str = "/mnt";
/// Of the tasks; as the container's port of the stack.
const TASK_PORT: u16 = 8443;
const DATABASE: &str = "database";
const PAYMENTS: &str = "payments";
const FUNCTION: &str = "function";
/// How many copies of the function wait in each zone.
const FUNCTIONS: usize = 2;

/// Something that runs in a zone.
struct Running {
    zone: String,
    what: &'static str,
    child: Child,
}

/// The network of a plan, and what runs in it.
pub struct Stage {
    /// The network.
    pub fabric: Fabric,
    /// The plan.
    pub planned: Planned,
    instances: Vec<Instance>,
    running: Vec<Running>,
    /// Who writes at the beginning, by its place among the instances.
    writer: usize,
}

impl Stage {
    /// Brings up the network, and the database in it.
    pub fn build(planned: Planned, writer_zone: &str) -> Result<Self> {
        mount(Some("tmpfs"), FOLDER, Some("tmpfs"), MsFlags::empty(), Some("mode=0755"))
            .context("a folder in memory")?;
        let mut fabric = Fabric::build(&planned.network, Refusal::Dropped)?;
        let storage = fabric.connect_storage(&planned.databases)?;
        let instance = |(place, storage): (&usize, Ipv4Addr)| Instance {
            name: planned.zone(*place).to_owned(),
            ip: planned.at(*place).ip,
            storage,
        };
        let instances: Vec<_> = planned.databases.iter().zip(storage).map(instance).collect();
        let writer = instances.iter().position(|instance| instance.name == writer_zone);
        let writer =
            writer.with_context(|| format!("the plan has no database in {writer_zone}"))?;
        let mut stage = Self { fabric, planned, instances, running: Vec::new(), writer };
        stage.start_database()?;
        Ok(stage)
    }

    fn start_database(&mut self) -> Result<()> {
        let root = Path::new(FOLDER).join("postgres");
        postgres::folder(&root)?;
        let order = std::iter::once(self.writer)
            .chain((0..self.instances.len()).filter(|place| *place != self.writer));
        for place in order.collect::<Vec<_>>() {
            let instance = self.instances[place].clone();
            let (folder, log) = (folder_of(&root, &instance), log(&instance.name));
            let host = self.fabric.host(self.planned.at(self.planned.databases[place]))?;
            if place == self.writer {
                postgres::create(host, &folder, &log)?;
            } else {
                postgres::copy(host, self.instances[self.writer].storage, &folder, &log)?;
            }
            let child = postgres::start(host, &instance.name, &folder, &log)?;
            self.running.push(Running { zone: instance.name.clone(), what: DATABASE, child });
            let is_writer = place == self.writer;
            self.in_storage(|| async move {
                let client = ready(&instance).await?;
                if is_writer {
                    client.batch_execute("create database payments").await?;
                }
                anyhow::Ok(())
            })??;
        }
        Ok(())
    }

    /// Which payments the first writer has, which was lost and starts again: where nobody else
    /// became the writer.
    pub fn stored_by_first_writer(&mut self) -> Result<Vec<String>> {
        let instance = self.instances[self.writer].clone();
        let folder = folder_of(&Path::new(FOLDER).join("postgres"), &instance);
        // One that was killed leaves this.
        let _ = fs::remove_file(folder.join("postmaster.pid"));
        let host = self.fabric.host(self.planned.at(self.planned.databases[self.writer]))?;
        let child = postgres::start(host, &instance.name, &folder, &log(&instance.name))?;
        self.running.push(Running { zone: instance.name.clone(), what: DATABASE, child });
        host.within(|| -> Result<_> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(stored(&instance, true))
        })?
    }

    /// Does something where whoever looks after the database is.
    pub fn in_storage<T: Send, F: Future<Output = T>>(
        &self,
        act: impl FnOnce() -> F + Send,
    ) -> Result<T> {
        let run = || -> Result<T> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            Ok(runtime.block_on(act()))
        };
        self.fabric.storage()?.within(run)?
    }

    /// The instances of the database, which of them writes at the beginning, and the file that
    /// tells the proxies who does.
    pub fn cluster(&self) -> (Vec<Instance>, usize, PathBuf) {
        (self.instances.clone(), self.writer, Self::writer_file())
    }

    fn transaction_log() -> PathBuf {
        Path::new(FOLDER).join("transaction-log")
    }

    /// The keys of the payments that the transaction log has.
    pub fn logged() -> Result<Vec<String>> {
        Ok(fs::read_to_string(Self::transaction_log())?.lines().map(str::to_owned).collect())
    }

    fn writer_file() -> PathBuf {
        Path::new(FOLDER).join("writer")
    }

    /// Starts everything else, in every zone.
    pub fn start(&mut self, fault: Option<Fault>) -> Result<()> {
        let bootstrap = unpacked_function()?;
        fs::write(Self::writer_file(), "")?;
        fs::write(Self::transaction_log(), "")?;
        let at = |places: &[usize], port| -> Vec<SocketAddrV4> {
            places.iter().map(|place| SocketAddrV4::new(self.planned.at(*place).ip, port)).collect()
        };
        let proxies = at(&self.planned.proxies, postgres::PORT);
        let mut functions = at(&self.planned.functions, 443);
        let functions_outside = functions.is_empty();
        let bucket = self.planned.bucket.unwrap_or(OUTSIDE);
        let services = |ip, count| Part::Services {
            ip,
            bootstrap: bootstrap.clone(),
            count,
            bucket: Self::transaction_log(),
        };
        if functions_outside {
            functions.push(SocketAddrV4::new(OUTSIDE, 443));
        }
        let tasks = at(&self.planned.tasks, TASK_PORT);
        let Refusals { task_start, task: refusal, proxy } = &self.planned.refusals;
        let may_sign_in = proxy.is_none();
        let mut parts = Vec::new();
        for (place, at) in self.planned.proxies.iter().zip(&proxies) {
            parts.push((*place, Part::Proxy { at: *at, writer: Self::writer_file(), may_sign_in }));
        }
        for place in &self.planned.functions {
            let ip = self.planned.at(*place).ip;
            parts.push((*place, services(ip, FUNCTIONS)));
        }
        let started = if task_start.is_none() { self.planned.tasks.as_slice() } else { &[] };
        for (place, at) in started.iter().zip(&tasks) {
            let (health, databases) = (self.planned.health.path.clone(), proxies.clone());
            let neighbours = Neighbours {
                databases,
                functions: functions.clone(),
                bucket: SocketAddrV4::new(bucket, 443),
            };
            parts.push((
                *place,
                Part::Payments { at: *at, health, neighbours, refusal: refusal.clone(), fault },
            ));
        }
        for place in &self.planned.balancers {
            let ip = self.planned.at(*place).ip;
            parts.push((
                *place,
                Part::Balancer { ip, targets: tasks.clone(), health: self.planned.health.clone() },
            ));
        }
        // What has a public address is in no zone.
        let at_internet =
            (functions_outside || bucket == OUTSIDE).then_some((End::Internet, OUTSIDE, FUNCTIONS));
        let at_services = (bucket != OUTSIDE).then_some((End::Service(0), bucket, 0));
        for (end, ip, count) in at_internet.into_iter().chain(at_services) {
            let child = spawn(self.fabric.namespace(end)?, &services(ip, count), Stdio::null())?;
            self.running.push(Running { zone: String::new(), what: FUNCTION, child });
        }
        for (place, part) in parts {
            let child = spawn(self.fabric.host(self.planned.at(place))?, &part, Stdio::null())?;
            self.running.push(Running {
                zone: self.planned.zone(place).to_owned(),
                what: name(&part),
                child,
            });
        }
        Ok(())
    }

    /// Those who pay, from the internet; what they write on their output is a payment each line.
    pub fn load(&self, rate: u32, seconds: u32, afterwards: Duration) -> Result<Child> {
        let nodes =
            self.planned.balancers.iter().filter_map(|place| self.planned.at(*place).public);
        let part = Part::Load { targets: nodes.collect(), rate, seconds, afterwards };
        spawn(self.fabric.internet(), &part, Stdio::piped())
    }

    /// Takes something away; says what, for a person.
    pub fn lose(&mut self, loss: &Loss) -> Result<String> {
        Ok(match loss {
            Loss::Zones(_) | Loss::Cut(_) => {
                let is_cut = matches!(loss, Loss::Cut(_));
                let zones: Vec<_> = loss
                    .zones()
                    .iter()
                    .map(|zone| self.planned.zone_of(*zone))
                    .collect::<Result<_>>()?;
                // The cables first, so that nobody hears of its end.
                for zone in &zones {
                    self.fabric.cut(zone)?;
                }
                let running = self
                    .running
                    .iter_mut()
                    .filter(|one| !is_cut && zones.contains(&one.zone.as_str()));
                for running in running {
                    running.child.kill()?;
                }
                format!("{} {}", zones.join(" and "), if is_cut { "is cut off" } else { "is lost" })
            }
            Loss::Slow(zone) => {
                let zone = self.planned.zone_of(*zone)?;
                self.signal(SLOW, |one| one.zone == zone && one.what != DATABASE)?;
                format!("{zone} is slow")
            }
            Loss::Task => {
                let task = self
                    .running
                    .iter_mut()
                    .find(|one| one.what == PAYMENTS)
                    .context("no task runs")?;
                task.child.kill()?;
                format!("a task in {} is lost", task.zone)
            }
            Loss::Nat => {
                let nat = *self.planned.nats.first().context("the plan has no NAT gateway")?;
                let interface = self.planned.at(nat);
                self.fabric.unplug(|one| one == interface)?;
                format!("the NAT gateway in {} is lost", self.planned.zone(nat))
            }
            Loss::Writer => {
                let zone = &self.instances[self.writer].name;
                let mut databases = self.running.iter_mut().filter(|one| one.what == DATABASE);
                let writer =
                    databases.find(|one| one.zone == *zone).context("the writer does not run")?;
                writer.child.kill()?;
                format!("the writer in {zone} is lost")
            }
            Loss::Function => {
                self.signal(END_STARTED, |one| one.what == FUNCTION)?;
                "every copy of the function is lost".to_owned()
            }
        })
    }

    fn signal(&self, signal: Signal, is_meant: impl Fn(&Running) -> bool) -> Result<()> {
        for running in self.running.iter().filter(|one| is_meant(one)) {
            kill(Pid::from_raw(i32::try_from(running.child.id())?), signal)?;
        }
        Ok(())
    }
}

fn spawn(namespace: &Namespace, part: &Part, output: Stdio) -> Result<Child> {
    // By this name it is found wherever it is, and whatever is mounted there.
    let mut command = Command::new("/proc/self/exe");
    command
        .arg("part")
        .arg(serde_json::to_string(part)?)
        .stdin(Stdio::null())
        .stdout(output)
        .stderr(File::create(log(name(part)))?);
    namespace.within(|| command.spawn())?.context("a part cannot be started")
}

fn name(part: &Part) -> &'static str {
    match part {
        Part::Balancer { .. } => "balancer",
        Part::Payments { .. } => PAYMENTS,
        Part::Services { .. } => FUNCTION,
        Part::Proxy { .. } => "proxy",
        Part::Load { .. } => "load",
    }
}

fn log(name: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("{name}.log"))
}

/// The deployed program, out of the package that paytf deploys.
fn unpacked_function() -> Result<PathBuf> {
    let package = validator::package(None, Architecture::X86_64)?;
    let mut archive = zip::ZipArchive::new(Cursor::new(package.as_ref()))
        .context("the package of the function")?;
    let mut bytes = Vec::new();
    archive.by_name("bootstrap").context("the package of the function")?.read_to_end(&mut bytes)?;
    let path = Path::new(FOLDER).join("bootstrap");
    fs::write(&path, bytes)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    Ok(path)
}
