//! Functions that read files.
//!
//! Terraform reads whatever its user may read. Here only regular files within the configuration's
//! folders are read, with all links followed; any other is unknown, with its path as the cause, and
//! so is one that is too large.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use sha2::digest::Digest;

use super::encoding;
use super::hash_crypto::hexadecimal;
use super::paths::{cleaned, expanded};
use super::support::{BOOL, LONGEST, Outcome, STRING, quoted, string, text, unknown};
use super::{Function, FunctionContext, FunctionError, Parameter};
use crate::types::Type;
use crate::value::{Cause, Value};

/// A path that may be sensitive and unknown, so that its own mark is the result's.
const PATH: &[Parameter] = &[string("path").allow_marked().allow_unknown()];

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("file", PATH, STRING, file),
    Function::new("filebase64", PATH, STRING, filebase64),
    Function::new("fileexists", PATH, BOOL, fileexists),
    Function::new("filemd5", &[string("path")], STRING, |arguments, context| {
        hashed::<md5::Md5>(arguments, context, hexadecimal_hash)
    }),
    Function::new("filesha1", &[string("path")], STRING, |arguments, context| {
        hashed::<sha1::Sha1>(arguments, context, hexadecimal_hash)
    }),
    Function::new("filesha256", &[string("path")], STRING, |arguments, context| {
        hashed::<sha2::Sha256>(arguments, context, hexadecimal_hash)
    }),
    Function::new("filesha512", &[string("path")], STRING, |arguments, context| {
        hashed::<sha2::Sha512>(arguments, context, hexadecimal_hash)
    }),
    Function::new("filebase64sha256", &[string("path")], STRING, |arguments, context| {
        hashed::<sha2::Sha256>(arguments, context, encoding::encoded)
    }),
    Function::new("filebase64sha512", &[string("path")], STRING, |arguments, context| {
        hashed::<sha2::Sha512>(arguments, context, encoding::encoded)
    }),
];

/// What is at a path.
pub(super) enum Found {
    File(PathBuf),
    /// A folder or a device.
    Other(&'static str),
    Nothing,
    /// Not looked at, and why.
    Unread(Cause),
}

pub(super) fn not_read(path: &Path) -> Cause {
    Cause::Other(format!("{} is outside of the configuration", path.display()).into())
}

/// The path from the root folder on, cleaned as text.
fn rooted(path: &str, context: &FunctionContext) -> Result<PathBuf, FunctionError> {
    let path = expanded(path)
        .map_err(|error| FunctionError::call(format!("failed to expand ~: {error}")))?;
    let absolute = context.folder.join(path);
    Ok(PathBuf::from(cleaned(&absolute.to_string_lossy())))
}

/// Looks at a path, if it is within what may be read.
pub(super) fn find(path: &Path, context: &FunctionContext) -> Found {
    let Ok(allowed) = context.readable.canonicalize() else { return Found::Unread(not_read(path)) };
    let Ok(real) = path.canonicalize() else {
        // What does not exist is within, if the folder that it would be in is, as far as that
        // exists.
        let real = path.ancestors().skip(1).find_map(|folder| folder.canonicalize().ok());
        let within = real.unwrap_or_else(|| allowed.clone()).starts_with(&allowed);
        return if within { Found::Nothing } else { Found::Unread(not_read(path)) };
    };
    if !real.starts_with(&allowed) {
        return Found::Unread(not_read(path));
    }
    match real.metadata() {
        Ok(metadata) if metadata.is_file() => Found::File(real),
        Ok(metadata) if metadata.is_dir() => Found::Other("is a directory, not a file"),
        Ok(_) => Found::Other("is not a regular file"),
        Err(_) => Found::Nothing,
    }
}

/// The contents of the file, or why they are not known.
pub(super) fn contents(
    path: &str,
    sensitive: bool,
    context: &FunctionContext,
) -> Result<Result<Vec<u8>, Cause>, FunctionError> {
    let error = |reason: String| FunctionError::argument(0, reason);
    let shown = if sensitive { "(sensitive value)".to_string() } else { quoted(path) };
    match find(&rooted(path, context)?, context) {
        Found::Unread(cause) => Ok(Err(cause)),
        Found::Nothing => Err(error(format!(
            "no file exists at {shown}; this function works only with files that are distributed \
             as part of the configuration source code, so if this file will be created by a \
             resource in this configuration you must instead obtain this result from an attribute \
             of that resource"
        ))),
        Found::Other(what) => Err(error(format!("failed to read file: {shown} {what}"))),
        Found::File(real) => {
            let failed =
                |problem: std::io::Error| error(format!("failed to read file {shown}: {problem}"));
            let mut bytes = Vec::new();
            File::open(real)
                .map_err(failed)?
                .take(LONGEST as u64 + 1)
                .read_to_end(&mut bytes)
                .map_err(failed)?;
            if bytes.len() > LONGEST {
                let cause =
                    format!("{path} is larger than {} MiB, the most that is read", LONGEST >> 20);
                return Ok(Err(Cause::Other(cause.into())));
            }
            Ok(Ok(bytes))
        }
    }
}

fn read(
    arguments: &[Value],
    context: &FunctionContext,
    convert: fn(Vec<u8>, String) -> Outcome,
) -> Outcome {
    let (path, marked) = arguments[0].unmarked();
    let Some(path) = path.as_str() else {
        return Ok(unknown(Type::String, arguments).marked(marked));
    };
    let shown = if marked { "(sensitive value)".to_string() } else { quoted(path) };
    match contents(path, marked, context)? {
        Ok(bytes) => Ok(convert(bytes, shown)?.marked(marked)),
        Err(cause) => Ok(Value::unknown(Type::String, cause).marked(marked)),
    }
}

/// `file`: what is not UTF-8 is an error; a byte order mark stays.
fn file(arguments: &[Value], context: &FunctionContext) -> Outcome {
    read(arguments, context, |bytes, shown| {
        String::from_utf8(bytes).map(Value::from).map_err(|_| {
            FunctionError::call(format!(
                "contents of {shown} are not valid UTF-8; use the filebase64 function to obtain \
                 the Base64 encoded contents or the other file functions (e.g. filemd5, \
                 filesha256) to obtain file hashing results instead"
            ))
        })
    })
}

/// `filebase64`
fn filebase64(arguments: &[Value], context: &FunctionContext) -> Outcome {
    read(arguments, context, |bytes, _| encoding::encoded(&bytes))
}

/// `fileexists`: a folder is an error.
fn fileexists(arguments: &[Value], context: &FunctionContext) -> Outcome {
    let (path, marked) = arguments[0].unmarked();
    let Some(path) = path.as_str() else {
        return Ok(unknown(Type::Bool, arguments).marked(marked));
    };
    let exists = match find(&rooted(path, context)?, context) {
        Found::File(_) => Value::Bool(true),
        Found::Nothing => Value::Bool(false),
        Found::Unread(cause) => Value::unknown(Type::Bool, cause),
        Found::Other(what) => {
            let shown = if marked { "(sensitive value)".to_string() } else { quoted(path) };
            return Err(FunctionError::call(format!("{shown} {what}")));
        }
    };
    Ok(exists.marked(marked))
}

fn hexadecimal_hash(bytes: &[u8]) -> Outcome {
    Ok(hexadecimal(bytes))
}

fn hashed<D: Digest>(
    arguments: &[Value],
    context: &FunctionContext,
    write: fn(&[u8]) -> Outcome,
) -> Outcome {
    let path = text(arguments, 0);
    // Unlike `file`, these fail as a whole.
    let contents = contents(path, false, context).map_err(|error| match error {
        FunctionError::Argument { reason, .. } => FunctionError::call(reason),
        call => call,
    });
    match contents? {
        Ok(bytes) => write(&D::digest(&bytes)),
        Err(cause) => Ok(Value::unknown(Type::String, cause)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::functions::testing::answer;

    #[test]
    fn only_what_is_within_the_configuration_is_read() {
        let outside = tempfile::tempdir().unwrap();
        let folder = outside.path().join("root");
        fs::create_dir_all(folder.join("files/sub")).unwrap();
        fs::write(outside.path().join("secret"), "s").unwrap();
        fs::write(folder.join("files/a.txt"), "plain").unwrap();
        fs::write(folder.join("files/.hidden"), "").unwrap();
        fs::write(folder.join("files/b.bin"), [0xff]).unwrap();
        fs::write(folder.join("files/sub/c.txt"), "").unwrap();
        fs::write(folder.join("t.tftpl"), "${upper(name)}-${templatefile(\"t.tftpl\", {})}")
            .unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(outside.path().join("secret"), folder.join("files/link"))
            .unwrap();
        for (text, expected) in [
            ("file(\"files/a.txt\")", "\"plain\""),
            ("file(\"./files/../files/a.txt\")", "\"plain\""),
            ("file(\"files/b.bin\")", "error"),
            ("file(\"files\")", "error"),
            ("file(\"nope\")", "error"),
            ("file(\"../secret\")", "?"),
            ("file(\"/etc/passwd\")", "?"),
            ("file(\"../nope\")", "?"),
            ("filebase64(\"files/b.bin\")", "\"/w==\""),
            ("filemd5(\"files/a.txt\") == md5(\"plain\")", "true"),
            ("filemd5(\"nope\")", "error"),
            ("fileexists(\"files/a.txt\")", "true"),
            ("fileexists(\"nope\")", "false"),
            ("fileexists(\"files\")", "error"),
            ("fileexists(\"../secret\")", "?"),
            ("fileset(\"files\", \"*\")", "[\".hidden\",\"a.txt\",\"b.bin\"]"),
            ("fileset(\"files\", \"**/*.txt\")", "[\"a.txt\",\"sub/c.txt\"]"),
            ("fileset(\"files\", \"{a,b}.*\")", "[\"a.txt\",\"b.bin\"]"),
            ("fileset(\"files\", \"[!b].txt\")", "[]"),
            ("fileset(\"files\", \"[^b].txt\")", "[\"a.txt\"]"),
            ("fileset(\"files/sub\", \"../*.txt\")", "[\"../a.txt\"]"),
            ("fileset(\"nope\", \"*\")", "[]"),
            ("fileset(\".\", \"[\")", "error"),
            ("fileset(\"..\", \"*\")", "?"),
            ("templatefile(\"t.tftpl\", {})", "error"),
            ("templatefile(\"t.tftpl\", { name = \"x\" })", "error"),
            ("templatefile(\"files/a.txt\", { \"bad key\" = 1 })", "error"),
            ("templatefile(\"files/a.txt\", { x = 1 })", "\"plain\""),
            ("templatefile(\"../secret\", {})", "?"),
            #[cfg(unix)]
            ("file(\"files/link\")", "?"),
        ] {
            let answer = answer(text, &folder);
            let same = if expected == "error" {
                answer.starts_with("error: ")
            } else {
                answer == expected
            };
            assert!(same, "{text}\n gives    {answer}\n expected {expected}");
        }
    }
}
