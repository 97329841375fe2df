//! Prints a plan for people, as `terraform plan` does.

use std::fmt::Write;
use std::sync::Arc;

use owo_colors::OwoColorize;
use terraform::configuration::Known;
use terraform::configuration::declared::{Mode, ResourceName};

use super::consequence;
use super::delta::Delta;
use super::plan::{Action, Change, Plan};
use super::value::Value;

/// Columns by which a nested value is indented.
const STEP: usize = 4;

impl Plan {
    /// The plan in Terraform's words, with colours; empty when nothing changes.
    pub fn text(&self) -> String {
        let mut page = Page { out: String::new(), change: None, path: Vec::new() };
        for (address, change) in &self.changes {
            page.resource(address, change);
        }
        if !self.outputs.is_empty() {
            page.out.push_str(&format!("{}\n", "Changes to Outputs:".bold()));
            page.change = None;
            page.entries(
                2,
                self.outputs.iter().map(|(name, delta)| (name.as_str(), delta)).collect(),
            );
            page.out.push('\n');
        }
        if !self.changes.is_empty() {
            page.out.push_str(&self.summary());
        }
        page.out
    }

    fn summary(&self) -> String {
        let (added, changed, destroyed) = self.counts();
        let replaced =
            self.changes.values().filter(|change| change.action.is_replacement()).count();
        let both = if replaced > 0 {
            format!(" Replaced, in both figures: {replaced}.")
        } else {
            String::new()
        };
        format!(
            "{} {added} to add, {changed} to change, {destroyed} to destroy.{both}\n",
            "Plan:".bold()
        )
    }
}

struct Page<'a> {
    out: String,
    /// The resource that is being written.
    change: Option<&'a Change>,
    /// The path within it.
    path: Vec<String>,
}

impl<'a> Page<'a> {
    fn resource(&mut self, address: &str, change: &'a Change) {
        self.change = Some(change);
        let what = match change.action {
            Action::Create => format!("will be {}", "created".green()),
            Action::Update => format!("will be {}", "updated in-place".yellow()),
            Action::Replace | Action::ReplaceCreateFirst => format!("must be {}", "replaced".red()),
            Action::Destroy => format!("will be {}", "destroyed".red()),
        };
        let _ = writeln!(self.out, "  {} {what}", format!("# {address}").bold());
        if !change.triggered_by.is_empty() {
            let _ = writeln!(
                self.out,
                "  # because of replace_triggered_by: {}",
                change.triggered_by.join(", ")
            );
        }
        for words in consequence::words(change) {
            let _ = writeln!(self.out, "  # {words}");
        }
        let _ = writeln!(
            self.out,
            "{} resource {:?} {:?} {{",
            change.action.symbol(),
            change.kind,
            change.label
        );
        self.entries(
            6,
            change.arguments.iter().map(|(name, delta)| (name.as_str(), delta)).collect(),
        );
        self.out.push_str("    }\n\n");
    }

    /// The arguments that differ, their equals signs in one column, and how many do not.
    fn entries(&mut self, indent: usize, entries: Vec<(&str, &Delta)>) {
        let (same, differing): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|(_, delta)| delta.is_same());
        let named: Vec<_> = differing.iter().map(|(name, _)| self.is_block(name)).collect();
        let widths = differing
            .iter()
            .zip(&named)
            .filter(|(_, is_block)| !**is_block)
            .map(|((name, _), _)| name.len());
        let width = widths.max().unwrap_or_default();
        for ((name, delta), is_block) in differing.into_iter().zip(named) {
            self.path.push(name.to_owned());
            match (is_block, delta) {
                (true, Delta::Items(blocks)) => {
                    blocks.iter().for_each(|block| self.delta(indent, &format!("{name} "), block))
                }
                (true, Delta::Added(Value::List(blocks))) => {
                    blocks.iter().for_each(|block| {
                        self.delta(indent, &format!("{name} "), &Delta::Added(block.clone()))
                    });
                }
                (true, Delta::Removed(Value::List(blocks))) => {
                    blocks.iter().for_each(|block| {
                        self.delta(indent, &format!("{name} "), &Delta::Removed(block.clone()))
                    });
                }
                (true, delta) => self.delta(indent, &format!("{name} "), delta),
                (false, delta) => self.delta(indent, &format!("{name:width$} = "), delta),
            }
            self.path.pop();
        }
        if !same.is_empty() {
            let plural = if same.len() == 1 { "" } else { "s" };
            let hidden = format!("# ({} unchanged argument{plural} hidden)", same.len());
            let _ = writeln!(self.out, "{:indent$}  {}", "", hidden.dimmed());
        }
    }

    fn is_block(&self, name: &str) -> bool {
        let Some(change) = self.change else { return false };
        let path: Vec<_> =
            self.path.iter().map(String::as_str).chain([name]).map(Arc::from).collect();
        let name = ResourceName {
            mode: Mode::Managed,
            kind: change.kind.as_str().into(),
            name: "".into(),
        };
        verify::Schema.is_block(&name, &path)
    }

    /// One value after its label, `name = ` or, of an element, nothing.
    fn delta(&mut self, indent: usize, label: &str, delta: &Delta) {
        match delta {
            Delta::Same(_) => {}
            Delta::Added(value) => self.whole(indent, &"+".green().to_string(), label, value, ""),
            Delta::Removed(value) => {
                let after = if label.ends_with("= ") { " -> null" } else { "" };
                self.whole(indent, &"-".red().to_string(), label, value, after);
            }
            Delta::Changed(old, new) => {
                self.line(indent, &changed(), label, &format!("{old} -> {new}"), true)
            }
            Delta::KnownAfterApply(old) => {
                self.line(
                    indent,
                    &changed(),
                    label,
                    &format!("{old} -> (known after apply)"),
                    true,
                );
            }
            Delta::Entries(entries) => {
                self.line(indent, &changed(), label, "{", false);
                self.entries(
                    indent + STEP,
                    entries.iter().map(|(name, delta)| (name.as_str(), delta)).collect(),
                );
                self.line(indent, " ", "", "}", false);
            }
            Delta::Items(items) => {
                self.line(indent, &changed(), label, "[", false);
                items.iter().for_each(|item| self.delta(indent + STEP, "", item));
                self.line(indent, " ", "", "]", true);
            }
            Delta::Within(function, inner) => {
                self.line(indent, &changed(), label, &format!("{function}("), false);
                self.delta(indent + STEP, "", inner);
                self.line(indent, " ", "", ")", true);
            }
        }
    }

    /// A value that comes or goes with all it has.
    fn whole(&mut self, indent: usize, sign: &str, label: &str, value: &Value, after: &str) {
        let (open, close) = match value {
            Value::Map(entries) if !entries.is_empty() => ("{", "}"),
            Value::List(items) if !items.is_empty() => ("[", "]"),
            simple => return self.line(indent, sign, label, &format!("{simple}{after}"), true),
        };
        self.line(indent, sign, label, open, false);
        let delta = if sign.contains('+') { Delta::Added } else { Delta::Removed };
        match value {
            Value::Map(entries) => {
                let deltas: Vec<_> = entries
                    .iter()
                    .map(|(name, value)| (name.as_str(), delta(value.clone())))
                    .collect();
                self.entries(
                    indent + STEP,
                    deltas.iter().map(|(name, delta)| (*name, delta)).collect(),
                );
            }
            Value::List(items) => {
                items.iter().for_each(|item| self.delta(indent + STEP, "", &delta(item.clone())))
            }
            _ => {}
        }
        self.line(indent, " ", "", &format!("{close}{after}"), true);
    }

    fn line(&mut self, indent: usize, sign: &str, label: &str, value: &str, ends: bool) {
        let forces = ends
            && self.change.is_some_and(|change| change.forced_by.contains(&self.path.join(".")));
        let why = if forces { format!(" {}", "# forces replacement".red()) } else { String::new() };
        let _ = writeln!(self.out, "{:indent$}{sign} {label}{value}{why}", "");
    }
}

fn changed() -> String {
    "~".yellow().to_string()
}

impl Action {
    fn symbol(self) -> String {
        match self {
            Action::Create => format!("  {}", "+".green()),
            Action::Update => format!("  {}", "~".yellow()),
            Action::Replace => format!("{}/{}", "-".red(), "+".green()),
            Action::ReplaceCreateFirst => format!("{}/{}", "+".green(), "-".red()),
            Action::Destroy => format!("  {}", "-".red()),
        }
    }
}
