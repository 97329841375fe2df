//! Arithmetic, in which no number panics: what is too large or divided by nothing is an error.

use hcl::eval::{Func, FuncArgs};
use hcl::{Number, Value};

use super::{Outcome, known, list};

pub const FUNCTIONS: &[(&str, Func)] = &[
    ("paytf_plus", |arguments| whole(&arguments, i64::checked_add)),
    ("paytf_minus", |arguments| whole(&arguments, i64::checked_sub)),
    ("paytf_times", |arguments| whole(&arguments, i64::checked_mul)),
    ("paytf_remainder", |arguments| whole(&arguments, i64::checked_rem)),
    ("paytf_divided", divided),
    ("paytf_less", |arguments| compare(&arguments, |one, other| one < other)),
    ("paytf_more", |arguments| compare(&arguments, |one, other| one > other)),
    ("paytf_at_most", |arguments| compare(&arguments, |one, other| one <= other)),
    ("paytf_at_least", |arguments| compare(&arguments, |one, other| one >= other)),
    ("floor", |arguments| rounded(&arguments, f64::floor)),
    ("ceil", |arguments| rounded(&arguments, f64::ceil)),
    ("abs", |arguments| rounded(&arguments, f64::abs)),
    ("min", |arguments| extreme(&arguments, f64::min)),
    ("max", |arguments| extreme(&arguments, f64::max)),
    ("tonumber", |arguments| number(&arguments, 0).and_then(value)),
    ("range", range),
];

/// A number, also one that is written as a text.
pub fn number(arguments: &FuncArgs, place: usize) -> Result<f64, String> {
    let number = match known(arguments, place)? {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    };
    number.filter(|number| number.is_finite()).ok_or_else(|| "takes a number".to_owned())
}

/// A number without a fraction, as an index is.
pub fn index(arguments: &FuncArgs, place: usize) -> Result<i64, String> {
    integer(number(arguments, place)?).ok_or_else(|| "takes a whole number".to_owned())
}

/// Beyond this a float has no units. Source: IEEE 754, binary64.
fn integer(number: f64) -> Option<i64> {
    const UNITS: f64 = 9_007_199_254_740_992.0;
    (number.fract() == 0.0 && number.abs() <= UNITS).then_some(number as i64)
}

fn value(number: f64) -> Outcome {
    let whole = integer(number).map(Number::from);
    let number = whole.or_else(|| Number::from_f64(number));
    number.map(Value::Number).ok_or_else(|| "is no number".to_owned())
}

fn whole(arguments: &FuncArgs, compute: fn(i64, i64) -> Option<i64>) -> Outcome {
    let computed = compute(index(arguments, 0)?, index(arguments, 1)?);
    computed.map(Value::from).ok_or_else(|| "a number is too large, or divided by nothing".to_owned())
}

fn divided(arguments: FuncArgs) -> Outcome {
    value(number(&arguments, 0)? / number(&arguments, 1)?)
}

fn compare(arguments: &FuncArgs, holds: fn(f64, f64) -> bool) -> Outcome {
    Ok(Value::Bool(holds(number(arguments, 0)?, number(arguments, 1)?)))
}

fn rounded(arguments: &FuncArgs, round: fn(f64) -> f64) -> Outcome {
    value(round(number(arguments, 0)?))
}

fn extreme(arguments: &FuncArgs, choose: fn(f64, f64) -> f64) -> Outcome {
    let numbers = (0..arguments.len()).map(|place| number(arguments, place)).collect::<Result<Vec<_>, _>>()?;
    numbers.into_iter().reduce(choose).map_or_else(|| Err("lacks an argument".to_owned()), value)
}

fn range(arguments: FuncArgs) -> Outcome {
    /// What Terraform makes at most. Source: Terraform documentation, "range Function".
    const LONGEST: usize = 1024;
    let (from, to) = match arguments.len() {
        1 => (0, index(&arguments, 0)?),
        _ => (index(&arguments, 0)?, index(&arguments, 1)?),
    };
    let step = if arguments.len() > 2 { index(&arguments, 2)? } else { 1 };
    let step =
        usize::try_from(step).ok().filter(|step| *step > 0).ok_or_else(|| "takes steps upwards here".to_owned())?;
    let numbers: Vec<Value> = (from..to).step_by(step).take(LONGEST + 1).map(Value::from).collect();
    if list(&Value::Array(numbers.clone()))?.len() > LONGEST {
        Err("is too long".to_owned())
    } else {
        Ok(numbers.into())
    }
}
