//! The parts of the stack that run: each is this program once more, in the namespace of its interface.

mod balancer;
mod choice;
mod function;
mod load;
mod payments;
mod proxy;

use std::net::{Ipv4Addr, SocketAddrV4};
use std::path::PathBuf;

use anyhow::Result;
use serde::{Deserialize, Serialize};

#[cfg(test)]
pub use load::Attempt;
pub use load::Payment;
pub use payments::TABLE;

use crate::plan::Health;

/// A part, and what it is told.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Part {
    /// A node of the load balancer.
    Balancer {
        /// Where it listens.
        ip: Ipv4Addr,
        /// The tasks.
        targets: Vec<SocketAddrV4>,
        /// How it finds out about them.
        health: Health,
    },
    /// A task of the payment service.
    Payments {
        /// Where it listens.
        at: SocketAddrV4,
        /// The path at which it says that it is healthy.
        health: String,
        /// The proxies of the database.
        databases: Vec<SocketAddrV4>,
        /// The endpoints of the function.
        functions: Vec<SocketAddrV4>,
        /// Whether it answers before it has committed: a sabotage.
        is_early: bool,
    },
    /// The endpoint of Lambda, with the function behind it.
    Function {
        /// Where it listens.
        ip: Ipv4Addr,
        /// The deployed program.
        bootstrap: PathBuf,
        /// How many of it run.
        count: usize,
    },
    /// The database proxy.
    Proxy {
        /// Where it listens.
        at: SocketAddrV4,
        /// The file that names the writer.
        writer: PathBuf,
    },
    /// Those who pay.
    Load {
        /// The load balancer's nodes.
        targets: Vec<Ipv4Addr>,
        /// Payments each second.
        rate: u32,
        /// For how many seconds.
        seconds: u32,
    },
}

impl Part {
    /// From an argument.
    pub fn parse(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }
}

/// Runs a part until the process ends.
pub fn main(part: Part) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        match part {
            Part::Balancer { ip, targets, health } => balancer::serve(ip, targets, health).await,
            Part::Payments { at, health, databases, functions, is_early } => {
                payments::serve(at, &health, databases, functions, is_early).await
            }
            Part::Function { ip, bootstrap, count } => function::serve(ip, bootstrap, count).await,
            Part::Proxy { at, writer } => proxy::serve(at, writer).await,
            Part::Load { targets, rate, seconds } => load::send(targets, rate, seconds).await,
        }
    })
}

/// Now, in milliseconds, by the clock that all parts share.
pub fn now() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    since.as_millis() as u64
}
