//! Hash, UUID and encryption functions.
//!
//! `uuid` and `bcrypt` answer differently each time, so they are unknown in a plan. `rsadecrypt` is
//! not evaluated here.

use sha2::digest::Digest;

use super::encoding;
use super::support::{Outcome, STRING, number, quoted, string, text};
use super::{Function, FunctionContext, FunctionError};
use crate::types::Type;
use crate::value::{Cause, Causes, Unknown, Value};

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("md5", &[string("str")], STRING, |arguments, _| {
        Ok(hexadecimal(&hash::<md5::Md5>(arguments)))
    }),
    Function::new("sha1", &[string("str")], STRING, |arguments, _| {
        Ok(hexadecimal(&hash::<sha1::Sha1>(arguments)))
    }),
    Function::new("sha256", &[string("str")], STRING, |arguments, _| {
        Ok(hexadecimal(&hash::<sha2::Sha256>(arguments)))
    }),
    Function::new("sha512", &[string("str")], STRING, |arguments, _| {
        Ok(hexadecimal(&hash::<sha2::Sha512>(arguments)))
    }),
    Function::new("base64sha256", &[string("str")], STRING, |arguments, _| {
        encoding::encoded(&hash::<sha2::Sha256>(arguments))
    }),
    Function::new("base64sha512", &[string("str")], STRING, |arguments, _| {
        encoding::encoded(&hash::<sha2::Sha512>(arguments))
    }),
    Function::new("uuid", &[], STRING, |_, _| Ok(each_time_another("uuid"))),
    Function::new("bcrypt", &[string("str")], STRING, |_, _| Ok(each_time_another("bcrypt")))
        .variadic(number("cost")),
    Function::new("uuidv5", &[string("namespace"), string("name")], STRING, uuidv5),
    Function::new("rsadecrypt", &[string("ciphertext"), string("privatekey")], STRING, rsadecrypt),
];

/// The string that function `name` gives, unknown until it is applied.
pub(super) fn each_time_another(name: &str) -> Value {
    Unknown::new(Type::String, Causes::one(Cause::Function(name.into()))).not_null().into()
}

/// Small hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> Value {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into()
}

fn hash<D: Digest>(arguments: &[Value]) -> Vec<u8> {
    D::digest(text(arguments, 0).as_bytes()).to_vec()
}

/// `uuidv5`: the namespace is `dns`, `url`, `oid`, `x500` in small letters, or a UUID in any of its
/// forms.
fn uuidv5(arguments: &[Value], _: &FunctionContext) -> Outcome {
    use uuid::Uuid;
    let namespace = match text(arguments, 0) {
        "dns" => Uuid::NAMESPACE_DNS,
        "url" => Uuid::NAMESPACE_URL,
        "oid" => Uuid::NAMESPACE_OID,
        "x500" => Uuid::NAMESPACE_X500,
        other => Uuid::parse_str(unwrapped(other)).map_err(|error| {
            FunctionError::call(format!("uuidv5() doesn't support namespace {other} ({error})"))
        })?,
    };
    Ok(Uuid::new_v5(&namespace, text(arguments, 1).as_bytes()).to_string().into())
}

/// The UUID itself; Go does not look at what is in the place of its braces.
fn unwrapped(text: &str) -> &str {
    match text.len() {
        38 => text.get(1..37).unwrap_or(text),
        45 if text.get(..9).is_some_and(|prefix| prefix.eq_ignore_ascii_case("urn:uuid:")) => {
            &text[9..]
        }
        _ => text,
    }
}

/// `rsadecrypt`: unknown, unless its arguments are clearly no ciphertext or no key. A private key
/// does not belong into a configuration, and the one kept crate for it has an open advisory.
fn rsadecrypt(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let ciphertext = text(arguments, 0);
    if encoding::decoded(ciphertext).is_none() {
        return Err(FunctionError::argument(
            0,
            format!(
                "failed to decode input {}: cipher text must be base64-encoded",
                quoted(ciphertext)
            ),
        ));
    }
    let body = pem_body(text(arguments, 1))
        .ok_or_else(|| FunctionError::argument(1, "invalid private key: ssh: no key found"))?;
    // An RSA key, however it is packed, is longer than this.
    if encoding::decoded(&body).is_none_or(|key| key.len() < 64) {
        return Err(FunctionError::argument(1, "invalid ASN1 data in the given private key"));
    }
    Ok(each_time_another("rsadecrypt"))
}

/// The Base64 of a private key in PEM.
fn pem_body(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (label, rest) = rest.split_once("-----")?;
    let (body, _) = rest.split_once(&format!("-----END {label}-----"))?;
    label.ends_with("PRIVATE KEY").then(|| body.split_whitespace().collect())
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn hashes_are_of_the_bytes_in_utf8() {
        answers(&[
            (r#"md5("é")"#, r#""66ddcd97cfdeabb2f6fb8a999b4bc76f""#),
            (r#"sha1("")"#, r#""da39a3ee5e6b4b0d3255bfef95601890afd80709""#),
            (r#"base64sha256("")"#, r#""47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=""#),
            (r#"length(sha512("a"))"#, "128"),
            (r#"uuidv5("dns", "www.example.com")"#, r#""2ed6657d-e927-568b-95e1-2665a8aea6a2""#),
            (r#"uuidv5("DNS", "x")"#, "error"),
            ("uuid()", "?"),
            (r#"bcrypt("x", 4)"#, "?"),
            ("uuid() != null", "true"),
            (r#"rsadecrypt("!", "x")"#, "error"),
            (r#"rsadecrypt("YQ==", "x")"#, "error"),
        ]);
    }
}
