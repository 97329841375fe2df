//! Functions on file paths.

use std::path::{Path, PathBuf};

use super::support::{Outcome, STRING, string, text};
use super::{Function, FunctionContext, FunctionError};
use crate::value::Value;

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("basename", &[string("path")], STRING, basename),
    Function::new("dirname", &[string("path")], STRING, dirname),
    Function::new("abspath", &[string("path")], STRING, abspath),
    Function::new("pathexpand", &[string("path")], STRING, pathexpand),
];

/// The path without `.`, `..` and doubled slashes, by its text alone; an empty one is `.`.
pub(super) fn cleaned(path: &str) -> String {
    let rooted = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if rooted => {}
            part => parts.push(part),
        }
    }
    match (rooted, parts.is_empty()) {
        (true, _) => format!("/{}", parts.join("/")),
        (false, true) => ".".to_string(),
        (false, false) => parts.join("/"),
    }
}

/// `basename`: of an empty path `.`.
fn basename(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let path = text(arguments, 0);
    let trimmed = path.trim_end_matches('/');
    Ok(match (path.is_empty(), trimmed.is_empty()) {
        (true, _) => ".".into(),
        (false, true) => "/".into(),
        _ => trimmed.rsplit('/').next().unwrap_or(trimmed).into(),
    })
}

/// `dirname`: cleaned, of a path without a slash `.`; a slash at the end counts.
fn dirname(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let path = text(arguments, 0);
    Ok(match path.rfind('/') {
        Some(at) => cleaned(&path[..=at]).into(),
        None => ".".into(),
    })
}

/// `abspath`: from the folder in which Terraform runs.
fn abspath(arguments: &[Value], context: &FunctionContext) -> Outcome {
    let path = text(arguments, 0);
    if path.starts_with('/') {
        return Ok(cleaned(path).into());
    }
    let folder = std::path::absolute(context.folder)
        .map_err(|error| FunctionError::call(error.to_string()))?;
    Ok(cleaned(&format!("{}/{path}", folder.display())).into())
}

/// `~` at the beginning as the home folder.
pub(super) fn expanded(path: &str) -> Result<PathBuf, String> {
    let Some(rest) = path.strip_prefix('~') else { return Ok(path.into()) };
    if !rest.is_empty() && !rest.starts_with('/') {
        return Err("cannot expand user-specific home dir".to_string());
    }
    let home = std::env::home_dir().ok_or("failed to expand ~: the home directory is not known")?;
    Ok(if rest.is_empty() { home } else { home.join(Path::new(rest.trim_start_matches('/'))) })
}

/// `pathexpand`
fn pathexpand(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let path = expanded(text(arguments, 0)).map_err(FunctionError::call)?;
    Ok(path.display().to_string().into())
}
