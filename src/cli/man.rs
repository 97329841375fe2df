//! `paytf man`.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
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
                    "man {name}: there is no such command; allowed: {}, or nothing for paytf \
                     itself",
                    known.join(", ")
                )
            }
        },
    };
    io::stdout().write_all(&page(command)?)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the manual pages of paytf and of all its commands into a folder, which is created if it
/// does not exist.
pub fn install(folder: &Path) -> Result<ExitCode> {
    let mut paytf = Cli::command();
    paytf.build();
    let write = |name: &str, command: clap::Command| -> Result<()> {
        let path = folder.join(format!("{name}.1"));
        fs::write(&path, page(command)?).with_context(|| format!("cannot write {}", path.display()))
    };
    fs::create_dir_all(folder)
        .with_context(|| format!("--dir {}: cannot be created", folder.display()))?;
    write("paytf", paytf.clone())?;
    let commands: Vec<_> =
        paytf.get_subcommands().filter(|command| command.get_name() != "help").cloned().collect();
    let pages = commands.len() + 1;
    for command in commands {
        write(&format!("paytf-{}", command.get_name()), command)?;
    }
    super::screen::print(&format!("Wrote {pages} manual pages into {}.", folder.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// The whole page at once, so that a closed pipe is handled as for every other output.
fn page(command: clap::Command) -> Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Ok(page)
}
