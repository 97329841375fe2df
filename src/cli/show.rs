//! `paytf show`: what paytf sees in a configuration, a plan or a state, and why something is
//! unknown.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::ValueEnum;
use serde_json::{Map, Value as Json, json};

use super::subject::{Reading, Subject, configuration};
use terraform::configuration::Configuration;
use verify::{AttributePath, Planned, Resource, Schema};

/// Shows every resource with its values, what is unknown and why, and where each is written. It
/// explains why `paytf verify` says what it says.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  paytf show .
      every resource of the configuration in this folder
  paytf show . 'module.network.aws_subnet.app[0]'   one of its resources
  paytf show . --eval 'cidrsubnet(var.cidr, 4, 1)'
      the value of an expression in the root module
  terraform show -json tfplan | paytf show - --source .

Exit codes: 0 shown; 2 wrong options or bad input.")]
pub struct Show {
    /// A folder of Terraform files, a plan or a state; `-` reads from stdin.
    #[arg(value_name = "DIR|PLAN.json|STATE.json", default_value = ".")]
    pub subject: PathBuf,
    /// Show only this resource, or those of this module or block: `module.network`,
    /// `aws_subnet.app`.
    #[arg(value_name = "ADDRESS")]
    pub address: Option<String>,
    /// The format of the output.
    #[arg(long, value_enum, default_value_t = ShowFormat::Text)]
    pub format: ShowFormat,
    /// Show the value of this expression, evaluated in the root module of the folder.
    #[arg(long, value_name = "EXPRESSION", conflicts_with = "address")]
    pub eval: Option<String>,
    /// How the configuration is read.
    #[command(flatten)]
    pub reading: Reading,
}

/// How resources are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    /// For people.
    Text,
    /// One object by address; what is unknown is `{"unknown": ["why", …]}`.
    Json,
}

/// Reads, and shows.
pub fn run(arguments: &Show) -> Result<ExitCode> {
    let text = match (&arguments.eval, arguments.subject.is_dir()) {
        (Some(expression), true) => {
            value_of(&configuration(&arguments.subject, &arguments.reading)?, expression)?
        }
        (Some(_), false) => bail!(
            "--eval: an expression is evaluated in a folder: paytf show DIR --eval EXPRESSION"
        ),
        (None, true) if arguments.format == ShowFormat::Json => {
            of_folder(&arguments.subject, arguments)?
        }
        (None, _) => of_subject(arguments)?,
    };
    // Not through anstream: what looks like a colour in a value is the value's.
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn value_of(configuration: &Configuration, expression: &str) -> Result<String> {
    let value = configuration.evaluate("--eval", expression)?;
    let mut text = String::new();
    terraform::show::value(&value, &mut text);
    Ok(text + "\n")
}

/// All that is written, as it is evaluated: nothing is assumed, and nothing is added.
fn of_folder(folder: &Path, arguments: &Show) -> Result<String> {
    let configuration = configuration(folder, &arguments.reading)?;
    let mut instances = configuration.instances_with(&Schema).map_err(anyhow::Error::new)?;
    if let Some(wanted) = &arguments.address {
        instances.by_address.retain(|address, _| is_meant(address, wanted));
        if instances.by_address.is_empty() {
            bail!("{wanted}: there is no such resource; `paytf show` without an address lists all");
        }
    }
    Ok(terraform::show::instances(&instances))
}

fn of_subject(arguments: &Show) -> Result<String> {
    let Subject { name, inventory, .. } = Subject::read(&arguments.subject, &arguments.reading)?;
    let all = inventory.resources().chain(inventory.data_sources());
    let wanted = arguments.address.as_deref();
    let shown: Vec<_> = all
        .filter(|resource| wanted.is_none_or(|wanted| is_meant(resource.address(), wanted)))
        .collect();
    if let (true, Some(wanted)) = (shown.is_empty(), wanted) {
        bail!("{name}: has no {wanted}; `paytf show` without an address lists all");
    }
    if arguments.format == ShowFormat::Json {
        let by_address: Map<_, _> = shown
            .iter()
            .map(|resource| (resource.address().to_owned(), seen(&resource.root())))
            .collect();
        return Ok(serde_json::to_string_pretty(&by_address)? + "\n");
    }
    let mut text = String::new();
    for resource in shown {
        write_resource(&mut text, resource)?;
    }
    for gap in inventory.gaps() {
        writeln!(text, "not the whole: {gap}")?;
    }
    Ok(text)
}

/// Whether an address is the wanted one, or one of its block or module.
fn is_meant(address: &str, wanted: &str) -> bool {
    address.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn write_resource(text: &mut String, resource: Resource) -> Result<()> {
    let place = resource.root().written_at().map(|place| format!("   {place}")).unwrap_or_default();
    writeln!(text, "{}{place}", resource.address())?;
    let values = resource.root();
    let entries = values.entries();
    let names: Vec<_> =
        entries.iter().filter(|(_, place)| place.value() != Planned::Absent).collect();
    let widest = names.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, place) in names {
        let place_of = |value: &Json| match value {
            Json::Object(map) if map.len() == 1 && map.contains_key("unknown") => {
                let causes: Vec<_> = map["unknown"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Json::as_str)
                    .collect();
                if causes.is_empty() {
                    "unknown".to_owned()
                } else {
                    format!("unknown: {}", causes.join(", "))
                }
            }
            known => known.to_string(),
        };
        writeln!(text, "  {name:widest$} = {}", place_of(&seen(place)))?;
    }
    writeln!(text)?;
    Ok(())
}

/// A value with what is unknown in it, and without what is sensitive.
fn seen(place: &AttributePath) -> Json {
    if place.is_sensitive()
        && !place.value().is_unknown()
        && place.items().is_empty()
        && place.entries().is_empty()
    {
        return json!("(sensitive)");
    }
    match place.value() {
        Planned::Absent => Json::Null,
        Planned::Unknown => {
            let causes =
                place.configured().map(terraform::value::Value::causes).unwrap_or_default();
            json!({ "unknown": causes.iter().map(ToString::to_string).collect::<Vec<_>>() })
        }
        Planned::Known(Json::Array(_)) => place.items().iter().map(seen).collect(),
        Planned::Known(Json::Object(_)) => Json::Object(
            place.entries().iter().map(|(name, place)| ((*name).to_owned(), seen(place))).collect(),
        ),
        Planned::Known(known) => known.clone(),
    }
}
