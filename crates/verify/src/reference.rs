//! [`Reference`]: one of the references that a plan lists for an expression, such as
//! `aws_subnet.app[0].id`.

use std::sync::Arc;

use terraform::expr::{self, Base, Expr, Kind};
use terraform::plan::Key;
use terraform::read::native::{self, Where};
use terraform::source::Span;

/// What a reference begins with, and the path that follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What is referred to.
    pub subject: Subject,
    /// The way from there: attributes and indexes.
    pub path: Vec<Step>,
    /// The path as a text, as `id` or `certificate_authority.0.data`.
    pub attribute: String,
}

/// What can be referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A resource or data source; its address within its module, and the key of one instance.
    Resource(String, Option<Key>),
    /// An input variable.
    Variable(String),
    /// A local value, which a plan does not define.
    Local(String),
    /// An output of a called module; without a name, the call as a whole.
    Output {
        /// The call's name.
        call: String,
        /// One instance of the call.
        key: Option<Key>,
        /// The output's name.
        name: Option<String>,
    },
    /// `count.index`.
    CountIndex,
    /// `each.key`.
    EachKey,
    /// `each.value`.
    EachValue,
    /// `path.module`, `terraform.workspace`, `self` …: what refers to no resource.
    Other,
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// `.name`
    Attribute(String),
    /// `[0]` or `["name"]`
    Key(Key),
}

impl Reference {
    /// Reads a reference; `None` where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (root, steps) = path(text)?;
        Some(subject(&root, steps))
    }
}

/// The root of a path, and its steps as far as they are literal: after a template or a splat, it is
/// not known which instance is meant.
pub fn path(text: &str) -> Option<(Arc<str>, Vec<Step>)> {
    let expr = native::expression(text, Where::Within(Span::NONE)).ok()?;
    let Kind::Path(expr::Path { base: Base::Name(root), steps }) = &expr.kind else { return None };
    let step = |step: &expr::Step| match step {
        expr::Step::Attribute(name) => Some(Step::Attribute(name.to_string())),
        expr::Step::Index(index) => key_of(index).map(Step::Key),
        expr::Step::Splat(_) => None,
    };
    Some((Arc::clone(root), steps.iter().map_while(step).collect()))
}

fn key_of(index: &Expr) -> Option<Key> {
    match &index.kind {
        Kind::Number(index) => u64::try_from(index.as_i64()?).ok().map(Key::Index),
        Kind::String(name) => Some(Key::Name(name.to_string())),
        _ => None,
    }
}

fn subject(root: &str, steps: Vec<Step>) -> Reference {
    let mut steps = steps.into_iter().peekable();
    let name = |steps: &mut std::iter::Peekable<std::vec::IntoIter<Step>>| match steps.peek() {
        Some(Step::Attribute(name)) => {
            let name = name.clone();
            steps.next();
            Some(name)
        }
        _ => None,
    };
    let subject = match root {
        "var" => name(&mut steps).map(Subject::Variable),
        "local" => name(&mut steps).map(Subject::Local),
        "count" => Some(Subject::CountIndex),
        "each" => name(&mut steps)
            .map(|which| if which == "key" { Subject::EachKey } else { Subject::EachValue }),
        "path" | "terraform" | "self" => Some(Subject::Other),
        "module" => name(&mut steps).map(|call| {
            let key = key(&mut steps);
            Subject::Output { call, key, name: name(&mut steps) }
        }),
        "data" => name(&mut steps).zip(name(&mut steps)).map(|(kind, label)| {
            Subject::Resource(format!("data.{kind}.{label}"), key(&mut steps))
        }),
        kind => name(&mut steps)
            .map(|label| Subject::Resource(format!("{kind}.{label}"), key(&mut steps))),
    };
    let path: Vec<_> = steps.collect();
    let names = path.iter().map(|step| match step {
        Step::Attribute(name) | Step::Key(Key::Name(name)) => name.clone(),
        Step::Key(Key::Index(index)) => index.to_string(),
    });
    let attribute = names.collect::<Vec<_>>().join(".");
    Reference { subject: subject.unwrap_or(Subject::Other), path, attribute }
}

fn key(steps: &mut std::iter::Peekable<std::vec::IntoIter<Step>>) -> Option<Key> {
    match steps.peek() {
        Some(Step::Key(key)) => {
            let key = key.clone();
            steps.next();
            Some(key)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resource(address: &str, key: Option<Key>) -> Subject {
        Subject::Resource(address.to_owned(), key)
    }

    #[test]
    fn resources_data_sources_and_their_instances_are_told_apart() {
        for (text, subject, attribute) in [
            ("aws_vpc.main.id", resource("aws_vpc.main", None), "id"),
            ("aws_subnet.app[2].id", resource("aws_subnet.app", Some(Key::Index(2))), "id"),
            (
                "aws_subnet.app[\"a.b\"]",
                resource("aws_subnet.app", Some(Key::Name("a.b".into()))),
                "",
            ),
            ("data.aws_region.now.name", resource("data.aws_region.now", None), "name"),
            ("aws_x.y.list[0].z", resource("aws_x.y", None), "list.0.z"),
        ] {
            let reference = Reference::parse(text).unwrap();
            assert_eq!(
                (&reference.subject, reference.attribute.as_str()),
                (&subject, attribute),
                "{text}"
            );
        }
    }

    #[test]
    fn variables_outputs_locals_and_loop_values_are_told_apart() {
        let output = |key, name: Option<&str>| Subject::Output {
            call: "net".into(),
            key,
            name: name.map(str::to_owned),
        };
        for (text, subject) in [
            ("var.subnet_ids[0]", Subject::Variable("subnet_ids".into())),
            ("local.names", Subject::Local("names".into())),
            ("module.net.ids", output(None, Some("ids"))),
            ("module.net[\"a\"].ids", output(Some(Key::Name("a".into())), Some("ids"))),
            ("module.net", output(None, None)),
            ("each.key", Subject::EachKey),
            ("each.value.zone", Subject::EachValue),
            ("count.index", Subject::CountIndex),
            ("path.module", Subject::Other),
        ] {
            assert_eq!(Reference::parse(text).unwrap().subject, subject, "{text}");
        }
    }

    #[test]
    fn what_is_no_reference_is_none() {
        for text in ["", "1 + 1", "[", "\"text\"", "a b"] {
            assert_eq!(Reference::parse(text), None, "{text}");
        }
    }
}
