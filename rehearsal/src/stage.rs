//! [`Stage`]: the network of the plan with everything that runs in it.

use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::net::{Ipv4Addr, SocketAddrV4};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use fabric::{Fabric, Namespace, Refusal};
use nix::mount::{MsFlags, mount};
use paytf::config::Architecture;
use paytf::validator;

use crate::cluster::{Instance, folder_of, ready};
use crate::parts::Part;
use crate::plan::Planned;
use crate::postgres;

/// Everything is kept in memory, mounted where only this rehearsal sees it, so that nothing of it is left.
const FOLDER: &str = "/mnt";
/// Of the tasks; as the container's port of the stack.
const TASK_PORT: u16 = 8443;
/// How many copies of the function wait in each zone.
const FUNCTIONS: usize = 2;

/// The network of a plan, and what runs in it.
pub struct Stage {
    /// The network.
    pub fabric: Fabric,
    /// The plan.
    pub planned: Planned,
    instances: Vec<Instance>,
    /// By zone.
    running: Vec<(String, Child)>,
    /// Who writes at the beginning, by its place among the instances.
    writer: usize,
}

impl Stage {
    /// Brings up the network, and the database in it.
    pub fn build(planned: Planned, writer_zone: &str) -> Result<Self> {
        mount(Some("tmpfs"), FOLDER, Some("tmpfs"), MsFlags::empty(), Some("mode=0755"))
            .context("a folder in memory")?;
        let mut fabric = Fabric::build(&planned.network, Refusal::Silent)?;
        let storage = fabric.connect_storage(&planned.databases)?;
        let instance = |(place, storage): (&usize, Ipv4Addr)| Instance {
            name: planned.zone(*place).to_owned(),
            ip: planned.at(*place).ip,
            storage,
        };
        let instances: Vec<_> = planned.databases.iter().zip(storage).map(instance).collect();
        let writer = instances.iter().position(|instance| instance.name == writer_zone);
        let writer = writer.with_context(|| format!("the plan has no database in {writer_zone}"))?;
        let mut stage = Self { fabric, planned, instances, running: Vec::new(), writer };
        stage.start_database()?;
        Ok(stage)
    }

    fn start_database(&mut self) -> Result<()> {
        let root = Path::new(FOLDER).join("postgres");
        postgres::folder(&root)?;
        let order = std::iter::once(self.writer).chain((0..self.instances.len()).filter(|place| *place != self.writer));
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
            self.running.push((instance.name.clone(), child));
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

    /// Does something where whoever looks after the database is.
    pub fn in_storage<T: Send, F: Future<Output = T>>(&self, act: impl FnOnce() -> F + Send) -> Result<T> {
        let run = || -> Result<T> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            Ok(runtime.block_on(act()))
        };
        self.fabric.storage()?.within(run)?
    }

    /// The instances of the database, which of them writes at the beginning, and the file that tells the proxies who does.
    pub fn cluster(&self) -> (Vec<Instance>, usize, PathBuf) {
        (self.instances.clone(), self.writer, Self::writer_file())
    }

    fn writer_file() -> PathBuf {
        Path::new(FOLDER).join("writer")
    }

    /// Starts everything else, in every zone.
    pub fn start(&mut self, is_early: bool) -> Result<()> {
        let bootstrap = unpacked_function()?;
        fs::write(Self::writer_file(), "")?;
        let at = |places: &[usize], port| -> Vec<SocketAddrV4> {
            places.iter().map(|place| SocketAddrV4::new(self.planned.at(*place).ip, port)).collect()
        };
        let (proxies, functions) = (at(&self.planned.proxies, postgres::PORT), at(&self.planned.functions, 443));
        let tasks = at(&self.planned.tasks, TASK_PORT);
        let mut parts = Vec::new();
        for (place, at) in self.planned.proxies.iter().zip(&proxies) {
            parts.push((*place, Part::Proxy { at: *at, writer: Self::writer_file() }));
        }
        for place in &self.planned.functions {
            let ip = self.planned.at(*place).ip;
            parts.push((*place, Part::Function { ip, bootstrap: bootstrap.clone(), count: FUNCTIONS }));
        }
        for (place, at) in self.planned.tasks.iter().zip(&tasks) {
            let (health, databases) = (self.planned.health.path.clone(), proxies.clone());
            let functions = functions.clone();
            parts.push((*place, Part::Payments { at: *at, health, databases, functions, is_early }));
        }
        for place in &self.planned.balancers {
            let ip = self.planned.at(*place).ip;
            parts.push((*place, Part::Balancer { ip, targets: tasks.clone(), health: self.planned.health.clone() }));
        }
        for (place, part) in parts {
            let child = spawn(self.fabric.host(self.planned.at(place))?, &part, Stdio::null())?;
            self.running.push((self.planned.zone(place).to_owned(), child));
        }
        Ok(())
    }

    /// Those who pay, from the internet; what they write on their output is a payment each line.
    pub fn load(&self, rate: u32, seconds: u32) -> Result<Child> {
        let nodes = self.planned.balancers.iter().filter_map(|place| self.planned.at(*place).public);
        let part = Part::Load { targets: nodes.collect(), rate, seconds };
        spawn(self.fabric.internet(), &part, Stdio::piped())
    }

    /// Takes a zone away: the cables first, so that nobody hears of its end.
    pub fn lose(&mut self, zone: &str, is_cut: bool) -> Result<()> {
        self.fabric.cut(zone)?;
        if !is_cut {
            for (_, child) in self.running.iter_mut().filter(|(of, _)| of == zone) {
                child.kill()?;
            }
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
        Part::Payments { .. } => "payments",
        Part::Function { .. } => "function",
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
    let mut archive = zip::ZipArchive::new(Cursor::new(package.as_ref())).context("the package of the function")?;
    let mut bytes = Vec::new();
    archive.by_name("bootstrap").context("the package of the function")?.read_to_end(&mut bytes)?;
    let path = Path::new(FOLDER).join("bootstrap");
    fs::write(&path, bytes)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    Ok(path)
}
