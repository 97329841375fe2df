//! `paytf man`.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::CommandFactory;
use clap_mangen::Man;

use super::Cli;

/// Prints the manual page of paytf, or of one of its commands.
pub fn run(name: Option<&str>) -> Result<ExitCode> {
    let mut paytf = Cli::command();
    paytf.build();
    let command = match name {
        None => paytf.clone(),
        Some(name) => match paytf.find_subcommand(name) {
            Some(command) => command.clone(),
            None => {
                let known: Vec<_> = paytf.get_subcommands().map(clap::Command::get_name).collect();
                bail!(
                    "man {name}: there is no such command; allowed: {}, or nothing for paytf itself",
                    known.join(", ")
                )
            }
        },
    };
    // Whole, so that a page nobody reads ends as every other output does.
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    io::stdout().write_all(&page)?;
    Ok(ExitCode::SUCCESS)
}
