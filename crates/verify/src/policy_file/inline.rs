//! Suppressions in the configuration itself: `# paytf:allow RULE REASON until DAY`, at the end of a
//! line or on the line above it. Above or at the head of a block it covers the whole block's
//! resource, otherwise the argument. Of modules that others wrote, which `terraform init` has
//! installed, none counts.

use std::path::Path;
use std::sync::Arc;

use terraform::diagnostic::{Diagnostic, Diagnostics};
use terraform::source::{Source, Span};

use super::suppression_entry::{Lines, SuppressionEntry, day};
use crate::Inventory;
use crate::location::named;
use crate::rule_name::{is_known, nearest};

/// What the comment begins with.
const MARK: &str = "paytf:allow";

/// The suppressions in these files, each with the line that it is about.
///
/// # Errors
/// When one of them cannot be meant, with its line.
pub fn read(inventory: &Inventory) -> Result<Vec<(SuppressionEntry, Lines)>, Diagnostics> {
    let (mut found, mut problems, sources) = (Vec::new(), Vec::new(), inventory.sources());
    for (file, source) in sources.all() {
        if !is_own(source.path()) {
            continue;
        }
        let name = named(inventory, source.path());
        let lines: Vec<&str> = source.text().split('\n').collect();
        for (number, line) in lines.iter().enumerate() {
            let Some((code, comment)) = comment(line) else { continue };
            // A comment on a line of its own is about the next line that has code.
            let about = match code.trim().is_empty() {
                false => number,
                true => {
                    number
                        + 1
                        + lines[number + 1..].iter().take_while(|line| is_blank(line)).count()
                }
            };
            match entry(comment) {
                Ok((rule, reason, expires)) => {
                    let line = |number: usize| u32::try_from(number + 1).unwrap_or(u32::MAX);
                    let written_at =
                        format!("{name}:{}:{}", line(number), code.chars().count() + 1);
                    let resource = format!("line {} of {name}", line(about));
                    let lines = Lines { path: source.path().to_owned(), line: line(about) };
                    found.push((
                        SuppressionEntry { rule, resource, reason, expires, written_at },
                        lines,
                    ));
                }
                Err(problem) => {
                    let start = offset(source, &lines, number) + code.len();
                    let span =
                        Span::new(file, clamp(start), clamp(start + line.len() - code.len()));
                    problems.push(*Diagnostic::new(span, MARK, problem));
                }
            }
        }
    }
    match problems.is_empty() {
        true => Ok(found),
        false => Err(Diagnostics { list: problems, sources: Arc::clone(sources) }),
    }
}

/// Whether a file is in native syntax, and not of a module that `terraform init` has installed.
fn is_own(path: &Path) -> bool {
    let is_native =
        path.extension().is_some_and(|extension| extension == "tf" || extension == "tofu");
    is_native && !path.components().any(|name| name.as_os_str() == ".terraform")
}

/// What is before the comment with the mark, and the comment without what begins it.
fn comment(line: &str) -> Option<(&str, &str)> {
    let at = line.find(MARK)?;
    let before = line[..at].trim_end();
    let code = before.strip_suffix('#').or_else(|| before.strip_suffix("//"))?;
    Some((code, line[at + MARK.len()..].trim()))
}

fn is_blank(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with('#') || line.starts_with("//")
}

/// Rule, reason and last day.
fn entry(comment: &str) -> Result<(String, String, toml::value::Datetime), String> {
    const FORM: &str = "is written as `# paytf:allow RULE REASON until 2027-01-31`";
    let (rule, rest) = comment.split_once(char::is_whitespace).ok_or_else(|| FORM.to_owned())?;
    if !is_known(rule) {
        let nearest = nearest(rule).map(|nearest| format!("did you mean {nearest}? "));
        return Err(format!(
            "{rule} is no rule and no group; {}`paytf rules` lists them",
            nearest.unwrap_or_default()
        ));
    }
    let rest = rest.trim();
    let (reason, until) =
        rest.rsplit_once("until ").ok_or_else(|| format!("it has no last day; it {FORM}"))?;
    let until = until.trim();
    let expires = day(&toml::Value::String(until.to_owned()))
        .ok_or_else(|| format!("until {until}: must be a day, such as 2027-01-31"))?;
    match reason.trim() {
        "" => Err(format!("it does not say why the finding is accepted; it {FORM}")),
        reason => Ok((rule.to_owned(), reason.to_owned(), expires)),
    }
}

/// Where a line begins in its file.
fn offset(source: &Source, lines: &[&str], number: usize) -> usize {
    let before: usize = lines.iter().take(number).map(|line| line.len() + 1).sum();
    before.min(source.text().len())
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
