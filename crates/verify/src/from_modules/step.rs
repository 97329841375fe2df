//! [`Step`]: one step of a path, as `.name` or `["key"]`.

use hcl::Expression;
use hcl::expr::TraversalOperator;

/// One step of a path.
#[derive(Clone, Copy)]
pub enum Step<'e> {
    /// `.name`
    Name(&'e str),
    /// `["key"]`
    Key(&'e str),
    /// `[0]`
    Place(usize),
    /// One that is not followed.
    Other,
}

impl<'e> Step<'e> {
    pub fn of(operator: &'e TraversalOperator) -> Self {
        match operator {
            TraversalOperator::GetAttr(name) => Step::Name(name.as_str()),
            TraversalOperator::Index(Expression::String(key)) => Step::Key(key),
            TraversalOperator::Index(Expression::Number(index)) => {
                index.as_u64().and_then(|index| usize::try_from(index).ok()).map_or(Step::Other, Step::Place)
            }
            _ => Step::Other,
        }
    }
}
