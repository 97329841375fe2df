//! The deployment package of the validation function: embedded where paytf was built on Linux, else
//! given as a file.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::config::Architecture;

#[cfg(validator_embedded)]
const EMBEDDED: Option<&[u8]> = Some(include_bytes!(env!("VALIDATOR_ZIP")));
#[cfg(not(validator_embedded))]
const EMBEDDED: Option<&[u8]> = None;

/// What build.rs builds for.
const EMBEDDED_ARCHITECTURE: Architecture = Architecture::X86_64;

/// The command that makes the package where the host cannot; it is then
/// `validator/any/lambda/payment-validator.zip`.
const BUILD_COMMAND: &str = "docker run --rm --platform linux/amd64 -v \"$PWD\":/paytf -w /paytf \
                             rust:1.95 cargo run --release -- gen --suffix any --out validator \
                             (it is then validator/any/lambda/payment-validator.zip)";

/// The first bytes of every zip file. Source: PKWARE APPNOTE.TXT, 4.3.7.
const ZIP_SIGNATURE: &[u8] = b"PK\x03\x04";

/// The package: the file at `path` if one is given, else the embedded one.
///
/// # Errors
/// When the file cannot be read or is not a zip file, or when none is given and none is embedded
/// for the architecture.
pub fn package(path: Option<&Path>, architecture: Architecture) -> Result<Cow<'static, [u8]>> {
    let Some(path) = path else {
        return match EMBEDDED {
            Some(bytes) if architecture == EMBEDDED_ARCHITECTURE => Ok(Cow::Borrowed(bytes)),
            Some(_) => bail!(
                "validation.architecture = \"{architecture}\": the validation function built into \
                 paytf is for {EMBEDDED_ARCHITECTURE}; give a package with --validator-zip FILE, \
                 made as lambda/payment-validator/README.md says, or set the architecture to \
                 {EMBEDDED_ARCHITECTURE}"
            ),
            None => bail!(
                "this paytf was built on a host that cannot build the validation function; give \
                 its package with --validator-zip FILE, made by: {BUILD_COMMAND}"
            ),
        };
    };
    let bytes = fs::read(path)
        .with_context(|| format!("--validator-zip {}: cannot be read", path.display()))?;
    if !bytes.starts_with(ZIP_SIGNATURE) {
        bail!(
            "--validator-zip {}: is not a zip file; make one with: {BUILD_COMMAND}",
            path.display()
        );
    }
    Ok(Cow::Owned(bytes))
}
