//! No secret is in the script that a machine starts with.
//!
//! ## Why
//!
//! Every process on the machine can read its user data, and so can everyone who may describe
//! instances. It stays in the launch template, the plan and the state.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_instance" "worker" {
//!   user_data = "export DB_PASSWORD=hunter22"
//! }
//! ```
//!
//! ## Fix
//!
//! Let the script read the secret from Secrets Manager with the role of the machine.
//!
//! ```hcl
//! resource "aws_instance" "worker" {
//!   user_data = "export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id database --query SecretString --output text)"
//! }
//! ```
//!
//! ## Source
//!
//! - [Instance metadata and user data: not protected by authentication](https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html)

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use terraform::value::Value as Configured;

use super::looks::secret_in;
use super::sources::{secret_link, takes};
use crate::attribute_path::UNREAD;
use crate::planned::Planned::Absent;
use crate::{AttributePath, Check};

rule! { Error, AnyStack, [] }

const ARGUMENTS: [(&str, &str); 5] = [
    ("aws_instance", "user_data"),
    ("aws_instance", "user_data_base64"),
    ("aws_launch_template", "user_data"),
    ("aws_launch_configuration", "user_data"),
    ("aws_spot_instance_request", "user_data"),
];

fn check(check: &mut Check) {
    for (kind, argument) in ARGUMENTS {
        for resource in check.all(kind) {
            check_user_data(check, &resource.at(argument));
        }
    }
}

fn check_user_data<'a>(check: &mut Check<'a>, place: &AttributePath<'a>) {
    let links = place.links_to_any();
    let script = written(place);
    match (place.string(), secret_link(&links)) {
        (Absent, _) => {}
        (_, Some(secret)) => check.fail(&place.clone().redacted_whole(), takes(secret)),
        (text, None) => {
            match script.or_else(|| text.known().filter(|text| !is_hash(text)).map(str::to_owned)) {
                Some(script) => match check_script(&decoded(script)) {
                    Some(reason) => check.fail(&place.clone().redacted_whole(), reason),
                    None if links.incomplete.is_empty() => check.pass(place),
                    None => check.unknown(place, links.reason()),
                },
                None if text.known().is_some() => {
                    check.unknown(place, "a plan shows only the hash of the script")
                }
                None if links.incomplete.is_empty() => check.unknown(place, UNREAD),
                None => check.unknown(place, links.reason()),
            }
        }
    }
}

/// The script as it is written, with holes for what is known only after the apply. (The plan's own
/// value may be just a hash of it.)
fn written(place: &AttributePath) -> Option<String> {
    let configured = place.configured().map(|value| value.unmarked().0);
    match (place.expression.constant(), configured) {
        (Some(constant), _) => constant.as_str().map(str::to_owned),
        (None, Some(Configured::String(text))) => Some(text.to_string()),
        (None, Some(Configured::Template(template))) => Some(template.with(|_| String::new())),
        _ => None,
    }
}

/// Whether a text is the SHA-1 that the provider keeps of a script.
fn is_hash(text: &str) -> bool {
    text.len() == 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn decoded(script: String) -> String {
    let decoded =
        BASE64_STANDARD.decode(script.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    decoded.unwrap_or(script)
}

fn check_script(script: &str) -> Option<String> {
    secret_in(script).map(|what| format!("contains {what}"))
}
