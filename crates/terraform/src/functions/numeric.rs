//! Functions of numbers.
//!
//! `log` and `pow` calculate in binary64 as Go does ([`go`]); the others with numbers of any size.
//! `signum` takes whole numbers only, `parseint` strings only.

mod go;

use dashu_int::{IBig, Sign, UBig};

use super::support::{NUMBER, Outcome, number, numeric, quoted, text, whole, whole_number};
use super::{Function, FunctionContext, FunctionError, Parameter, Returns, Takes};
use crate::number::{Number, WRITTEN};
use crate::types::Type;
use crate::value::Value;

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("abs", &[number("num").allow_dynamic().allow_marked()], NUMBER, abs),
    Function::new("ceil", &[number("num")], NUMBER, ceil),
    Function::new("floor", &[number("num")], NUMBER, floor),
    Function::new("log", &[number("num"), number("base")], NUMBER, log),
    Function::new("pow", &[number("num"), number("power")], NUMBER, pow),
    Function::new("signum", &[number("num")], NUMBER, signum),
    Function::new("max", &[], NUMBER, max).variadic(number("numbers").allow_dynamic()),
    Function::new("min", &[], NUMBER, min).variadic(number("numbers").allow_dynamic()),
    Function::new("parseint", PARSEINT, Returns::Of(type_of_parseint), parseint),
    Function::new("range", &[], Returns::Type(Takes::List(&Takes::Number)), range)
        .variadic(number("params")),
];

const PARSEINT: &[Parameter] = &[super::support::any("number"), number("base")];

/// The most that `range` gives, in Terraform too.
const RANGE: usize = 1024;

/// `abs`
fn abs(arguments: &[Value], _: &FunctionContext) -> Outcome {
    Ok(Value::from(numeric(arguments, 0).absolute()).marked(arguments[0].is_sensitive()))
}

/// The whole number `up` or below; an infinity is its own.
fn rounded(number: &Number, up: bool) -> Number {
    if number.is_zero() {
        // -0 becomes 0.
        return number.absolute();
    }
    if number.is_integer() || number.is_infinite() {
        return number.clone();
    }
    let Some(mut whole) = number.truncated() else { return number.clone() };
    match (up, number.is_negative()) {
        (true, false) => whole += IBig::ONE,
        (false, true) => whole -= IBig::ONE,
        _ => {}
    }
    let whole = Number::integer(whole);
    // The result has the precision of what it comes from.
    if number.precision() < WRITTEN { whole } else { whole.add(&Number::zero()).unwrap_or(whole) }
}

/// `ceil`
fn ceil(arguments: &[Value], _: &FunctionContext) -> Outcome {
    Ok(rounded(&numeric(arguments, 0), true).into())
}

/// `floor`
fn floor(arguments: &[Value], _: &FunctionContext) -> Outcome {
    Ok(rounded(&numeric(arguments, 0), false).into())
}

/// Argument `index` as a binary64; one that only fits as an infinity is an error.
fn float(arguments: &[Value], index: usize) -> Result<f64, FunctionError> {
    let number = numeric(arguments, index);
    let near = number.to_f64();
    if near.is_infinite() && !number.is_infinite() {
        return Err(FunctionError::call(format!(
            "value must be between {:.6} and {:.6} inclusive",
            f64::MIN,
            f64::MAX
        )));
    }
    Ok(near)
}

fn of_float(result: f64) -> Outcome {
    Number::float(result)
        .map(Value::from)
        .ok_or_else(|| FunctionError::call("result is not a number"))
}

/// `log`: the natural logarithms' quotient, so `log(1000, 10)` may not be quite 3.
fn log(arguments: &[Value], _: &FunctionContext) -> Outcome {
    of_float(go::logarithm(float(arguments, 0)?) / go::logarithm(float(arguments, 1)?))
}

/// `pow`: in binary64, so `pow(3, 1000)` is an infinity.
fn pow(arguments: &[Value], _: &FunctionContext) -> Outcome {
    of_float(go::power(float(arguments, 0)?, float(arguments, 1)?))
}

/// `signum`: of whole numbers of 64 bits only.
fn signum(arguments: &[Value], _: &FunctionContext) -> Outcome {
    Ok(Value::integer(whole(arguments, 0)?.signum()))
}

fn best(arguments: &[Value], better: fn(&Number, &Number) -> bool) -> Outcome {
    let mut numbers = arguments.iter().filter_map(Value::as_number);
    let first =
        numbers.next().ok_or_else(|| FunctionError::call("must pass at least one number"))?;
    Ok(numbers
        .fold(first, |best, number| if better(number, best) { number } else { best })
        .clone()
        .into())
}

/// `max`
fn max(arguments: &[Value], _: &FunctionContext) -> Outcome {
    best(arguments, |a, b| a > b)
}

/// `min`
fn min(arguments: &[Value], _: &FunctionContext) -> Outcome {
    best(arguments, |a, b| a < b)
}

fn type_of_parseint(arguments: &[Value]) -> Result<Type, FunctionError> {
    match arguments[0].ty() {
        Type::String => Ok(Type::Number),
        other => {
            Err(FunctionError::argument(0, format!("first argument must be a string, not {other}")))
        }
    }
}

/// `parseint`: in base 36 and below capitals are as small letters, above they are digits of their
/// own.
fn parseint(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let written = text(arguments, 0);
    let base = whole_number(arguments, 1).map_err(|error| FunctionError::argument(1, error))?;
    if !(2..=62).contains(&base) {
        return Err(FunctionError::argument(
            1,
            "base must be a whole number between 2 and 62 inclusive",
        ));
    }
    let refused = || {
        FunctionError::argument(
            0,
            format!("cannot parse {} as a base {base} integer", quoted(written)),
        )
    };
    let (sign, digits) = match written.strip_prefix('-') {
        Some(digits) => (Sign::Negative, digits),
        None => (Sign::Positive, written.strip_prefix('+').unwrap_or(written)),
    };
    // Numbers have up to 512 bits when they are written; a text of 100,000 digits is no number that
    // anybody means.
    if digits.is_empty() || digits.len() > 100_000 {
        return Err(refused());
    }
    let mut value = UBig::ZERO;
    for digit in digits.bytes() {
        let digit = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'z' => digit - b'a' + 10,
            b'A'..=b'Z' if base <= 36 => digit - b'A' + 10,
            b'A'..=b'Z' => digit - b'A' + 36,
            _ => return Err(refused()),
        };
        if i64::from(digit) >= base {
            return Err(refused());
        }
        value = value * UBig::from(base.unsigned_abs()) + UBig::from(digit);
    }
    Ok(Number::integer(IBig::from_parts(sign, value)).into())
}

/// `range`: `range(3)` counts up, `range(-3)` down; at most 1,024 numbers.
fn range(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let given = |index| numeric(arguments, index);
    let towards = |start: &Number, end: &Number| Number::from(if end < start { -1_i64 } else { 1 });
    let (start, end, step) = match arguments.len() {
        1 => (Number::from(0_i64), given(0), towards(&Number::zero(), &given(0))),
        2 => (given(0), given(1), towards(&given(0), &given(1))),
        3 => (given(0), given(1), given(2)),
        _ => return Err(FunctionError::call("must have one, two, or three arguments")),
    };
    let down = step < Number::zero();
    if down && end > start {
        return Err(FunctionError::argument(
            1,
            "end must be less than start when step is negative",
        ));
    }
    if !down && end < start {
        return Err(FunctionError::argument(
            1,
            "end must be greater than start when step is positive",
        ));
    }
    let mut all = Vec::new();
    let mut next = start;
    while if down { next > end } else { next < end } {
        if all.len() >= RANGE {
            return Err(FunctionError::call(
                "more than 1024 values were generated; either decrease the difference between \
                 start and end or use a smaller step",
            ));
        }
        all.push(next.clone().into());
        next = next.add(&step).map_err(|error| FunctionError::call(error.to_string()))?;
    }
    Ok(Value::list(Type::Number, all))
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn numbers_are_as_in_terraform() {
        answers(&[
            ("pow(2, 1000) == pow(2, 500) * pow(2, 500)", "true"),
            ("pow(3, 1000)", "+Inf"),
            ("log(100, 10)", "2"),
            ("log(0, 2)", "-Inf"),
            ("log(-1, 2)", "error"),
            ("signum(-7)", "-1"),
            ("signum(0.5)", "error"),
            ("ceil(-0.5)", "0"),
            ("ceil(1/0)", "+Inf"),
            ("floor(-1.5)", "-2"),
            (r#"max(1, "3", 2)"#, "3"),
            ("max()", "error"),
            ("min(1/0)", "+Inf"),
            ("abs(-1/3) == 1/3", "true"),
            (r#"parseint("ff", 16)"#, "255"),
            (r#"parseint("zZ", 62)"#, "2231"),
            (r#"parseint("-12", 8)"#, "-10"),
            (r#"parseint("1_0", 10)"#, "error"),
            ("parseint(10, 10)", "error"),
            (r#"parseint("", 10)"#, "error"),
            ("range(3)", "[0,1,2]"),
            ("range(-3)", "[0,-1,-2]"),
            ("range(3, 3, 0)", "[]"),
            ("range(0, 3, 0)", "error"),
            ("range(1025)", "error"),
            ("range(1, 3, -1)", "error"),
            ("range()", "error"),
            ("pow(1e308, 1e308)", "+Inf"),
            ("pow(0, -1)", "+Inf"),
            ("pow(10, -2)", "0.01"),
            ("pow(2, 0.5)", "1.4142135623730951"),
        ]);
    }
}
