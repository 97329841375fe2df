//! Values where neither references nor functions are allowed: defaults, descriptions, variable
//! files.

use crate::diagnostic::Diagnostic;
use crate::eval::evaluate;
use crate::expr::Expr;
use crate::names::NoNames;
use crate::read::Result;
use crate::value::Value;

/// The value of an expression with operators at most.
///
/// # Errors
/// It names something, calls a function, or has no value.
pub fn constant(expr: &Expr) -> Result<Value> {
    match expr.calls().first() {
        Some((_, span)) => Err(Diagnostic::new(
            *span,
            "Function calls not allowed",
            "Functions may not be called here.",
        )),
        None => evaluate(expr, &NoNames),
    }
}
