//! Prints what the configuration in a folder makes, as the differential test against Terraform has
//! it.
//!
//! `cargo run --release -p paytf-terraform --example instances -- FOLDER`

use std::path::Path;
use std::process::ExitCode;

use terraform::configuration::{Configuration, Variables};

fn main() -> ExitCode {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let read = Configuration::read(Path::new(&folder), &Variables::default());
    match read.and_then(|configuration| configuration.instances()) {
        Ok(instances) => {
            print!("{}", terraform::show::instances(&instances));
            ExitCode::SUCCESS
        }
        Err(problems) => {
            eprintln!("{problems}");
            ExitCode::from(2)
        }
    }
}
