//! Steps into a value: `.main`, `[0]`, `["key"]`.

use hcl::Expression;
use hcl::expr::{Traversal, TraversalOperator};

use crate::diff::term::{Reference, Term};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Name(String),
    Index(u64),
}

impl Step {
    pub fn name(&self) -> Option<&str> {
        match self {
            Step::Name(name) => Some(name),
            Step::Index(_) => None,
        }
    }
}

pub(super) struct Path {
    pub steps: Vec<Step>,
}

impl Path {
    /// The steps of a traversal; `None` where they are themselves computed, or go to many at once.
    pub fn of(traversal: &Traversal) -> Option<Self> {
        let step = |operator: &TraversalOperator| match operator {
            TraversalOperator::GetAttr(name) => Some(Step::Name(name.to_string())),
            TraversalOperator::LegacyIndex(index) => Some(Step::Index(*index)),
            TraversalOperator::Index(Expression::Number(number)) => number.as_u64().map(Step::Index),
            TraversalOperator::Index(Expression::String(key)) => Some(Step::Name(key.clone())),
            _ => None,
        };
        Some(Path { steps: traversal.operators.iter().map(step).collect::<Option<_>>()? })
    }
}

/// The steps as they are written after a name.
pub(super) fn written(root: &str, steps: &[Step]) -> String {
    let dot = if matches!(steps.first(), Some(Step::Name(_))) { "." } else { "" };
    format!("{root}{dot}{}", below(steps))
}

/// The steps without the dot before the first: `master_user_secret[0].secret_arn`.
pub(super) fn below(steps: &[Step]) -> String {
    steps.iter().fold(String::new(), |path, step| match step {
        Step::Name(name) if path.is_empty() => name.clone(),
        Step::Name(name) => format!("{path}.{name}"),
        Step::Index(index) => format!("{path}[{index}]"),
    })
}

/// What lies at the end of the steps.
pub(super) fn followed(term: Term, steps: &[Step]) -> Term {
    let Some((step, rest)) = steps.split_first() else { return term };
    let found = match (&term, step) {
        (Term::Map(entries), Step::Name(name)) => entries.get(name).cloned(),
        (Term::List(items), Step::Index(index)) => items.get(*index as usize).cloned(),
        // A block is a list of one.
        (Term::Map(_), Step::Index(0)) => Some(term.clone()),
        _ => None,
    };
    match (found, term) {
        (Some(found), _) => followed(found, rest),
        (None, Term::Reference(reference)) => {
            Term::Reference(Reference { path: extended(&reference.path, steps), ..reference })
        }
        (None, Term::Data { kind, path, content, beside }) => {
            Term::Data { kind, path: extended(&path, steps), content, beside }
        }
        (None, term) => Term::Other { text: written(&term.to_string(), steps), parts: vec![term] },
    }
}

fn extended(path: &str, steps: &[Step]) -> String {
    if path.is_empty() { below(steps) } else { written(path, steps) }
}
