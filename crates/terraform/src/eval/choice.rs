//! `condition ? then : otherwise`: both sides are evaluated, for their types; the errors of the
//! side that is not taken do not count.

use super::Evaluator;
use crate::convert::convert;
use crate::diagnostic::Diagnostic;
use crate::expr::{Expr, If};
use crate::names::Names;
use crate::number::Number;
use crate::source::Span;
use crate::types::Type;
use crate::unify::unify;
use crate::value::{Bounds, Causes, Unknown, Value};

/// A value and what went wrong on the way to it.
pub(super) struct Side {
    pub(super) value: Value,
    pub(super) faults: Vec<Diagnostic>,
    pub(super) span: Span,
}

impl<N: Names + ?Sized> Evaluator<'_, N> {
    pub(super) fn choice(&mut self, choice: &If, span: Span) -> Value {
        let then = self.side(choice.then.span, |this| this.value(&choice.then));
        let otherwise = self.side(choice.otherwise.span, |this| this.value(&choice.otherwise));
        self.chosen(&choice.condition, then, otherwise, span)
    }

    /// Evaluates one side apart.
    pub(super) fn side(&mut self, span: Span, evaluate: impl FnOnce(&mut Self) -> Value) -> Side {
        let before = self.faults.len();
        let value = evaluate(self);
        Side { value, faults: self.faults.split_off(before), span }
    }

    pub(super) fn chosen(
        &mut self,
        condition: &Expr,
        then: Side,
        otherwise: Side,
        span: Span,
    ) -> Value {
        const INCONSISTENT: &str = "Inconsistent conditional result types";
        let types = [then.value.ty(), otherwise.value.ty()];
        let of = match (&then.value, &otherwise.value) {
            (Value::Null(Type::Dynamic), _) => types[1].clone(),
            (_, Value::Null(Type::Dynamic)) => types[0].clone(),
            _ if types.contains(&Type::Dynamic) => Type::Dynamic,
            _ if types[0] == types[1] => types[0].clone(),
            _ => match unify(&types, true) {
                Some(of) => of,
                None => {
                    let detail = format!(
                        "The true and false result expressions must have consistent types. The \
                         'true' value is {}, but the 'false' value is {}.",
                        types[0], types[1]
                    );
                    return self.fault(span, INCONSISTENT, detail);
                }
            },
        };
        let decision = self.value(condition);
        if decision.is_null() {
            let detail = "The condition value is null. Conditions must either be true or false.";
            self.fault(condition.span, "Null condition", detail);
            return Value::unknown_because(of, Causes::default());
        }
        let (decision, decision_marked) = decision.unmarked();
        let sensitive =
            decision_marked || then.value.is_sensitive() || otherwise.value.is_sensitive();
        if !decision.is_known() {
            return either(decision, then.value.unmarked().0, otherwise.value.unmarked().0, of)
                .marked(sensitive);
        }
        let decision = match convert(decision, &Type::Bool) {
            Ok(Value::Bool(decision)) => decision,
            _ => {
                self.fault(
                    condition.span,
                    "Incorrect condition type",
                    "The condition expression must be of type bool.",
                );
                return Value::unknown_because(of, Causes::default());
            }
        };
        let side = if decision { then } else { otherwise };
        self.faults.extend(side.faults);
        match convert(&side.value, &of) {
            Ok(value) => value.marked(sensitive),
            Err(error) => {
                let word = if decision { "true" } else { "false" };
                self.fault(
                    side.span,
                    INCONSISTENT,
                    format!("The {word} result value has the wrong type: {error}."),
                );
                Value::unknown_because(of, Causes::default())
            }
        }
    }
}

/// One of two values, it is not known which: what is true of both is true of it.
fn either(decision: &Value, then: &Value, otherwise: &Value, of: Type) -> Value {
    if then.is_null() && otherwise.is_null() {
        return Value::Null(of);
    }
    let mut causes = decision.causes();
    causes.extend(&then.causes());
    causes.extend(&otherwise.causes());
    let not_null = then.is_never_null() && otherwise.is_never_null();
    let both = |a: Bounds, b: Bounds| Bounds {
        lower: a.lower.zip(b.lower).map(|(a, b)| a.min(b)),
        upper: a.upper.zip(b.upper).map(|(a, b)| a.max(b)),
    };
    let types = (then.ty(), otherwise.ty());
    let bounds = match &types {
        (Type::Number, Type::Number) => both(then.bounds(), otherwise.bounds()),
        (a, b) if a == b && a.is_collection() => both(lengths(then), lengths(otherwise)),
        _ => Bounds::default(),
    };
    Unknown { not_null, ..Unknown::new(of, causes).within(bounds) }.refined()
}

/// How many elements a collection has at least and at most.
fn lengths(value: &Value) -> Bounds {
    let none = Bounds { lower: Some(Number::zero()), upper: None };
    value.length().map_or(none, |length| length.bounds())
}
