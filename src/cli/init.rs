//! `paytf init` and `paytf schema`.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use owo_colors::OwoColorize;

use super::{screen, suggest};
use crate::config::{Profile, json_schema, template};

/// Writes `paytf.toml`, which `paytf gen` finds in the same folder, and next to it the JSON Schema
/// for completion in editors.
#[derive(Debug, clap::Args)]
pub struct Init {
    /// The profile whose defaults the file shows: development, staging or production.
    #[arg(
        long, value_name = "PROFILE", value_parser = suggest::profile(),
        hide_possible_values = true, default_value = "production"
    )]
    pub profile: Profile,
    /// Overwrite existing files.
    #[arg(long)]
    pub force: bool,
}

/// The file that is written, and that `paytf gen` finds.
pub const CONFIGURATION: &str = "paytf.toml";

/// Its schema, in the same folder.
const SCHEMA: &str = "paytf.schema.json";

/// Writes the configuration and its schema into the current folder.
pub fn run(arguments: &Init) -> Result<ExitCode> {
    let schema = schema()?;
    let schema_differs = fs::read_to_string(SCHEMA).is_ok_and(|found| found != schema);
    for (path, in_the_way) in
        [(CONFIGURATION, Path::new(CONFIGURATION).exists()), (SCHEMA, schema_differs)]
    {
        if in_the_way && !arguments.force {
            bail!(
                "{path} is there already, and nothing was written; move it away, or overwrite it \
                 with --force"
            );
        }
    }
    write(SCHEMA, &schema)?;
    write(CONFIGURATION, &template(arguments.profile, &format!("./{SCHEMA}")))?;
    screen::print(&format!(
        "{} {CONFIGURATION}, and {SCHEMA} for completion in editors.",
        "Wrote".green().bold()
    ))?;
    screen::print("Next: edit it, then: paytf gen --suffix prod")?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the schema.
pub fn print_schema() -> Result<ExitCode> {
    io::stdout().write_all(schema()?.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn schema() -> Result<String> {
    Ok(serde_json::to_string_pretty(&json_schema())? + "\n")
}

fn write(path: &str, content: &str) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write {path}"))
}
