//! The parts of the stack that run: each is this program once more, in the namespace of its
//! interface.

mod balancer;
mod bucket;
mod disturbance;
mod function;
mod load;
mod payments;
mod proxy;

use std::net::{Ipv4Addr, SocketAddrV4};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;
use serde::{Deserialize, Serialize};

pub use balancer::Health;
pub use disturbance::{END_STARTED, SLOW};
#[cfg(test)]
pub use load::Attempt;
pub use load::Payment;
pub use payments::{AGAIN, Neighbours, schema};

/// A part, and what it is told.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Part {
    /// A node of the load balancer.
    Balancer {
        /// The address that it listens on.
        ip: Ipv4Addr,
        /// The tasks.
        targets: Vec<SocketAddrV4>,
        /// How it finds out about them.
        health: Health,
    },
    /// A task of the payment service.
    Payments {
        /// The address that it listens on.
        at: SocketAddrV4,
        /// The path at which it says that it is healthy.
        health: String,
        /// Whom it talks to.
        neighbours: Neighbours,
        /// Why AWS refuses what it needs for a payment, where it does.
        refusal: Option<String>,
        /// What it does wrong on purpose.
        fault: Option<Fault>,
    },
    /// Lambda with the function behind it, and S3 with the bucket of the transaction log.
    Services {
        /// The address that it listens on.
        ip: Ipv4Addr,
        /// The deployed program.
        bootstrap: PathBuf,
        /// How many of it run.
        count: usize,
        /// What the bucket has.
        bucket: PathBuf,
    },
    /// The database proxy.
    Proxy {
        /// The address that it listens on.
        at: SocketAddrV4,
        /// The file that names the writer.
        writer: PathBuf,
        /// Whether it may read the secret by which it signs in.
        may_sign_in: bool,
    },
    /// Those who pay.
    Load {
        /// The load balancer's nodes.
        targets: Vec<Ipv4Addr>,
        /// Payments each second.
        rate: u32,
        /// For how many seconds.
        seconds: u32,
        /// After the last payment, how long those that are not acknowledged are sent again.
        afterwards: Duration,
    },
}

/// What a task does wrong on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// It answers before it has committed.
    AcknowledgesEarly,
    /// It takes a payment again that it has under the same key.
    CapturesTwice,
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
        disturbance::listen()?;
        match part {
            Part::Balancer { ip, targets, health } => balancer::serve(ip, targets, health).await,
            Part::Payments { at, health, neighbours, refusal, fault } => {
                payments::serve(at, health, &neighbours, refusal, fault).await
            }
            Part::Services { ip, bootstrap, count, bucket } => {
                function::serve(ip, bootstrap, count, bucket).await
            }
            Part::Proxy { at, writer, may_sign_in } => proxy::serve(at, writer, may_sign_in).await,
            Part::Load { targets, rate, seconds, afterwards } => {
                load::send(targets, rate, seconds, afterwards).await
            }
        }
    })
}

/// Now, in milliseconds, by the clock that all parts share.
pub fn now() -> u64 {
    let since =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    since.as_millis() as u64
}
