//! Operators: arithmetic and logic convert their operands, `==` never does; nothing is skipped.

use super::Evaluator;
use crate::convert::convert;
use crate::expr::{Binary, Expr, Operator, Unary};
use crate::names::Names;
use crate::number::{Number, NumberError};
use crate::source::Span;
use crate::types::Type;
use crate::value::{Causes, Unknown, Value};

impl<N: Names + ?Sized> Evaluator<'_, N> {
    pub(super) fn binary(&mut self, binary: &Binary, span: Span) -> Value {
        let operator = binary.operator;
        let (takes, gives) = types(operator);
        let before = self.faults.len();
        let left = self.value(&binary.left);
        let right = self.value(&binary.right);
        let left = self.operand(&left, &takes, "left", binary.left.span);
        let right = self.operand(&right, &takes, "right", binary.right.span);
        let (Some(left), Some(right)) = (left, right) else {
            return Value::unknown_because(gives, Causes::default());
        };
        if self.faults.len() > before {
            return Value::unknown_because(gives, Causes::default());
        }
        match operate(operator, &left, &right) {
            Ok(value) => value,
            Err(reason) => {
                self.fault(span, "Operation failed", format!("Error during operation: {reason}."));
                Value::unknown_because(gives, Causes::default())
            }
        }
    }

    pub(super) fn unary(&mut self, operator: Unary, operand: &Expr) -> Value {
        let of = match operator {
            Unary::Negate => Type::Number,
            Unary::Not => Type::Bool,
        };
        let before = self.faults.len();
        let value = self.value(operand);
        let value = self.operand(&value, &of, "unary", operand.span);
        let (Some(value), true) = (value, self.faults.len() == before) else {
            return Value::unknown_because(of, Causes::default());
        };
        let (plain, sensitive) = value.unmarked();
        let result = match plain {
            Value::Null(_) => {
                let detail = "Error during operation: argument must not be null.";
                self.fault(operand.span, "Operation failed", detail);
                return Value::unknown_because(of, Causes::default());
            }
            Value::Number(number) => number.negated().into(),
            Value::Bool(value) => Value::Bool(!value),
            unknown => Unknown::new(of, unknown.causes()).not_null().into(),
        };
        result.marked(sensitive)
    }

    fn operand(&mut self, value: &Value, takes: &Type, side: &str, span: Span) -> Option<Value> {
        match convert(value, takes) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(
                    span,
                    "Invalid operand",
                    format!("Unsuitable value for {side} operand: {error}."),
                );
                None
            }
        }
    }
}

/// The type of an operator's operands, and of its result.
fn types(operator: Operator) -> (Type, Type) {
    match operator {
        Operator::Or | Operator::And => (Type::Bool, Type::Bool),
        Operator::Equal | Operator::NotEqual => (Type::Dynamic, Type::Bool),
        Operator::Greater | Operator::GreaterOrEqual | Operator::Less | Operator::LessOrEqual => {
            (Type::Number, Type::Bool)
        }
        Operator::Add
        | Operator::Subtract
        | Operator::Multiply
        | Operator::Divide
        | Operator::Modulo => (Type::Number, Type::Number),
    }
}

fn operate(operator: Operator, left: &Value, right: &Value) -> Result<Value, String> {
    match operator {
        Operator::Equal => return Ok(left.equals(right)),
        Operator::NotEqual => return Ok(not(left.equals(right))),
        _ => {}
    }
    let (left, left_marked) = left.unmarked();
    let (right, right_marked) = right.unmarked();
    if left.is_null() || right.is_null() {
        return Err("argument must not be null".into());
    }
    let mut causes = left.causes();
    causes.extend(&right.causes());
    let result = match (operator, left, right) {
        (Operator::Or, Value::Bool(a), Value::Bool(b)) => Value::Bool(*a || *b),
        (Operator::And, Value::Bool(a), Value::Bool(b)) => Value::Bool(*a && *b),
        (Operator::Or | Operator::And, ..) => Value::unknown_bool(causes),
        (Operator::Less, ..) => known_bool(less(left, right), causes),
        (Operator::Greater, ..) => known_bool(less(right, left), causes),
        (Operator::LessOrEqual, ..) => or(less(left, right), &left.equals(right), causes),
        (Operator::GreaterOrEqual, ..) => or(less(right, left), &left.equals(right), causes),
        (_, Value::Number(a), Value::Number(b)) => {
            arithmetic(operator, a, b).map_err(|error| error.to_string())?.into()
        }
        _ => Unknown::new(Type::Number, causes).not_null().into(),
    };
    Ok(result.marked(left_marked || right_marked))
}

fn arithmetic(operator: Operator, a: &Number, b: &Number) -> Result<Number, NumberError> {
    match operator {
        Operator::Add => a.add(b),
        Operator::Subtract => a.subtract(b),
        Operator::Multiply => a.multiply(b),
        Operator::Divide => a.divide(b),
        _ => a.remainder(b),
    }
}

fn not(value: Value) -> Value {
    match value {
        Value::Bool(value) => Value::Bool(!value),
        Value::Sensitive(value) => not((*value).clone()).marked(true),
        unknown => unknown,
    }
}

fn known_bool(known: Option<bool>, causes: Causes) -> Value {
    known.map_or_else(|| Value::unknown_bool(causes), Value::Bool)
}

/// Whether `a` is less than `b`: by their bounds, where they are not known.
fn less(a: &Value, b: &Value) -> Option<bool> {
    if let (Value::Number(a), Value::Number(b)) = (a, b) {
        return Some(a < b);
    }
    let (a, b) = (a.bounds(), b.bounds());
    if a.upper.zip(b.lower).is_some_and(|(a, b)| a < b) {
        return Some(true);
    }
    if a.lower.zip(b.upper).is_some_and(|(a, b)| a > b) { Some(false) } else { None }
}

fn or(first: Option<bool>, equal: &Value, causes: Causes) -> Value {
    match (first, equal) {
        (Some(true), _) | (_, Value::Bool(true)) => Value::Bool(true),
        (Some(false), Value::Bool(false)) => Value::Bool(false),
        _ => Value::unknown_bool(causes),
    }
}
