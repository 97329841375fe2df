//! Functions of sets.
//!
//! All sets become of one element type first, as far as there is one: `setunion([1], ["a"])` has
//! `"1"`.

use super::distinct::Distinct;
use super::support::{Outcome, any, bounded_count, items, unknown};
use super::{Function, FunctionContext, FunctionError, Parameter, Returns, Takes};
use crate::convert::convert;
use crate::types::Type;
use crate::unify::unify;
use crate::value::{Bounds, Unknown, Value};

const fn set(name: &'static str) -> Parameter {
    Parameter::new(name, Takes::Set(&Takes::Any)).allow_dynamic()
}

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("setunion", &[set("first_set")], Returns::Of(type_of_sets), setunion)
        .variadic(set("other_sets")),
    Function::new(
        "setintersection",
        &[set("first_set")],
        Returns::Of(type_of_sets),
        setintersection,
    )
    .variadic(set("other_sets")),
    Function::new("setsubtract", &[set("a"), set("b")], Returns::Of(type_of_sets), setsubtract),
    Function::new("setproduct", &[], Returns::Of(type_of_setproduct), setproduct)
        .variadic(any("sets").allow_marked().allow_unknown()),
];

const INCOMPATIBLE: &str = "given sets must all have compatible element types";

fn type_of_sets(arguments: &[Value]) -> Result<Type, FunctionError> {
    let mut elements = Vec::new();
    for argument in arguments {
        let of = argument.ty().element().cloned().unwrap_or(Type::Dynamic);
        let empty = argument.as_items().is_some_and(<[Value]>::is_empty);
        if !(empty && of == Type::Dynamic) {
            elements.push(of);
        }
    }
    if elements.is_empty() {
        return Ok(Type::set(Type::Dynamic));
    }
    match unify(&elements, true) {
        Some(of) => Ok(Type::set(of)),
        None => Err(FunctionError::call(INCOMPATIBLE)),
    }
}

/// The arguments as sets of one type, and the type of their elements.
fn of_one_type(arguments: &[Value]) -> Result<(Vec<Value>, Type), FunctionError> {
    let of = type_of_sets(arguments)?;
    let convert = |(at, argument)| {
        convert(argument, &of).map_err(|error| FunctionError::argument(at, error.to_string()))
    };
    let sets = arguments.iter().enumerate().map(convert).collect::<Result<Vec<Value>, _>>()?;
    // A set of bare nulls has no type in common with one of tuples, though each converts to sets of
    // anything.
    let element = sets.first().and_then(|set| set.ty().element().cloned()).unwrap_or(Type::Dynamic);
    if sets.iter().any(|set| set.ty().element() != Some(&element)) {
        return Err(FunctionError::call(INCOMPATIBLE));
    }
    Ok((sets, element))
}

/// `setunion`: keeps what is unknown.
fn setunion(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (sets, of) = of_one_type(arguments)?;
    bounded_count(sets.iter().map(|set| items(set).len()).sum())?;
    Ok(Value::set(of, sets.iter().flat_map(|set| items(set).iter().cloned())))
}

/// The elements of the first set of which `keep` says so, by whether each other set has them.
fn among(arguments: &[Value], keep: bool) -> Outcome {
    let (sets, of) = of_one_type(arguments)?;
    if !sets.iter().all(Value::is_wholly_known) {
        return Ok(unknown(Type::set(of), arguments));
    }
    let others: Vec<Distinct> =
        sets[1..].iter().map(|set| items(set).iter().cloned().collect()).collect();
    let kept = items(&sets[0])
        .iter()
        .filter(|item| others.iter().all(|other| other.contains(item) == keep))
        .cloned();
    Ok(Value::set(of, kept))
}

/// `setintersection`
fn setintersection(arguments: &[Value], _: &FunctionContext) -> Outcome {
    among(arguments, true)
}

/// `setsubtract`
fn setsubtract(arguments: &[Value], _: &FunctionContext) -> Outcome {
    among(arguments, false)
}

fn type_of_setproduct(arguments: &[Value]) -> Result<Type, FunctionError> {
    if arguments.len() < 2 {
        return Err(FunctionError::call("at least two arguments are required"));
    }
    let mut elements = Vec::new();
    let mut ordered = true;
    for (at, argument) in arguments.iter().enumerate() {
        elements.push(match argument.ty() {
            Type::Set(of) => {
                ordered = false;
                (*of).clone()
            }
            Type::List(of) => (*of).clone(),
            Type::Tuple(of) if of.is_empty() => Type::Dynamic,
            Type::Tuple(of) => unify(&of, true).ok_or_else(|| {
                FunctionError::argument(at, "all elements must be of the same type")
            })?,
            _ => return Err(FunctionError::argument(at, "a set or a list is required")),
        });
    }
    let of = Type::tuple(elements);
    Ok(if ordered { Type::list(of) } else { Type::set(of) })
}

/// `setproduct`: a list of tuples if all arguments are ordered, else a set of them.
fn setproduct(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let plain: Vec<Value> = arguments.iter().map(|argument| argument.unmarked_deep().0).collect();
    let marked = arguments.iter().any(Value::is_sensitive);
    let of = type_of_setproduct(&plain)?;
    let arguments: Vec<&Value> = arguments.iter().map(|argument| argument.unmarked().0).collect();
    if arguments.iter().any(|argument| {
        !argument.is_known() || !argument.length().is_some_and(|length| length.is_known())
    }) {
        return Ok(of_unknown_length(&of, &arguments).marked(marked));
    }
    let Some(Type::Tuple(elements)) = of.element().cloned() else { return Ok(unknown(of, &plain)) };
    let counts: Vec<usize> = arguments.iter().map(|argument| items(argument).len()).collect();
    let total = counts.iter().fold(1_usize, |total, &count| total.saturating_mul(count));
    bounded_count(total.saturating_mul(counts.len()))?;
    let mut columns = Vec::new();
    for (argument, of) in arguments.iter().zip(elements.iter()) {
        let column = items(argument)
            .iter()
            .map(|item| convert(item, of).map_err(|error| FunctionError::call(error.to_string())));
        columns.push(column.collect::<Result<Vec<Value>, _>>()?);
    }
    let row = |number: usize| {
        let mut left = number;
        let mut row: Vec<Value> = Vec::with_capacity(columns.len());
        for column in columns.iter().rev() {
            row.push(column[left % column.len()].clone());
            left /= column.len();
        }
        row.reverse();
        Value::tuple(row)
    };
    let rows = (0..total).map(row).collect();
    let element = Type::Tuple(elements.clone());
    // Rows with objects and with nulls of no type have no type in common: Terraform fails on them
    // too.
    let product = if matches!(of, Type::List(_)) {
        Value::list_of(rows, &element, "list")
    } else {
        Value::set_of(rows, &element)
    };
    Ok(product.map_err(|error| FunctionError::call(error.to_string()))?.marked(marked))
}

/// What is known of a product where the length of an argument is not.
fn of_unknown_length(of: &Type, arguments: &[&Value]) -> Value {
    let values: Vec<Value> = arguments.iter().map(|&argument| argument.clone()).collect();
    let open = || unknown(of.clone(), &values);
    let mut most = 1_usize;
    for argument in arguments {
        let upper = match argument.length() {
            Some(Value::Number(length)) => length.as_usize(),
            Some(Value::Unknown(length)) => {
                length.bounds.upper.as_ref().and_then(crate::number::Number::as_usize)
            }
            _ => None,
        };
        match upper.and_then(|upper| most.checked_mul(upper)).filter(|&product| product <= 2048) {
            Some(product) => most = product,
            None => return open(),
        }
    }
    let lower = usize::from(most > 0);
    let bounds = Bounds { lower: Some(lower.into()), upper: Some(most.into()) };
    let causes = open().causes();
    Unknown::new(of.clone(), causes).not_null().within(bounds).into()
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn sets_become_of_one_type() {
        answers(&[
            (r#"setunion([1], ["a"])"#, r#"["1","a"]"#),
            ("setunion([], [])", "[]"),
            ("setunion([1], [[1]])", "error"),
            (r#"setintersection([1, 2], ["2"])"#, r#"["2"]"#),
            ("setsubtract([1, 2], [2])", "[1]"),
            ("setunion([null], [{ a = 1 }])", "error"),
            (r#"setproduct([1, "x"], [true])"#, r#"[["1",true],["x",true]]"#),
            (
                r#"setproduct(["b", "a"], ["y", "x"])"#,
                r#"[["b","y"],["b","x"],["a","y"],["a","x"]]"#,
            ),
            (r#"setproduct(toset(["b", "a"]), ["x"])"#, r#"[["a","x"],["b","x"]]"#),
            ("setproduct([1])", "error"),
            ("setproduct([], [1])", "[]"),
            ("setproduct([u], [1, 2])", r#"[["?",1],["?",2]]"#),
            (r#"setunion([u], ["a"])"#, r#"["a","?"]"#),
            (r#"setintersection([u], ["a"])"#, "?"),
            (
                "setproduct(range(1000), range(1000), range(1000), range(1000), range(1000), \
                 range(1000), range(1000))",
                "error",
            ),
        ]);
    }
}
