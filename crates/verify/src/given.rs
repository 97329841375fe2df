//! Names with a part that comes from a variable without a value, or from a random value: unknown,
//! but the same wherever they are written.

use terraform::value::{Cause, Part, Value};

use crate::reference::{Step, path};

/// The arguments that name a resource itself, of the types of which they do not name another one
/// that it belongs to.
const NAMES: [(&str, &str); 6] = [
    ("name", ""),
    ("identifier", ""),
    ("cluster_identifier", "_cluster"),
    ("function_name", "aws_lambda_function"),
    ("bucket", "aws_s3_bucket"),
    ("url", "aws_sqs_queue"),
];

/// The names of a resource of a type, as far as they are given from outside.
pub fn names_of(kind: &str, configured: &Value) -> Vec<String> {
    let own = NAMES.iter().filter(|(_, of)| kind.ends_with(of));
    own.filter_map(|(argument, _)| name(configured.get(argument)?)).collect()
}

/// The text, with what it waits for in place of what is not known; none of a text that is known, or
/// waits for anything but what is given from outside. Two that are not certain may differ though
/// they look alike.
pub fn name(value: &Value) -> Option<String> {
    let (plain, _) = value.unmarked();
    let causes = plain.causes();
    let is_outside = |cause: &Cause| match cause {
        Cause::Variable(_) | Cause::Module(_) | Cause::MissingFile(_) => true,
        Cause::Attribute { resource, .. } => is_random(resource),
        _ => false,
    };
    if causes.is_empty() || !causes.iter().all(is_outside) {
        return None;
    }
    let hole = |value: &Value| {
        value.causes().iter().map(|cause| format!("${{{cause}}}")).collect::<String>()
    };
    match plain {
        Value::Template(template) => Some(template.with(|part| match part {
            Part::Text(text) => text.to_string(),
            Part::Hole(value) | Part::Json(value) => hole(value),
        })),
        Value::Unknown(_) => Some(hole(plain)),
        _ => None,
    }
}

/// Whether a resource only makes up a text for names, as `module.a.random_pet.this`.
fn is_random(address: &str) -> bool {
    const KIND: &str = "random_";
    // Parsing an address is slow, and few have this text in them.
    if !address.contains(KIND) {
        return false;
    }
    let Some((root, steps)) = path(address) else { return false };
    let names = steps.iter().filter_map(|step| match step {
        Step::Attribute(name) => Some(name.as_str()),
        Step::Key(_) => None,
    });
    let mut names = std::iter::once(&*root).chain(names);
    while let Some(name) = names.next() {
        if name != "module" {
            return name.starts_with(KIND);
        }
        names.next();
    }
    false
}

/// Whether what is not known of a text is just what is given, and nothing computed from it, as by
/// `upper`.
pub fn is_certain(value: &Value) -> bool {
    match value.unmarked().0 {
        Value::Template(template) => template.holes().all(is_certain),
        Value::Unknown(unknown) => unknown.is_its_cause(),
        _ => false,
    }
}
