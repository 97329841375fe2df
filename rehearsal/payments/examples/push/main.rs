//! Pushes the service's image, as the example `image` writes it, to a registry: no engine, nothing
//! else installed.
//!
//! aws ecr get-login-password | cargo run -p paytf-payments --example push -- IMAGE
//! REGISTRY/REPOSITORY:TAG --user AWS

mod registry;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use registry::{Credentials, Destination, push};

/// Pushes an OCI image layout to a registry
#[derive(Parser)]
struct Arguments {
    /// The folder that the example `image` wrote
    image: PathBuf,
    /// Where to, as REGISTRY/REPOSITORY:TAG
    #[arg(value_parser = Destination::parse)]
    to: Destination,
    /// Who signs in, `AWS` for Amazon ECR; the password is the first line of the standard input
    #[arg(long)]
    user: Option<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(digest) => {
            println!("{digest}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("push: {error:#}");
            ExitCode::from(2)
        }
    }
}

async fn run(arguments: Arguments) -> Result<String> {
    let credentials = match arguments.user {
        Some(user) => {
            let password =
                io::read_to_string(io::stdin())?.lines().next().unwrap_or_default().to_owned();
            Some(Credentials { user, password })
        }
        None => None,
    };
    push(&arguments.image, &arguments.to, credentials.as_ref()).await
}
