//! The payment service, the health check of its container, and the contract that any image can be
//! held against.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use clap::{Parser, Subcommand};
use paytf_payments::contract::{self, Finding};
use paytf_payments::environment::Environment;
use paytf_payments::{healthcheck, sample, serve};

#[derive(Parser)]
#[command(
    version,
    about = "The reference payment service of paytf's stack; without a command it serves"
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Takes payments, as its environment says
    Serve,
    /// Asks the service beside it whether it is healthy
    Healthcheck,
    /// Prints a payment that the service takes, for a minute or two
    Sample,
    /// Holds a running service, and a program, against the container's contract
    Contract {
        /// Where the service runs, such as https://127.0.0.1:8443
        url: reqwest::Url,
        /// Where it says that it is healthy
        #[arg(long, default_value = "/healthz")]
        health: String,
        /// How many seconds a connection must be able to be idle
        #[arg(long, default_value_t = 65, value_name = "SECONDS")]
        idle: u64,
        /// The program of the service: it is started as in a container whose database is lost, and
        /// ended by SIGTERM
        #[arg(long, value_name = "FILE")]
        program: Option<PathBuf>,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    // In the container the same program has two names.
    let name = std::env::args_os().next();
    let is_healthcheck = name.as_deref().and_then(|name| Path::new(name).file_name())
        == Some("healthcheck".as_ref());
    let command = match is_healthcheck {
        true => Command::Healthcheck,
        false => Arguments::parse().command.unwrap_or(Command::Serve),
    };
    match run(command).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("payments: {error:#}");
            ExitCode::from(2)
        }
    }
}

async fn run(command: Command) -> Result<bool> {
    let variables = |name: &str| std::env::var(name).ok();
    let environment = Environment(&variables);
    match command {
        Command::Serve => serve(environment.settings()?, environment.parts()?).await.map(|()| true),
        Command::Healthcheck => {
            let health = healthcheck::ask(&environment.settings()?).await;
            if let Err(error) = &health {
                eprintln!("unhealthy: {error:#}");
            }
            Ok(health.is_ok())
        }
        Command::Sample => {
            println!("{}", sample::payment(&sample::key(), 1099));
            Ok(true)
        }
        Command::Contract { url, health, idle, program } => {
            let mut findings =
                contract::of_service(&url, &health, Duration::from_secs(idle)).await?;
            match program {
                Some(program) => findings.extend(contract::of_program(&program).await?),
                None => {
                    println!(
                        "not checked: life without a database and the end by SIGTERM, which take \
                         --program FILE"
                    )
                }
            }
            findings.iter().for_each(|finding| println!("{finding}"));
            Ok(findings.iter().all(Finding::holds))
        }
    }
}
