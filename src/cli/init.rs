//! `paytf init` and `paytf schema`.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use owo_colors::OwoColorize;

use super::Init;
use crate::config::{json_schema, template};

/// The file that is written, and that `paytf gen` finds.
pub const CONFIGURATION: &str = "paytf.toml";

/// The schema beside it.
const SCHEMA: &str = "paytf.schema.json";

/// Writes the configuration and its schema into the current folder.
pub fn run(arguments: &Init) -> Result<ExitCode> {
    let schema = schema()?;
    let schema_differs = fs::read_to_string(SCHEMA).is_ok_and(|found| found != schema);
    for (path, in_the_way) in [(CONFIGURATION, Path::new(CONFIGURATION).exists()), (SCHEMA, schema_differs)] {
        if in_the_way && !arguments.force {
            bail!("{path} is there already, and nothing was written; move it away, or overwrite it with --force");
        }
    }
    write(SCHEMA, &schema, true)?;
    write(CONFIGURATION, &template(arguments.profile, &format!("./{SCHEMA}")), arguments.force)?;
    let mut err = anstream::stderr();
    writeln!(err, "{} {CONFIGURATION}, and {SCHEMA}, by which editors complete it.", "Wrote".green().bold())?;
    writeln!(err, "Next: edit it, then: paytf gen --suffix prod")?;
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

/// Without `over`, a file that has appeared in the meantime is not overwritten either.
fn write(path: &str, content: &str, over: bool) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true).create_new(!over);
    let written = options.open(path).and_then(|mut file| file.write_all(content.as_bytes()));
    match written {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => bail!("{path} is there already; see --force"),
        written => written.with_context(|| format!("cannot write {path}")),
    }
}
