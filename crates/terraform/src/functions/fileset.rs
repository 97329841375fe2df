//! `fileset`: the files of a folder whose paths match a pattern.

use std::path::Path;

use globset::GlobBuilder;

use super::filesystem::{Found, find, not_read};
use super::paths::cleaned;
use super::support::{MOST, Outcome, bounded_count, quoted, string, unknown};
use super::{Function, FunctionContext, FunctionError, Parameter, Returns, Takes};
use crate::types::Type;
use crate::value::Value;

const PATTERN: &[Parameter] = &[
    string("path").allow_marked().allow_unknown(),
    string("pattern").allow_marked().allow_unknown(),
];

pub(super) const FUNCTIONS: &[Function] =
    &[Function::new("fileset", PATTERN, Returns::Type(Takes::Set(&Takes::String)), fileset)];

/// What makes a pattern of a path.
const SPECIAL: [char; 5] = ['*', '?', '[', '{', '\\'];
/// The most entries of folders that `fileset` looks at.
const ENTRIES: usize = 100_000;
/// The deepest folder that `fileset` looks into.
const DEEPEST: usize = 64;

/// `fileset`: `*`, `?`, `[…]` and `{…}` within names, `**` for any folders; names that begin with a
/// dot too; files only.
fn fileset(arguments: &[Value], context: &FunctionContext) -> Outcome {
    let of = Type::set(Type::String);
    let ((path, path_marked), (pattern, pattern_marked)) =
        (arguments[0].unmarked(), arguments[1].unmarked());
    let marked = path_marked || pattern_marked;
    let (Some(path), Some(pattern)) = (path.as_str(), pattern.as_str()) else {
        return Ok(unknown(of, arguments).marked(marked));
    };
    let folder = cleaned(&context.folder.join(path).to_string_lossy());
    let whole = cleaned(&format!("{folder}/{pattern}"));
    let invalid = |error: globset::Error| {
        FunctionError::call(format!("failed to glob pattern {}: {}", quoted(pattern), error.kind()))
    };
    let matcher = GlobBuilder::new(&glob(&whole))
        .literal_separator(true)
        .backslash_escape(true)
        .build()
        .map_err(invalid)?
        .compile_matcher();
    if !whole.contains(SPECIAL) {
        return Ok(match find(Path::new(&whole), context) {
            Found::File(_) => {
                Value::set(Type::String, [relative(Path::new(&folder), Path::new(&whole)).into()])
            }
            Found::Other(_) | Found::Nothing => Value::set(Type::String, []),
            Found::Unread(cause) => Value::unknown(of, cause),
        }
        .marked(marked));
    }
    // What is before the first special character is one folder.
    let special = whole.find(SPECIAL).unwrap_or(whole.len());
    let start = whole[..special]
        .rfind('/')
        .map_or(Path::new("."), |at| Path::new(if at == 0 { "/" } else { &whole[..at] }));
    let Ok(allowed) = context.readable.canonicalize() else {
        return Ok(Value::unknown(of, not_read(start)).marked(marked));
    };
    if !start.canonicalize().unwrap_or_else(|_| allowed.clone()).starts_with(&allowed) {
        return Ok(Value::unknown(of, not_read(start)).marked(marked));
    }
    let mut files = Vec::new();
    walk(start, &allowed, 0, &mut 0, &mut |file| {
        if matcher.is_match(file) {
            files.push(relative(Path::new(&folder), file));
        }
        files.len() <= MOST
    })?;
    bounded_count(files.len())?;
    Ok(Value::set(Type::String, files.into_iter().map(Value::from)).marked(marked))
}

/// The pattern as `globset` reads it: in Terraform's only `^` negates a class, and a lone `}` is
/// itself.
fn glob(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, class)) = rest.split_once("[!") {
        let (members, after) = class.split_once(']').unwrap_or((class, ""));
        out.push_str(&format!("{before}[{members}!]"));
        rest = after;
    }
    out.push_str(rest);
    if pattern.contains('{') { out } else { out.replace('}', "[}]") }
}

/// All regular files in `folder` and below, as far as they are in `allowed`.
fn walk(
    folder: &Path,
    allowed: &Path,
    depth: usize,
    seen: &mut usize,
    file: &mut dyn FnMut(&Path) -> bool,
) -> Result<(), FunctionError> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(()) };
    for entry in entries.flatten() {
        *seen += 1;
        if *seen > ENTRIES || depth > DEEPEST {
            return Err(FunctionError::call(format!(
                "{} holds more than {ENTRIES} files or {DEEPEST} levels of folders, the most that \
                 are looked at",
                folder.display()
            )));
        }
        let path = entry.path();
        let Ok(metadata) = path.metadata() else { continue };
        let linked = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if linked && !path.canonicalize().is_ok_and(|real| real.starts_with(allowed)) {
            continue;
        }
        if metadata.is_dir() {
            walk(&path, allowed, depth + 1, seen, file)?;
        } else if metadata.is_file() && !file(&path) {
            return Ok(());
        }
    }
    Ok(())
}

/// `file` as seen from `folder`; both cleaned.
fn relative(folder: &Path, file: &Path) -> String {
    let (mut from, mut to) = (folder.components().peekable(), file.components().peekable());
    while from.peek().is_some() && from.peek() == to.peek() {
        from.next();
        to.next();
    }
    let up = from.filter(|part| part.as_os_str() != ".").map(|_| "..".to_string());
    let down = to.map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}
