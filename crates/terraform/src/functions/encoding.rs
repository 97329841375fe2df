//! Base64, URLs and character encodings.
//!
//! Base64 is read as Go reads it: newlines within are passed over, padding is required, the bits
//! that the last character has too many may be anything. `base64gzip`'s bytes are those of Go's own
//! compressor, so they are unknown here.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::general_purpose::STANDARD;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::character_encoding::{self, Encoded};
use super::support::{Outcome, STRING, bounded, quoted, string, text, unknown};
use super::{Function, FunctionContext, FunctionError};
use crate::types::Type;
use crate::value::{Cause, Unknown, Value};

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new(
        "base64decode",
        &[string("str").allow_marked().allow_unknown()],
        STRING,
        base64decode,
    ),
    Function::new("base64encode", &[string("str")], STRING, base64encode),
    Function::new("base64gzip", &[string("str")], STRING, base64gzip),
    Function::new(
        "textdecodebase64",
        &[string("source"), string("encoding")],
        STRING,
        textdecodebase64,
    ),
    Function::new(
        "textencodebase64",
        &[string("string"), string("encoding")],
        STRING,
        textencodebase64,
    ),
    Function::new("urlencode", &[string("str")], STRING, urlencode),
];

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true),
);

/// Standard Base64 as Go's `base64.StdEncoding` reads it.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    let compact: Vec<u8> = text.bytes().filter(|byte| !matches!(byte, b'\r' | b'\n')).collect();
    LENIENT.decode(compact).ok()
}

/// Standard Base64.
pub(super) fn encoded(bytes: &[u8]) -> Outcome {
    bounded(STANDARD.encode(bytes))
}

/// `base64decode`: what is not UTF-8 is an error.
fn base64decode(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (value, marked) = arguments[0].unmarked();
    let Some(text) = value.as_str() else {
        return Ok(unknown(Type::String, arguments).marked(marked));
    };
    let shown = if marked { "(sensitive value)".to_string() } else { quoted(text) };
    let bytes = decoded(text)
        .ok_or_else(|| FunctionError::call(format!("failed to decode base64 data {shown}")))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        FunctionError::call("the result of decoding the provided string is not valid UTF-8")
    })?;
    Ok(Value::from(text).marked(marked))
}

/// `base64encode`
fn base64encode(arguments: &[Value], _: &FunctionContext) -> Outcome {
    encoded(text(arguments, 0).as_bytes())
}

/// `base64gzip`: unknown, as its bytes depend on the compressor.
fn base64gzip(_: &[Value], _: &FunctionContext) -> Outcome {
    let cause = Cause::Function("base64gzip".into());
    Ok(Unknown::new(Type::String, crate::value::Causes::one(cause)).not_null().into())
}

fn unsupported(name: &str) -> FunctionError {
    FunctionError::argument(
        1,
        format!(
            "{} is not a supported IANA encoding name or alias in this Terraform version",
            quoted(name)
        ),
    )
}

/// `textdecodebase64`
fn textdecodebase64(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let name = text(arguments, 1);
    let encoding = character_encoding::named(name).ok_or_else(|| unsupported(name))?;
    let bytes = decoded(text(arguments, 0)).ok_or_else(|| {
        FunctionError::argument(0, "the given value has an invalid base64 symbol")
    })?;
    match encoding.decode(&bytes) {
        Encoded::Known(text) => bounded(text),
        Encoded::Invalid => Err(FunctionError::argument(
            0,
            format!(
                "the given string contains symbols that are not defined for {}",
                encoding.name()
            ),
        )),
        Encoded::Unknown => Ok(not_here(&encoding.name())),
    }
}

/// `textencodebase64`
fn textencodebase64(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let name = text(arguments, 1);
    let encoding = character_encoding::named(name).ok_or_else(|| unsupported(name))?;
    match encoding.encode(text(arguments, 0)) {
        Encoded::Known(bytes) => encoded(&bytes),
        Encoded::Invalid => Err(FunctionError::argument(
            0,
            format!(
                "the given string contains characters that cannot be represented in {}",
                encoding.name()
            ),
        )),
        Encoded::Unknown => Ok(not_here(&encoding.name())),
    }
}

/// A text in one of the old code pages that only Terraform itself converts.
fn not_here(name: &str) -> Value {
    let cause = Cause::Other(format!("the encoding {name} is not evaluated here").into());
    Unknown::new(Type::String, crate::value::Causes::one(cause)).not_null().into()
}

/// `urlencode`: as in a query, so a space is `+`.
fn urlencode(arguments: &[Value], _: &FunctionContext) -> Outcome {
    const ESCAPED: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    bounded(utf8_percent_encode(text(arguments, 0), ESCAPED).to_string().replace("%20", "+"))
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn base64_is_read_as_by_go() {
        answers(&[
            (r#"base64decode("YWJj\r\nZGVm")"#, r#""abcdef""#),
            (r#"base64decode("YR==")"#, r#""a""#),
            (r#"base64decode("YQ")"#, "error"),
            (r#"base64decode("gA==")"#, "error"),
            (r#"base64encode("é")"#, r#""w6k=""#),
            (r#"base64gzip("a")"#, "?"),
            (r#"urlencode("a b+c/~é*")"#, r#""a+b%2Bc%2F~%C3%A9%2A""#),
        ]);
    }

    #[test]
    fn encodings_are_those_of_iana_and_not_of_browsers() {
        answers(&[
            (r#"textencodebase64("é", "latin1")"#, r#""6Q==""#),
            (r#"textencodebase64("€", "iso-8859-1")"#, "error"),
            (r#"textdecodebase64("gA==", "ISO-8859-1")"#, r#""""#),
            (r#"textencodebase64("a", "utf-16")"#, r#""/v8AYQ==""#),
            (r#"textencodebase64("日本", "shift_jis")"#, r#""k/qWew==""#),
            (r#"textencodebase64("Ğ", "latin5")"#, r#""0A==""#),
            (r#"textencodebase64("a", "ascii")"#, "error"),
            (r#"textencodebase64("a", "utf8")"#, "error"),
            (r#"textdecodebase64("6Q==", "us-ascii")"#, "error"),
            (r#"textdecodebase64("YQ==", "utf-16le")"#, "error"),
            (r#"textencodebase64("a", "ibm437")"#, "?"),
        ]);
    }
}
